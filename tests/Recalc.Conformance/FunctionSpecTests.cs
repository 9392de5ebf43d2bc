using Recalc.Addressing;

namespace Recalc.Conformance;

/// <summary>The rows of the spec files of function families.</summary>
public sealed class FunctionSpecTests
{
    private static readonly string[] Files =
    [
        "arithmetic.md", "logical.md", "criteria.md", "lookups.md", "arrays.md", "statistics.md", "distributions.md", "engineering.md", "limits.md",
        "texts.md", "dates.md", "number-formats.md", "financial.md",
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Rows => Files.SelectMany(f => SpecTable.Read(f, "formula", "result"))
        .Select(r => new TheoryDataRow<string, string>(r.Cells[0], r.Cells[1]) { TestDisplayName = $"{r.Place} {r.Cells[0]}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Engine_has_result(string formula, string result)
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        sheet[CellAddress.Parse("A1")] = "12";
        sheet[CellAddress.Parse("A2")] = true;
        sheet[CellAddress.Parse("A4")] = "";
        sheet.SetFormula(CellAddress.Parse("A5"), "1+1");
        for (var row = 0; row < 3; row++) sheet[new CellAddress(1, row)] = 10 * (row + 1);
        foreach (var (row, text) in new[] { "x", "Y", "x" }.Index()) sheet[new CellAddress(2, row)] = text;
        var cell = CellAddress.Parse("D1");
        sheet.SetFormula(cell, formula);
        Assert.Empty(sheet.Workbook.FindCells(FormulaTrait.Unsupported));
        SpecLiteral.AssertHolds(result, sheet, cell);
    }
}
