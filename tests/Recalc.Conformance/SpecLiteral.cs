using System.Globalization;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Conformance;

/// <summary>Results as spec files write them: a literal of a formula.</summary>
internal static class SpecLiteral
{
    public static CellValue Read(string text) => text switch
    {
        "TRUE" or "FALSE" => text == "TRUE",
        ['"', ..] => text[1..^1],
        ['#', ..] => ErrorText.TryParse(text, out var error) ? error : throw new FormatException(text),
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <summary>Asserts that the formula of a cell has a result; an array fills the cells from there on, and no others next to them.</summary>
    public static void AssertHolds(string result, Sheet sheet, CellAddress cell)
    {
        if (!result.StartsWith('{'))
        {
            AssertSame(Read(result), sheet[cell]);
            return;
        }
        var rows = result[1..^1].Split(';').Select(row => row.Split(',').Select(Read).ToArray()).ToArray();
        for (var row = 0; row <= rows.Length; row++)
        {
            for (var column = 0; column <= rows[0].Length; column++)
            {
                var expected = row < rows.Length && column < rows[0].Length ? rows[row][column] : CellValue.Blank;
                AssertSame(expected, sheet[new CellAddress(cell.Column + column, cell.Row + row)]);
            }
        }
    }

    private static void AssertSame(CellValue expected, CellValue actual)
    {
        if (!AreSame(expected, actual)) Assert.Equal(expected, actual);
    }

    /// <summary>True when values are equal: numbers in the 15 digits that people see.</summary>
    public static bool AreSame(CellValue expected, CellValue actual) =>
        expected.TryGetNumber(out var number) && actual.TryGetNumber(out var other)
            ? number.ToString("G15", CultureInfo.InvariantCulture) == other.ToString("G15", CultureInfo.InvariantCulture)
            : expected == actual;
}
