using System.Text;
using Recalc.Syntax;

namespace Recalc.Conformance;

public sealed class WorkbookSyntaxTests
{
    [Fact]
    public void Formulas_in_workbook_files_parse_but_for_the_exceptions()
    {
        var census = new FormulaCensus(FormulaDialect.A1);
        var files = Directory.EnumerateFiles(Path.Combine(Corpus.RootOrSkip(), "files"), "*.xl*", SearchOption.AllDirectories);
        foreach (var file in files.Where(f => !f.EndsWith(".xls", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
            foreach (var formula in WorkbookFile.Formulas(file)) census.Add(Encoding.UTF8.GetBytes(formula));
        var exceptions = SpecTable.Read("syntax-exceptions.md", "formula", "diagnostics").ToDictionary(r => r.Cells[0], r => r.Cells[1]);
        Assert.Empty(census.Garbled);
        var listed = exceptions.Select(e => $"| `{e.Key}` | `{e.Value}` |").ToHashSet();
        var refused = census.Refused.Select(r => $"| `{r.Key}` | `{r.Value}` |").ToHashSet();
        Assert.Equal("", string.Join('\n', refused.Except(listed)));
        Assert.Equal("", string.Join('\n', listed.Except(refused)));
    }
}
