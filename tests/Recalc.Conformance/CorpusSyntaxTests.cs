using System.Text;
using Recalc.Syntax;

namespace Recalc.Conformance;

public sealed class CorpusSyntaxTests
{
    [Fact]
    public void Formulas_of_workbook_cases_parse_without_diagnostic_and_print_back()
    {
        var census = new FormulaCensus(FormulaDialect.A1);
        foreach (var source in Corpus.Sources().Where(s => !Corpus.IsUnits(Path.GetFileName(s))))
            Read(source, "formula", census);
        Assert.Empty(census.Garbled);
        Assert.Empty(census.Refused);
        Assert.True(census.Count > 600_000, $"{census.Count} formulas");
    }

    public static IEnumerable<TheoryDataRow<string, string, string>> Units =>
        SpecTable.Read("syntax-exceptions.md", "source", "property", "refused").Select(row =>
            new TheoryDataRow<string, string, string>(row.Cells[0], row.Cells[1], row.Cells[2]) { TestDisplayName = $"{row.Place} {row.Cells[0]} {row.Cells[1]}" });

    [Theory]
    [MemberData(nameof(Units))]
    public void Texts_of_other_test_suites_parse_as_far_as_they_are_formulas(string source, string property, string refused)
    {
        var census = new FormulaCensus(property == "formula" ? FormulaDialect.A1 : FormulaDialect.OpenFormula);
        Read(Path.Combine(Corpus.RootOrSkip(), "cases", source), property, census);
        Assert.Empty(census.Garbled);
        Assert.Equal(refused, $"{census.Refused.Count} of {census.Count}");
    }

    private static void Read(string source, string property, FormulaCensus census)
    {
        foreach (var file in Directory.EnumerateFiles(source).Order(StringComparer.Ordinal)) CaseFile.Read(file, Encoding.UTF8.GetBytes(property), census.Add);
    }
}
