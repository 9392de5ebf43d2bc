using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Matching;

/// <summary>
/// The arguments of the conditional functions, made ready: ranges must be references, and their cells are asked for here, for they come
/// as they are. The answers are false with what the function returns at once.
/// </summary>
internal static class ConditionalCall
{
    /// <summary>
    /// COUNTIF, SUMIF and AVERAGEIF: a range, a criterion, and perhaps a range to total, of which only the first cell matters, for it has
    /// the size of the other.
    /// </summary>
    public static bool TryTotalOne(ReadOnlySpan<Operand> arguments, CallSite site, out ConditionalTotal total, out Operand failure)
    {
        total = default;
        CellArea? values = null;
        if (!TryArea(arguments[0], out var area, out failure)) return false;
        if (arguments.Length > 2 && !TryArea(arguments[2], out values, out failure)) return false;
        if (values is not null) values = site.Area(values.Sheet, Resize(values.Range, area.Range));
        if (!site.Demand(area) || (values is not null && !site.Demand(values))) return Fail(Operand.Blocked, out failure);
        return ConditionalScan.TryCompute(arguments[..2], values ?? area, site, out total, out failure);
    }

    /// <summary>SUMIFS and its kin: a range to total, then ranges of the same shape with their criteria.</summary>
    public static bool TryTotal(ReadOnlySpan<Operand> arguments, CallSite site, out ConditionalTotal total, out Operand failure)
    {
        total = default;
        if (!TryArea(arguments[0], out var values, out failure)) return false;
        return TryDemand(arguments[1..], values, site, out failure)
            && ConditionalScan.TryCompute(arguments[1..], values, site, out total, out failure);
    }

    /// <summary>COUNTIFS: ranges of one shape with their criteria.</summary>
    public static bool TryCount(ReadOnlySpan<Operand> arguments, CallSite site, out ConditionalTotal total, out Operand failure)
    {
        total = default;
        return TryDemand(arguments, null, site, out failure) && ConditionalScan.TryCompute(arguments, null, site, out total, out failure);
    }

    private static bool TryDemand(ReadOnlySpan<Operand> pairs, CellArea? values, CallSite site, out Operand failure)
    {
        if (pairs.Length % 2 != 0) return Fail(ErrorKind.Value, out failure);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (!TryArea(pairs[i], out var area, out failure)) return false;
            var other = values ?? pairs[0].AreaOrNull!;
            if (area.Rows != other.Rows || area.Columns != other.Columns) return Fail(ErrorKind.Value, out failure);
        }
        if (values is not null && !site.Demand(values)) return Fail(Operand.Blocked, out failure);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (!site.Demand(pairs[i].AreaOrNull!)) return Fail(Operand.Blocked, out failure);
        }
        failure = default;
        return true;
    }

    // Arrays are not taken, for there is no range of which they are the cells.
    private static bool TryArea(in Operand argument, out CellArea area, out Operand failure)
    {
        area = argument.AreaOrNull!;
        failure = area is not null ? default : argument.IsError ? argument : Operand.Error(ErrorKind.Value);
        return area is not null;
    }

    private static CellRange Resize(CellRange range, CellRange shape) => new(
        range.First,
        new CellAddress(
            Math.Min(range.First.Column + shape.Columns, SheetLimits.Columns) - 1,
            Math.Min(range.First.Row + shape.Rows, SheetLimits.Rows) - 1));

    private static bool Fail(Operand result, out Operand failure)
    {
        failure = result;
        return false;
    }
}
