using CsCheck;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Tests.Functions;

/// <summary>Values that meet each other often: few numbers, some of them the same in 15 digits, few texts, everything else.</summary>
internal static class CellGens
{
    public static readonly Gen<CellValue> Number = Gen.OneOf(
        Gen.Int[-3, 3].Select(i => CellValue.FromNumber(i)),
        Gen.Select(OneOf(1.0, 0.3, 1e300, -7.5), Gen.Int[-120, 120], (n, ulps) => CellValue.FromNumber(Step(n, ulps))));

    public static readonly Gen<CellValue> Text =
        OneOf("", "a", "A", "ab", "AB*", "1", " 1", "0.3", "$2", "a?", "b", "TRUE", "#N/A", "é").Select(CellValue.FromText);

    public static readonly Gen<CellValue> Plain = Gen.Frequency(
        (6, Number),
        (3, Text),
        (1, Gen.Bool.Select(CellValue.FromLogical)),
        (2, Gen.Const(CellValue.Blank)));

    public static readonly Gen<CellValue> Any = Gen.Frequency(
        (12, Plain),
        (1, OneOf(ErrorKind.NotAvailable, ErrorKind.Div0, ErrorKind.Value).Select(CellValue.FromError)));

    /// <summary>A column of values that lies across the border of two pages, and what stands in each of its cells.</summary>
    public static Gen<(TestSite Site, string Range, CellValue[] Values)> Column(Gen<CellValue> value, string column = "B") =>
        Gen.Select(value.Array[1, 200], OneOf(1, 40, 4000, 4090)).Select((values, row) =>
        {
            var site = new TestSite();
            var first = CellAddress.Parse($"{column}{row}");
            for (var i = 0; i < values.Length; i++) site.Cells[new CellAddress(first.Column, first.Row + i)] = values[i];
            return (site, $"{column}{row}:{column}{row + values.Length - 1}", values);
        });

    private static double Step(double number, int ulps)
    {
        for (; ulps > 0; ulps--) number = Math.BitIncrement(number);
        for (; ulps < 0; ulps++) number = Math.BitDecrement(number);
        return number;
    }

    /// <summary>One of these.</summary>
    public static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);
}
