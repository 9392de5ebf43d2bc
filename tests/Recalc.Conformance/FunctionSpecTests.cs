using Recalc.Addressing;
using Recalc.Reference;
using Recalc.Values;

namespace Recalc.Conformance;

/// <summary>The rows of the spec files of function families, for the engine and, where it can, for its oracle.</summary>
public sealed class FunctionSpecTests
{
    private static readonly CellAddress Cell = CellAddress.Parse("D1");

    private static readonly string[] Files =
    [
        "arithmetic.md", "logical.md", "criteria.md", "lookups.md", "arrays.md", "statistics.md", "distributions.md", "engineering.md", "limits.md",
        "texts.md", "dates.md", "number-formats.md", "financial.md", "corpus-findings.md",
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Rows => Files.SelectMany(f => SpecTable.Read(f, "formula", "result"))
        .Select(r => new TheoryDataRow<string, string>(r.Cells[0], r.Cells[1]) { TestDisplayName = $"{r.Place} {r.Cells[0]}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Engine_has_result(string formula, string result)
    {
        var sheet = new Workbook().AddSheet("Sheet1");
        Fill((cell, value) => sheet[cell] = value, (cell, text) => sheet.SetFormula(cell, text));
        sheet.SetFormula(Cell, formula);
        Assert.Empty(sheet.Workbook.FindCells(FormulaTrait.Unsupported));
        SpecLiteral.AssertHolds(result, sheet, Cell);
    }

    // The oracle has few functions: rows with others have no value there. Of an array it shows the first element.
    [Fact]
    public void Oracle_has_results()
    {
        var (compared, differences) = (0, new List<string>());
        foreach (var row in Files.SelectMany(f => SpecTable.Read(f, "formula", "result")).Where(r => !r.Cells[1].StartsWith('{')))
        {
            if (EvaluateNaively(row.Cells[0]) is not { } actual) continue;
            compared++;
            if (!SpecLiteral.AreSame(SpecLiteral.Read(row.Cells[1]), actual)) differences.Add($"{row.Place} {row.Cells[0]}: {row.Cells[1]} is not {actual}");
        }
        Assert.True(compared >= 200, $"{compared} rows were compared.");
        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} differ:\n{string.Join('\n', differences)}");
    }

    private static CellValue? EvaluateNaively(string formula)
    {
        var workbook = new ReferenceWorkbook();
        workbook.AddSheet("Sheet1");
        Fill((cell, value) => workbook.SetValue("Sheet1", cell, value), (cell, text) => workbook.SetFormula("Sheet1", cell, text));
        workbook.SetFormula("Sheet1", Cell, formula);
        return workbook.Get("Sheet1", Cell);
    }

    private static void Fill(Action<CellAddress, CellValue> set, Action<CellAddress, string> setFormula)
    {
        set(CellAddress.Parse("A1"), "12");
        set(CellAddress.Parse("A2"), true);
        set(CellAddress.Parse("A4"), "");
        setFormula(CellAddress.Parse("A5"), "1+1");
        for (var row = 0; row < 3; row++) set(new CellAddress(1, row), 10 * (row + 1));
        foreach (var (row, text) in new[] { "x", "Y", "x" }.Index()) set(new CellAddress(2, row), text);
    }
}
