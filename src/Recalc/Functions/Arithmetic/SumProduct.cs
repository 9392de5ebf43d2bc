using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>
/// SUMPRODUCT: multiplies grids of one shape place by place and adds the products. Everything but numbers is a zero, even a logical. Costs
/// what is used of the grids, a block of rows of a column at a time.
/// </summary>
internal static class SumProduct
{
    private const int Block = 512;

    public static Operand Of(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!HaveOneShape(arguments)) return ErrorKind.Value;
        var (rows, columns) = (0, 0);
        foreach (ref readonly var factor in arguments)
            (rows, columns) = (Math.Max(rows, factor.Grid?.UsedRows ?? 1), Math.Max(columns, factor.Grid?.UsedColumns ?? 1));
        if (!site.TryChargeSteps((long)rows * columns * arguments.Length)) return site.OverSteps;
        var sum = OfFills(arguments, (long)rows * columns);
        Span<double> products = stackalloc double[Block];
        for (var column = 0; column < columns && !double.IsNaN(sum); column++)
        {
            for (var row = 0; row < rows && !double.IsNaN(sum); row += Block)
                sum += OfBlock(arguments, row, column, products[..Math.Min(Block, rows - row)]);
        }
        // An error among the factors, or numbers that are too large.
        return double.IsNaN(sum) && TryFindError(arguments, out var error) ? error : sum;
    }

    // A single text or blank is no array of which it could be left out.
    private static bool HaveOneShape(ReadOnlySpan<Operand> factors)
    {
        var (rows, columns) = Shape(factors[0]);
        var isOne = true;
        foreach (ref readonly var factor in factors)
        {
            isOne &= Shape(factor) == (rows, columns);
            var only = factor.Grid is null ? factor.Value : factor.Grid.Count == 1 ? factor.Grid[0, 0] : 0;
            if (only.Kind is CellValueKind.Text or CellValueKind.Blank) return false;
        }
        return isOne;
    }

    private static (int Rows, int Columns) Shape(in Operand factor) => factor.Grid is { } grid ? (grid.Rows, grid.Columns) : (1, 1);

    // The sum of the products past what is used of all; NaN when an error is among them.
    private static double OfFills(ReadOnlySpan<Operand> factors, long used)
    {
        var rest = (factors[0].Grid?.Count ?? 1) - used;
        if (rest == 0) return 0;
        var product = (double)rest;
        foreach (ref readonly var factor in factors) product *= NumberOf(factor.Grid!.Fill.Word);
        return product;
    }

    // NaN when one of the factors is an error.
    private static double OfBlock(ReadOnlySpan<Operand> factors, int row, int column, Span<double> products)
    {
        products.Fill(1);
        foreach (ref readonly var factor in factors)
        {
            if (factor.AreaOrNull is { } area)
            {
                if (!TryMultiply(area, row, column, products)) return double.NaN;
                continue;
            }
            for (var i = 0; i < products.Length; i++)
                products[i] *= NumberOf(factor.Grid is null ? factor.Word : factor.Grid[row + i, column].Word);
        }
        var sum = 0.0;
        foreach (var product in products) sum += product;
        return sum;
    }

    private static bool TryMultiply(CellArea area, int row, int column, Span<double> products)
    {
        Span<ulong> words = stackalloc ulong[Block];
        words = words[..products.Length];
        area.Cells.Read(area.Range.First.Column + column, area.Range.First.Row + row, words);
        if (ErrorSearch.IndexOfError(words) >= 0) return false;
        ref var first = ref MemoryMarshal.GetReference(words);
        ref var target = ref MemoryMarshal.GetReference(products);
        var i = 0;
        for (; i <= words.Length - Vector256<ulong>.Count; i += Vector256<ulong>.Count)
        {
            // Boxed words are NaNs, which are not equal to themselves: the mask makes zeros of them.
            var numbers = Vector256.LoadUnsafe(ref first, (nuint)i).AsDouble();
            (Vector256.LoadUnsafe(ref target, (nuint)i) * (numbers & Vector256.Equals(numbers, numbers))).StoreUnsafe(ref target, (nuint)i);
        }
        for (; i < words.Length; i++) products[i] *= NumberOf(new CellWord(words[i]));
        return true;
    }

    private static double NumberOf(CellWord word) => word.IsNumber ? word.Number : word.IsError ? double.NaN : 0;

    // The first by rows, then columns, then factors.
    private static bool TryFindError(ReadOnlySpan<Operand> factors, out Operand error)
    {
        error = default;
        (int Row, int Column)? first = null;
        foreach (ref readonly var factor in factors)
        {
            var place = (0, 0);
            var found = factor;
            if (factor.Grid is { } grid ? !ErrorSearch.TryFind(grid, out place, out found) : !factor.IsError) continue;
            if (first is { } before && place.CompareTo(before) >= 0) continue;
            (first, error) = (place, found);
        }
        return first is not null;
    }
}
