using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Storage;

/// <summary>What lies in cells as the pages hold it: a word, and the object beside it.</summary>
internal static class CellGens
{
    private static readonly Fault Fault = new("It broke.");

    /// <summary>Numbers of all sizes, none of which is -0.</summary>
    public static readonly Gen<double> Number = Gen.Frequency(
        (4, Gen.Double[-1e6, 1e6]),
        (2, Gen.Double.Where(double.IsFinite)),
        (2, Gen.Int[-5, 5].Select(i => (double)i)),
        (1, Gen.OneOf(double.MaxValue, double.MinValue, double.Epsilon, 1e308, -1e308, 0.1))).Select(d => d + 0.0);

    public static readonly Gen<(ulong Word, object? Side)> Cell = Gen.Frequency(
        (6, Number.Select(n => Of(n))),
        (2, Gen.OneOf("", "a", "b", "ab").Select(t => Of(CellValue.FromText(t)))),
        (1, Gen.Bool.Select(b => Of(b))),
        (1, Gen.Const((CellWord.FromError(ErrorKind.Div0).Bits, (object?)null))),
        (1, Gen.Const((CellWord.FromError(ErrorKind.Busy).Bits, (object?)Fault))),
        (3, Gen.Const(Of(CellValue.Blank))));

    /// <summary>Cells in a row: now of all kinds, now numbers only, now blanks.</summary>
    public static readonly Gen<(ulong Word, object? Side)[]> Cells = Gen.OneOf(
        Cell.Array[1, 40], Cell.Array[1, 300], Number.Select(n => Of(n)).Array[1, 300], Gen.Const(Of(CellValue.Blank)).Array[1, 100]);

    public static (ulong Word, object? Side) Of(CellValue value) => (value.Word.Bits, value.TextOrNull);
}
