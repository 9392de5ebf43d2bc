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
            new TheoryDataRow<string, string, string>(row.Cells[0], row.Cells[1], row.Cells[2])
            {
                TestDisplayName = $"{row.Place} {row.Cells[0]} {row.Cells[1]}",
            });

    [Theory]
    [MemberData(nameof(Units))]
    public void Texts_of_other_test_suites_parse_as_far_as_they_are_formulas(string source, string property, string refused)
    {
        var census = new FormulaCensus(property == "formula" ? FormulaDialect.A1 : FormulaDialect.OpenFormula);
        Read(Path.Combine(Corpus.RootOrSkip(), "cases", source), property, census);
        Assert.Empty(census.Garbled);
        Assert.Equal(refused, $"{census.Refused.Count} of {census.Count}");
    }

    // Documents in which LibreOffice, on the way to Excel's spelling, adds an argument or takes a name for a cell.
    private static readonly string[] Rewritten =
        ["date_time__weeksinyear", "mathematical__euroconvert", "mathematical__round", "mathematical__roundup"];

    [Fact]
    public void A_formula_has_the_same_tree_in_A1_and_in_OpenFormula()
    {
        var (count, different) = (0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus.RootOrSkip(), "cases", "libreoffice-functions")))
        {
            var document = Path.GetFileName(file)[..Path.GetFileName(file).IndexOf(".jsonl", StringComparison.Ordinal)];
            CaseFile.Read(file, "formula"u8, "formula_of"u8, (excel, open) =>
            {
                var (left, right) = (SyntaxTree.Parse(excel), SyntaxTree.Parse(open, FormulaDialect.OpenFormula));
                if (excel.IsEmpty || open.IsEmpty || left.Diagnostics.Count + right.Diagnostics.Count > 0) return;
                count++;
                if (!Kinds(left).SequenceEqual(Kinds(right))) different.Add(document);
            });
        }
        Assert.True(count > 6_500, $"{count} pairs");
        Assert.Equal(Rewritten, different);
    }

    // In pre-order; with the number of children they say all of the shape.
    private static IEnumerable<(SyntaxKind Kind, int Children, bool IsQualified)> Kinds(SyntaxTree tree)
    {
        var stack = new Stack<SyntaxNode>([tree.Root]);
        while (stack.TryPop(out var node))
        {
            yield return (node.Kind, node.Children.Count, node.Qualifier is not null);
            foreach (var child in node.Children) stack.Push(child);
        }
    }

    private static void Read(string source, string property, FormulaCensus census)
    {
        var name = Encoding.UTF8.GetBytes(property);
        foreach (var file in Directory.EnumerateFiles(source).Order(StringComparer.Ordinal))
            CaseFile.Read(file, name, name, (text, _) => census.Add(text));
    }
}
