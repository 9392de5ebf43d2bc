using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>SEQUENCE: numbers in even steps, row by row. What is left out is 1.</summary>
internal static class Sequence
{
    public static Operand Of(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryRead(arguments, 0, site, out var rows, out var failure)) return failure;
        if (!TryRead(arguments, 1, site, out var columns, out failure)) return failure;
        if (!TryRead(arguments, 2, site, out var start, out failure)) return failure;
        if (!TryRead(arguments, 3, site, out var step, out failure)) return failure;
        (rows, columns) = (Math.Truncate(rows), Math.Truncate(columns));
        if (rows < 0 || columns < 0 || rows > SheetLimits.Rows || columns > SheetLimits.Columns) return ErrorKind.Value;
        if (rows == 0 || columns == 0) return ErrorKind.Calc;
        var count = (long)rows * (long)columns;
        if (count > Array.MaxLength || !site.TryChargeMemory(count)) return site.OverMemory;
        if (!site.TryChargeSteps(count)) return site.OverSteps;
        var values = new CellValue[count];
        for (var i = 0; i < values.Length; i++) values[i] = start + i * step;
        return Operand.Array(new ArrayValue((int)rows, (int)columns, values));
    }

    private static bool TryRead(ReadOnlySpan<Operand> arguments, int index, CallSite site, out double number, out Operand failure)
    {
        (number, failure) = (1, default);
        return index >= arguments.Length || arguments[index].IsOmitted || arguments[index].TryNumber(site, out number, out failure);
    }
}
