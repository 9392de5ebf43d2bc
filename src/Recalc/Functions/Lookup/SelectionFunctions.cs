using System.Runtime.InteropServices;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>Functions that keep some lines of an array, or all in another order.</summary>
internal static class SelectionFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "FILTER", Filter },
        { "UNIQUE", Unique },
        { "SORT", Sort },
        { "SORTBY", SortBy },
    };

    private static Operand Filter(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        if (!arguments[1].TryGrid(out var include)) return arguments[1];
        if (arguments[0].IsOmitted) return ErrorKind.Value;
        var areRows = include.Columns == 1 && include.Rows == grid.Rows;
        if (!areRows && (include.Rows != 1 || include.Columns != grid.Columns)) return ErrorKind.Value;
        var lines = new GridLines(grid, areRows);
        var conditions = new GridLines(include, areRows);
        var used = conditions.UsedLength == 0 ? 0 : conditions.UsedCount;
        if (!Coercion.TryToLogical(include.Fill, out var keepsRest, out var error)) return error;
        var count = keepsRest ? conditions.Count : used;
        if (!site.TryCharge(count, out var failure)) return failure;
        var kept = new List<int>();
        for (var line = 0; line < count; line++)
        {
            if (!Coercion.TryToLogical(conditions[line, 0], out var isKept, out error)) return error;
            if (isKept) kept.Add(line);
        }
        if (kept.Count > 0) return lines.Pick(CollectionsMarshal.AsSpan(kept), kept.Count, site);
        return arguments.IsGiven(2) ? arguments[2] : GridReading.Empty("FILTER");
    }

    private static Operand Unique(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        if (!arguments.TryCondition(1, out var byColumn, out var failure)) return failure;
        if (!arguments.TryCondition(2, out var onlyOnce, out failure)) return failure;
        var lines = new GridLines(grid, !byColumn);
        // Two of the lines past what is used stand for all of them.
        var count = (int)Math.Min(lines.Count, lines.UsedCount + 2L);
        if (!site.TryCharge((long)count * Math.Max(lines.UsedLength, 1), out failure)) return failure;
        var times = new Dictionary<int, int>(new LineEquality(lines));
        var kept = new List<int>();
        for (var line = 0; line < count; line++)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(times, line, out _);
            if (known++ == 0) kept.Add(line);
        }
        if (onlyOnce) kept.RemoveAll(line => times[line] > 1);
        return kept.Count == 0 ? GridReading.Empty("UNIQUE") : lines.Pick(CollectionsMarshal.AsSpan(kept), kept.Count, site);
    }

    private static Operand Sort(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        if (!arguments.TryCondition(3, out var byColumn, out var failure)) return failure;
        var lines = new GridLines(grid, !byColumn);
        Operand one = 1;
        var keys = arguments.IsGiven(1) ? arguments[1] : one;
        var directions = arguments.IsGiven(2) ? arguments[2] : one;
        if (!keys.TryGrid(out var places)) return keys;
        if (!directions.TryGrid(out var orders)) return directions;
        if (orders.Count != 1 && orders.Count != places.Count) return ErrorKind.Value;
        if (!site.TryCharge(places.Count, out failure)) return failure;
        var order = new SortOrder();
        for (var i = 0; i < places.Count; i++)
        {
            if (!At(places, i).TryNumber(site, out var place, out failure)) return failure;
            if (!TryDirection(At(orders, orders.Count == 1 ? 0 : i), site, out var isDescending, out failure)) return failure;
            if (place < 1 || place >= lines.Length + 1.0) return ErrorKind.Value;
            order.Add(lines, (int)place - 1, isDescending);
        }
        return Sorted(lines, grid.Fill.IsBlank ? lines.UsedCount : lines.Count, order, site);
    }

    private static Operand SortBy(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        if (!arguments[1].TryGrid(out var first)) return arguments[1];
        var areRows = first.Columns == 1 && first.Rows == grid.Rows;
        var lines = new GridLines(grid, areRows);
        var used = grid.Fill.IsBlank ? lines.UsedCount : lines.Count;
        var order = new SortOrder();
        for (var i = 1; i < arguments.Length; i += 2)
        {
            if (!arguments[i].TryGrid(out var by)) return arguments[i];
            var keys = new GridLines(by, areRows);
            if (keys.Length != 1 || keys.Count != lines.Count) return ErrorKind.Value;
            var isDescending = false;
            if (arguments.IsGiven(i + 1) && !TryDirection(arguments[i + 1], site, out isDescending, out var failure)) return failure;
            order.Add(keys, 0, isDescending);
            used = Math.Max(used, by.Fill.IsBlank ? keys.UsedCount : keys.Count);
        }
        return Sorted(lines, used, order, site);
    }

    // Lines past what is used have blank keys and so stay where they are.
    private static Operand Sorted(in GridLines lines, int used, SortOrder order, CallSite site)
    {
        var steps = used * (long)Math.Max(1, Math.Log2(used + 1.0));
        if (!site.TryChargeSteps(steps)) return site.OverSteps;
        if (!site.TryChargeMemory(used)) return site.OverMemory;
        var places = new int[used];
        for (var i = 0; i < used; i++) places[i] = i;
        places.AsSpan().Sort(order);
        return lines.Pick(places, lines.Count, site);
    }

    private static bool TryDirection(in Operand argument, CallSite site, out bool isDescending, out Operand failure)
    {
        isDescending = false;
        if (argument.Grid is { } grid && grid.Count > 1) failure = ErrorKind.Value;
        else if ((argument.Grid is { } single ? single.Element(0, 0) : argument).TryNumber(site, out var number, out failure))
        {
            isDescending = Math.Truncate(number) == -1;
            if (isDescending || Math.Truncate(number) == 1) return true;
            failure = ErrorKind.Value;
        }
        return false;
    }

    private static Operand At(ValueGrid grid, int index) => grid.Element(index / grid.Columns, index % grid.Columns);
}
