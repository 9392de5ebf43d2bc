using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>Functions that make references out of values. What their references lead to is read only when somebody reads it.</summary>
internal static class ReferenceFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "OFFSET", Offset },
        { "INDIRECT", Indirect },
    };

    private static Operand Offset(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments[0].AreaOrNull is not { } area) return arguments[0].IsError ? arguments[0] : ErrorKind.Value;
        var (first, rows, columns) = (area.Range.First, area.Range.Rows, area.Range.Columns);
        if (!arguments[1].TryWhole(site, out var down, out var failure)) return failure;
        if (!arguments[2].TryWhole(site, out var right, out failure)) return failure;
        if (IsGiven(arguments, 3) && !arguments[3].TryWhole(site, out rows, out failure)) return failure;
        if (IsGiven(arguments, 4) && !arguments[4].TryWhole(site, out columns, out failure)) return failure;
        if (!TryExtend(first.Row, down, rows, SheetLimits.Rows, out var top, out var bottom)) return ErrorKind.Ref;
        if (!TryExtend(first.Column, right, columns, SheetLimits.Columns, out var left, out var end)) return ErrorKind.Ref;
        return Operand.Area(site.Area(area.Sheet, new CellRange(left, top, end, bottom)));
    }

    private static bool IsGiven(ReadOnlySpan<Operand> arguments, int index) => arguments.Length > index && !arguments[index].IsOmitted;

    // A negative size reaches back from the position, which is its last; no size is no reference.
    private static bool TryExtend(int position, int offset, int size, int limit, out int first, out int last)
    {
        var start = (long)position + offset;
        var end = start + size + (size > 0 ? -1 : 1);
        (first, last) = ((int)Math.Clamp(Math.Min(start, end), 0, limit), (int)Math.Clamp(Math.Max(start, end), 0, limit));
        return size != 0 && Math.Min(start, end) >= 0 && Math.Max(start, end) < limit;
    }

    private static Operand Indirect(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        var isA1 = true;
        if (IsGiven(arguments, 1) && !arguments[1].TryLogical(out isA1, out failure)) return failure;
        return site.ReferTo(text, isA1);
    }
}
