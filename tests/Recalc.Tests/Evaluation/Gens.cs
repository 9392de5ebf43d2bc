using CsCheck;
using Recalc.Functions;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests.Evaluation;

/// <summary>Operands of operators.</summary>
internal static class Gens
{
    public static readonly SyntaxKind[] Arithmetic =
        [SyntaxKind.Add, SyntaxKind.Subtract, SyntaxKind.Multiply, SyntaxKind.Divide, SyntaxKind.Power];

    public static readonly SyntaxKind[] Comparisons =
    [
        SyntaxKind.Equal, SyntaxKind.NotEqual, SyntaxKind.Less, SyntaxKind.LessOrEqual, SyntaxKind.Greater, SyntaxKind.GreaterOrEqual,
    ];

    public static readonly Gen<SyntaxKind> Operator = Gen.OneOf(Arithmetic.Concat(Comparisons).Append(SyntaxKind.Concatenate).ToArray());

    /// <summary>Numbers of all sizes; small ones, powers and roots, and both ends of the doubles are frequent.</summary>
    public static readonly Gen<double> Number = Gen.Frequency(
        (4, Gen.Int[-10, 10].Select(i => (double)i)),
        (3, Gen.Double[-1000, 1000]),
        (2, Gen.Int[-10_000, 10_000].Select(i => i / 100.0)),
        (2, Gen.Double.Where(double.IsFinite)),
        (2, Gen.OneOf(0, 0.5, 0.1, 0.2, 0.3, 1.0 / 3, -1.0 / 3, -0.5, double.MaxValue, double.MinValue, double.Epsilon, 1e308, 1e-308)))
        .Select(d => d + 0.0);

    /// <summary>Two numbers that are often close to each other or to each other's opposite.</summary>
    public static readonly Gen<(double Left, double Right)> NumberPair = Gen.Frequency(
        (3, Gen.Select(Number, Number)),
        (2, Gen.Select(Number, Gen.Int[-200, 200], Gen.Bool, (n, ulps, opposite) => (n, Near(opposite ? -n : n, ulps)))));

    public static readonly Gen<CellValue> Value = Gen.Frequency(
        (6, Number.Select(CellValue.FromNumber)),
        (3, Gen.OneOf("", "3", " 12% ", "abc", "ABC", "ab", "$5", "1e3", "2020-01-02", "1:30", "TRUE", "x", "-1", "-")
            .Select(CellValue.FromText)),
        (2, Gen.Bool.Select(CellValue.FromLogical)),
        (1, Gen.OneOf(ErrorKind.Div0, ErrorKind.NotAvailable, ErrorKind.Value).Select(CellValue.FromError)),
        (2, Gen.Const(CellValue.Blank)));

    public static readonly Gen<(CellValue Left, CellValue Right)> ValuePair = Gen.OneOf(
        Gen.Select(Value, Value), NumberPair.Select(p => (CellValue.FromNumber(p.Left), CellValue.FromNumber(p.Right))));

    /// <summary>An array that is used up to somewhere.</summary>
    public static Gen<ArrayValue> Array(Gen<CellValue> value) =>
        Gen.Select(
            Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 4], Gen.Int[0, 4], value, value.Array[16],
            (rows, columns, usedRows, usedColumns, fill, values) =>
                new ArrayValue(rows, columns, Math.Min(usedRows, rows), Math.Min(usedColumns, columns), values, fill));

    private static double Near(double number, int ulps)
    {
        for (; ulps > 0; ulps--) number = Math.BitIncrement(number);
        for (; ulps < 0; ulps++) number = Math.BitDecrement(number);
        return double.IsFinite(number) ? number + 0.0 : 0;
    }
}
