using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// The numbers among the arguments of SUM and its kin, totalled. What is given directly is converted; of arrays and areas only the numbers
/// count. Areas are summed up by page.
/// </summary>
internal static class NumberTotal
{
    /// <summary>False with the first error among the arguments, or when it would take too many steps.</summary>
    public static bool TryCompute(ReadOnlySpan<Operand> arguments, CallSite site, out NumberSummary total, out Operand failure)
    {
        total = default;
        failure = default;
        foreach (ref readonly var argument in arguments)
        {
            if (!TryAdd(argument, site, ref total, out failure)) return false;
        }
        return true;
    }

    /// <summary>Of a grid, errors aside: how many values are numbers, and how many are not blank.</summary>
    public static NumberSummary Summarize(ValueGrid grid) =>
        grid is CellArea area ? area.Cells.Summarize(area.Range) : Summarize((ArrayValue)grid);

    /// <summary>What looking at a grid is charged for: pages of areas, values of arrays.</summary>
    public static long Steps(ValueGrid grid) =>
        grid is CellArea ? (grid.UsedRows / Page.Items + 1L) * grid.UsedColumns : (long)grid.UsedRows * grid.UsedColumns;

    private static bool TryAdd(in Operand argument, CallSite site, ref NumberSummary total, out Operand failure)
    {
        if (argument.Grid is not { } grid)
        {
            if (!argument.TryNumber(site, out var number, out failure)) return false;
            total = total.Plus(Of(number, 1));
            return true;
        }
        if (!site.TryChargeSteps(Steps(grid)))
        {
            failure = site.OverSteps;
            return false;
        }
        var summary = Summarize(grid);
        if (summary.HasErrors && ErrorSearch.TryFind(grid, out _, out failure)) return false;
        failure = default;
        total = total.Plus(summary);
        return true;
    }

    private static NumberSummary Summarize(ArrayValue array)
    {
        var (sum, least, most) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        var (count, filled, hasErrors) = (0L, 0L, false);
        foreach (ref readonly var value in array.Used)
        {
            var word = value.Word;
            if (word.IsNumber)
            {
                sum += word.Number;
                least = Math.Min(least, word.Number);
                most = Math.Max(most, word.Number);
                count++;
            }
            else
            {
                filled += word.IsBlank ? 0 : 1;
                hasErrors |= word.IsError;
            }
        }
        var used = new NumberSummary { Sum = sum, Count = count, Filled = filled + count, HasErrors = hasErrors };
        if (count != 0) used = used with { Min = least, Max = most };
        return used.Plus(Of(array.Fill, array.Count - array.Used.Length));
    }

    private static NumberSummary Of(in CellValue value, long times)
    {
        if (times == 0 || value.IsBlank) return default;
        return value.TryGetNumber(out var number)
            ? Of(number, times)
            : new NumberSummary { Filled = times, HasErrors = value.Word.IsError };
    }

    private static NumberSummary Of(double number, long times) =>
        new() { Sum = number * times, Count = times, Min = number, Max = number, Filled = times };
}
