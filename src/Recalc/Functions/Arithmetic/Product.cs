using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>
/// PRODUCT: of the numbers of grids, and of what is given directly and converted. What was left out is no factor; without any it is 0.
/// </summary>
internal static class Product
{
    public static Operand Of(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var (product, count) = (1.0, 0L);
        foreach (ref readonly var argument in arguments)
        {
            if (argument.Grid is { } grid)
            {
                if (!site.TryChargeSteps((long)grid.UsedRows * grid.UsedColumns)) return site.OverSteps;
                if (ErrorSearch.TryFind(grid, out _, out var error)) return error;
                Multiply(grid, ref product, ref count);
            }
            else if (!argument.IsOmitted && !argument.Word.IsBlank)
            {
                if (!argument.TryNumber(site, out var number, out var failure)) return failure;
                Multiply(CellWord.FromNumber(number), ref product, ref count);
            }
        }
        return count == 0 ? 0 : product;
    }

    private static void Multiply(ValueGrid grid, ref double product, ref long count)
    {
        if (grid is CellArea area)
        {
            foreach (var stretch in area.Cells.Stretches(area.Range))
                foreach (var word in stretch.Words) Multiply(new CellWord(word), ref product, ref count);
            return;
        }
        var array = (ArrayValue)grid;
        foreach (ref readonly var value in array.Used) Multiply(value.Word, ref product, ref count);
        var rest = array.Count - array.Used.Length;
        if (rest == 0 || !array.Fill.TryGetNumber(out var fill)) return;
        product *= Math.Pow(fill, rest);
        count += rest;
    }

    private static void Multiply(CellWord word, ref double product, ref long count)
    {
        if (!word.IsNumber) return;
        product *= word.Number;
        count++;
    }
}
