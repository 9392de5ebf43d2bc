using Recalc.Values;

namespace Recalc.Functions.Logic;

/// <summary>
/// How many of the conditions of AND, OR and XOR hold. In cells and arrays text and blanks are no conditions; given directly, only text
/// that is neither TRUE nor FALSE is none.
/// </summary>
/// <param name="True">How many hold.</param>
/// <param name="False">How many do not.</param>
internal readonly record struct LogicalCount(long True, long False)
{
    /// <summary>Counts the conditions of all arguments. False with the first error, or #VALUE! when there is none to count.</summary>
    public static bool TryCompute(ReadOnlySpan<Operand> arguments, CallSite site, out LogicalCount count, out Operand failure)
    {
        count = default;
        failure = default;
        foreach (ref readonly var argument in arguments)
        {
            var isAdded = argument.Grid is { } grid ? TryAdd(grid, site, ref count, out failure) : TryAdd(argument, ref count, out failure);
            if (!isAdded) return false;
        }
        if (count != default) return true;
        failure = ErrorKind.Value;
        return false;
    }

    private static bool TryAdd(in Operand argument, ref LogicalCount count, out Operand failure)
    {
        if (!argument.TryLogical(out var logical, out failure)) return argument.IsText;
        count = count.Plus(logical, 1);
        return true;
    }

    private static bool TryAdd(ValueGrid grid, CallSite site, ref LogicalCount count, out Operand failure)
    {
        if (!site.TryChargeSteps((long)grid.UsedRows * grid.UsedColumns))
        {
            failure = site.OverSteps;
            return false;
        }
        if (ErrorSearch.TryFind(grid, out _, out failure)) return false;
        if (grid is CellArea area)
        {
            foreach (var stretch in area.Cells.Stretches(area.Range))
                foreach (var word in stretch.Words) count = count.Plus(new CellWord(word), 1);
            return true;
        }
        var array = (ArrayValue)grid;
        foreach (ref readonly var value in array.Used) count = count.Plus(value.Word, 1);
        count = count.Plus(array.Fill.Word, array.Count - array.Used.Length);
        return true;
    }

    private LogicalCount Plus(CellWord word, long times)
    {
        if (word.IsNumber) return Plus(word.Number != 0, times);
        return word.IsLogical ? Plus(word.IsTrue, times) : this;
    }

    private LogicalCount Plus(bool value, long times) => value ? new(True + times, False) : new(True, False + times);
}
