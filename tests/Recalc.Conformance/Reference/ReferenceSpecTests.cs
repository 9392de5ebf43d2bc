using Recalc.Addressing;
using Recalc.Reference;
using Recalc.Values;

namespace Recalc.Conformance.Reference;

public sealed class ReferenceSpecTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Rows => SpecTable.Read("evaluation.md", "formula", "result")
        .Select(r => new TheoryDataRow<string, string>(r.Cells[0], r.Cells[1]) { TestDisplayName = $"{r.Place} {r.Cells[0]}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Formula_has_result(string formula, string result)
    {
        var workbook = new ReferenceWorkbook();
        workbook.AddSheet("Sheet1");
        CellValue[] a = [1, "2", true, default, "", "abc", -3, ErrorKind.NotAvailable];
        for (var row = 0; row < a.Length; row++) workbook.SetValue("Sheet1", new CellAddress(0, row), a[row]);
        for (var row = 0; row < 3; row++) workbook.SetValue("Sheet1", new CellAddress(1, row), 10 * (row + 1));
        foreach (var (row, text) in new[] { "x", "Y", "x" }.Index()) workbook.SetValue("Sheet1", new CellAddress(2, row), text);
        workbook.SetFormula("Sheet1", new CellAddress(3, 0), formula);
        Assert.Equal(Literal(result), workbook.Get("Sheet1", new CellAddress(3, 0)));
    }

    private static CellValue Literal(string text) => text switch
    {
        "TRUE" or "FALSE" => text == "TRUE",
        ['"', ..] => text[1..^1],
        ['#', ..] => ErrorText.TryParse(text, out var error) ? error : throw new FormatException(text),
        _ => double.Parse(text, null),
    };
}
