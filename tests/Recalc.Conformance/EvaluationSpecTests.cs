using Recalc.Addressing;
using Recalc.Reference;
using Recalc.Values;

namespace Recalc.Conformance;

/// <summary>The rows of <c>evaluation.md</c>, for the engine and for its oracle.</summary>
public sealed class EvaluationSpecTests
{
    private static readonly CellAddress Cell = CellAddress.Parse("D1");

    public static IEnumerable<TheoryDataRow<string, string>> Rows => SpecTable.Read("evaluation.md", "formula", "result")
        .Select(r => new TheoryDataRow<string, string>(r.Cells[0], r.Cells[1]) { TestDisplayName = $"{r.Place} {r.Cells[0]}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Engine_has_result(string formula, string result)
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        Fill((cell, value) => sheet[cell] = value);
        sheet.SetFormula(Cell, formula);
        Assert.SkipWhen(sheet.Workbook.FindCells(FormulaTrait.Unsupported).Count > 0, "The engine does not have it yet.");
        SpecLiteral.AssertHolds(result, sheet, Cell);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Oracle_has_result(string formula, string result)
    {
        var workbook = new ReferenceWorkbook();
        workbook.AddSheet("Sheet1");
        Fill((cell, value) => workbook.SetValue("Sheet1", cell, value));
        workbook.SetFormula("Sheet1", Cell, formula);
        Assert.Equal(SpecLiteral.Read(result), workbook.Get("Sheet1", Cell));
    }

    private static void Fill(Action<CellAddress, CellValue> set)
    {
        CellValue[] a = [1, "2", true, default, "", "abc", -3, ErrorKind.NotAvailable];
        for (var row = 0; row < a.Length; row++) set(new CellAddress(0, row), a[row]);
        for (var row = 0; row < 3; row++) set(new CellAddress(1, row), 10 * (row + 1));
        foreach (var (row, text) in new[] { "x", "Y", "x" }.Index()) set(new CellAddress(2, row), text);
    }
}
