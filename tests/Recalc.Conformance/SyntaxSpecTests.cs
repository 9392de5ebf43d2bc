using System.Buffers;
using System.Text;
using Recalc.Syntax;

namespace Recalc.Conformance;

public sealed class SyntaxSpecTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Trees => Rows("syntax-tree.md", "tree");
    public static IEnumerable<TheoryDataRow<string, string, string>> R1C1Trees => Rows("syntax-r1c1.md", "tree");
    public static IEnumerable<TheoryDataRow<string, string, string>> OpenFormulaTrees => Rows("syntax-openformula.md", "tree");
    public static IEnumerable<TheoryDataRow<string, string, string>> Mistakes => Rows("syntax-diagnostics.md", "diagnostics");
    public static IEnumerable<TheoryDataRow<string, string, string>> Limits => Rows("syntax-diagnostics.md", "tree");
    public static IEnumerable<TheoryDataRow<string, string, string>> Messages => Rows("syntax-diagnostics.md", "message");
    public static IEnumerable<TheoryDataRow<string, string, string>> R1C1Mistakes => Rows("syntax-r1c1.md", "diagnostics");
    public static IEnumerable<TheoryDataRow<string, string, string>> OpenFormulaMistakes => Rows("syntax-openformula.md", "diagnostics");
    public static IEnumerable<TheoryDataRow<string, string, string>> Exceptions => Rows("syntax-exceptions.md", "diagnostics");

    [Theory]
    [MemberData(nameof(Trees))]
    public void A1_formula_has_tree(string place, string formula, string tree) => HasTree(place, formula, tree, FormulaDialect.A1);

    [Theory]
    [MemberData(nameof(Limits))]
    public void Formula_within_limits_has_tree(string place, string formula, string tree) =>
        HasTree(place, formula, tree, FormulaDialect.A1);

    [Theory]
    [MemberData(nameof(R1C1Trees))]
    public void R1C1_formula_has_tree(string place, string formula, string tree) => HasTree(place, formula, tree, FormulaDialect.R1C1);

    [Theory]
    [MemberData(nameof(OpenFormulaTrees))]
    public void OpenFormula_has_tree(string place, string formula, string tree) =>
        HasTree(place, formula, tree, FormulaDialect.OpenFormula);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A1_mistake_has_diagnostic(string place, string formula, string expected) =>
        HasDiagnostics(place, formula, expected, FormulaDialect.A1);

    [Theory]
    [MemberData(nameof(R1C1Mistakes))]
    public void R1C1_mistake_has_diagnostic(string place, string formula, string expected) =>
        HasDiagnostics(place, formula, expected, FormulaDialect.R1C1);

    [Theory]
    [MemberData(nameof(OpenFormulaMistakes))]
    public void OpenFormula_mistake_has_diagnostic(string place, string formula, string expected) =>
        HasDiagnostics(place, formula, expected, FormulaDialect.OpenFormula);

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Exception_has_diagnostic(string place, string formula, string expected) =>
        HasDiagnostics(place, formula, expected, FormulaDialect.A1);

    [Theory]
    [MemberData(nameof(Messages))]
    public void Mistake_has_message(string place, string formula, string message)
    {
        Assert.NotEmpty(place);
        var tree = Parse(formula, FormulaDialect.A1);
        Assert.Equal(message, Assert.Single(tree.Diagnostics).Message);
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Rows(string file, string column) =>
        SpecTable.Read(file, "formula", column).Select(row => row.ToTheory());

    private static void HasTree(string place, string formula, string tree, FormulaDialect dialect)
    {
        var parsed = Parse(formula, dialect);
        Assert.True(parsed.Diagnostics.Count == 0, $"{place}: {string.Join("; ", parsed.Diagnostics)}");
        Assert.Equal(Encoding.UTF8.GetString(SpecNotation.Bytes(tree)), SyntaxShape.Of(parsed.Root));
    }

    private static void HasDiagnostics(string place, string formula, string expected, FormulaDialect dialect)
    {
        Assert.NotEmpty(place);
        var parsed = Parse(formula, dialect);
        Assert.Equal(expected, string.Join(' ', parsed.Diagnostics.Select(d => $"{d.Code}@{d.Offset}+{d.Length}")));
    }

    private static SyntaxTree Parse(string formula, FormulaDialect dialect)
    {
        var bytes = SpecNotation.Bytes(formula);
        var tree = SyntaxTree.Parse(bytes, dialect);
        var printed = new ArrayBufferWriter<byte>();
        tree.WriteTo(printed);
        Assert.Equal(bytes, printed.WrittenSpan.ToArray());
        return tree;
    }
}
