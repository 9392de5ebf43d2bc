using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Conformance;

/// <summary>The rows of <c>references.md</c>.</summary>
public sealed class ReferenceSpecTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Rows => SpecTable.Read("references.md", "cell", "formula", "result")
        .Select(r => new TheoryDataRow<string, string, string>(r.Cells[0], r.Cells[1], r.Cells[2]) { TestDisplayName = $"{r.Place} {r.Cells[1]}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Engine_has_result(string cell, string formula, string result)
    {
        var sheet = MakeWorkbook().Sheets[0];
        sheet.SetFormula(CellAddress.Parse(cell), formula);
        Assert.DoesNotContain(sheet.Workbook.FindCells(FormulaTrait.Unsupported), c => c.Range.Contains(CellAddress.Parse(cell)));
        SpecLiteral.AssertHolds(result, sheet, CellAddress.Parse(cell));
    }

    private static Workbook MakeWorkbook()
    {
        var workbook = new Workbook();
        var sheets = Enumerable.Range(1, 3).Select(i => workbook.AddSheet($"Sheet{i}")).ToArray();
        CellValue[] cells = ["Item", "Price", "Tax rate", "x", 10, 0.1, "y", 20, 0.2, "z", 30, 0.3, "Total", 60];
        foreach (var (at, value) in cells.Index()) sheets[0][new CellAddress(at % 3, at / 3)] = value;
        for (var i = 0; i < 3; i++) sheets[i][CellAddress.Parse("B8")] = 5 + i;
        sheets[1][CellAddress.Parse("C8")] = "n";
        workbook.AddTable(new Table("Sales", sheets[0], CellRange.Parse("A1:C5"), ["Item", "Price", "Tax rate"], 1, 1));
        workbook.DefineName(new DefinedName("Rate", "Sheet1!$C$2"));
        workbook.DefineName(new DefinedName("Rate", "7", sheets[1]));
        workbook.DefineName(new DefinedName("Twice", "Rate*2"));
        workbook.DefineName(new DefinedName("Left", "XFD1"));
        workbook.DefineName(new DefinedName("Prices", "Sales[Price]"));
        workbook.DefineName(new DefinedName("Every", "Prices"));
        workbook.DefineName(new DefinedName("List", "{3,1,2}"));
        workbook.DefineName(new DefinedName("Deep", "Sheet1:Sheet3!$B$8"));
        workbook.DefineName(new DefinedName("Own", "Rate+1", sheets[1]));
        return workbook;
    }
}
