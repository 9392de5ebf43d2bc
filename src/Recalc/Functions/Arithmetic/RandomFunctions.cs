using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Random numbers, from the source of the call site.</summary>
internal static class RandomFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "RAND", (_, site) => site.NextRandom() },
        { "RANDBETWEEN", Between },
        { "RANDARRAY", Fill },
    };

    private static Operand Between(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryNumber(site, out var least, out var failure)) return failure;
        if (!arguments[1].TryNumber(site, out var most, out failure)) return failure;
        (least, most) = (Math.Ceiling(least), Math.Floor(most));
        return least > most ? ErrorKind.Num : Whole(least, most, site);
    }

    private static Operand Fill(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        Span<double> n = stackalloc double[5];
        if (!NumberBody.TryRead(arguments, site, 0, [1, 1, 0, 1, 0], ref n, out var failure)) return failure;
        var (rows, columns) = (Math.Truncate(n[0]), Math.Truncate(n[1]));
        var (least, most, isWhole) = (n[2], n[3], n[4] != 0);
        if (rows < 1 || columns < 1) return rows == 0 || columns == 0 ? ErrorKind.Calc : ErrorKind.Value;
        if (rows > SheetLimits.Rows || columns > SheetLimits.Columns || least > most) return ErrorKind.Value;
        if (isWhole && (least != Math.Floor(least) || most != Math.Floor(most))) return ErrorKind.Value;
        var count = (long)rows * (long)columns;
        if (count > Array.MaxLength || !site.TryChargeMemory(count)) return site.OverMemory;
        if (!site.TryChargeSteps(count)) return site.OverSteps;
        var values = new CellValue[count];
        foreach (ref var value in values.AsSpan())
            value = isWhole ? Whole(least, most, site) : least + site.NextRandom() * (most - least);
        return Operand.Array(new ArrayValue((int)rows, (int)columns, values));
    }

    private static double Whole(double least, double most, CallSite site) =>
        Math.Min(least + Math.Floor(site.NextRandom() * (most - least + 1)), most);
}
