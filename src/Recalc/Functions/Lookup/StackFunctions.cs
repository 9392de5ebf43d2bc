using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>Arrays put together, strung out into one line, and broken into lines.</summary>
internal static class StackFunctions
{
    private const int IgnoreBlanks = 1;
    private const int IgnoreErrors = 2;

    public static readonly BodyList Rows = new()
    {
        { "HSTACK", (a, site) => Stack(a, site, down: false) },
        { "VSTACK", (a, site) => Stack(a, site, down: true) },
        { "TOROW", (a, site) => String(a, site, down: false) },
        { "TOCOL", (a, site) => String(a, site, down: true) },
        { "WRAPROWS", (a, site) => Wrap(a, site, intoRows: true) },
        { "WRAPCOLS", (a, site) => Wrap(a, site, intoRows: false) },
    };

    // An argument that is an error is an array of that error. What a smaller array leaves free is #N/A.
    private static Operand Stack(ReadOnlySpan<Operand> arguments, CallSite site, bool down)
    {
        var (along, across, used) = (0L, 0, 0);
        foreach (ref readonly var argument in arguments)
        {
            var lines = Lines(argument, down);
            (along, across) = (along + lines.Count, Math.Max(across, lines.Length));
        }
        if (along > (down ? SheetLimits.Rows : SheetLimits.Columns)) return ErrorKind.Num;
        foreach (ref readonly var argument in arguments)
        {
            var lines = Lines(argument, down);
            var isBlankPast = lines.Length == across && (argument.Grid is not { } grid || grid.Fill.IsBlank);
            used = Math.Max(used, isBlankPast ? lines.UsedLength : across);
        }
        if (!site.TryCharge(along * used, out var failure)) return failure;
        var values = new CellValue[along * used];
        var line = 0;
        foreach (ref readonly var argument in arguments)
        {
            var lines = Lines(argument, down);
            for (var i = 0; i < lines.Count; i++, line++)
                for (var at = 0; at < used; at++)
                    values[down ? line * used + at : at * along + line] = at < lines.Length ? lines[i, at] : ErrorKind.NotAvailable;
        }
        return Operand.Array(down
            ? new ArrayValue((int)along, across, (int)along, used, values, CellValue.Blank)
            : new ArrayValue(across, (int)along, used, (int)along, values, CellValue.Blank));
    }

    private static GridLines Lines(in Operand argument, bool down) =>
        new(argument.Grid ?? new ArrayValue(1, 1, [argument.Value]), down);

    private static Operand String(ReadOnlySpan<Operand> arguments, CallSite site, bool down)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        if (!arguments.TryWholeOr(1, 0, site, out var ignored, out var failure)) return failure;
        if (!arguments.TryCondition(2, out var byColumn, out failure)) return failure;
        if (ignored is < 0 or > 3) return ErrorKind.Value;
        var lines = new GridLines(grid, !byColumn);
        var dropsFill = IsIgnored(grid.Fill, ignored);
        var (count, length) = dropsFill ? (lines.UsedCount, lines.UsedLength) : (lines.Count, lines.Length);
        if (!site.TryCharge((long)count * length, out failure)) return failure;
        var values = new CellValue[count * length];
        var kept = 0;
        for (var line = 0; line < count; line++)
        {
            for (var at = 0; at < length; at++)
            {
                var value = lines[line, at];
                if (!IsIgnored(value, ignored)) values[kept++] = value;
            }
        }
        if (kept == 0) return GridReading.Empty(down ? "TOCOL" : "TOROW");
        if (kept > (down ? SheetLimits.Rows : SheetLimits.Columns)) return ErrorKind.Num;
        return Operand.Array(down ? new ArrayValue(kept, 1, values) : new ArrayValue(1, kept, values));
    }

    private static bool IsIgnored(in CellValue value, int ignored) =>
        value.IsBlank ? (ignored & IgnoreBlanks) != 0 : value.Word.IsError && (ignored & IgnoreErrors) != 0;

    private static Operand Wrap(ReadOnlySpan<Operand> arguments, CallSite site, bool intoRows)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        if (!arguments.TryWholeOr(1, 0, site, out var length, out var failure)) return failure;
        if (grid.Rows > 1 && grid.Columns > 1) return ErrorKind.Value;
        if (length < 1) return ErrorKind.Num;
        CellValue pad = ErrorKind.NotAvailable;
        if (arguments.IsGiven(2)) pad = arguments[2].Value;
        var count = (int)grid.Count;
        length = Math.Min(length, count);
        var lines = (count + length - 1) / length;
        if (!site.TryCharge((long)lines * length, out failure)) return failure;
        var values = new CellValue[lines * length];
        for (var i = 0; i < values.Length; i++)
        {
            var value = i >= count ? pad : grid.Columns == 1 ? grid[i, 0] : grid[0, i];
            values[intoRows ? i : i % length * lines + i / length] = value;
        }
        return Operand.Array(intoRows ? new ArrayValue(lines, length, values) : new ArrayValue(length, lines, values));
    }
}
