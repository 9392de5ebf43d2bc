using System.Text;
using CsCheck;
using Recalc.Syntax;

namespace Recalc.Tests.Syntax;

public class ParserPropertyTests
{
    private static readonly FormulaDialect[] Dialects = [FormulaDialect.A1, FormulaDialect.R1C1, FormulaDialect.OpenFormula];

    [Fact]
    public void A_formula_by_the_grammar_has_its_tree_and_no_diagnostic() => FormulaGens.Valid.Sample(piece =>
    {
        var text = Encoding.UTF8.GetBytes("=" + piece.Text);
        var tree = SyntaxInvariants.CheckTree(text, FormulaDialect.A1);
        SyntaxInvariants.CheckTables(text, FormulaDialect.A1);
        Assert.DoesNotContain(tree.Diagnostics, d => d.Code is not (DiagnosticCode.TooLong or DiagnosticCode.TooDeep));
        if (tree.Diagnostics.Count == 0) Assert.Equal(piece.Shape, FormulaShape.Of(tree.Root));
    }, iter: 4_000, print: piece => piece.Text);

    [Fact]
    public void Any_bytes_have_a_tree() => FormulaGens.Bytes.Sample(Check, iter: 4_000, print: Print);

    [Fact]
    public void Scraps_of_formulas_have_a_tree() => FormulaGens.Scraps.Sample(Check, iter: 8_000, print: Print);

    [Fact]
    public void A_broken_formula_has_a_tree() => FormulaGens.Broken.Sample(Check, iter: 4_000, print: Print);

    [Fact]
    public void A_buffer_that_was_used_gives_what_a_new_one_gives() =>
        Gen.Select(FormulaGens.Broken, FormulaGens.Scraps).Sample((first, second) =>
    {
        var used = new SyntaxBuffer();
        var parser = new Parser(used);
        parser.Parse(first, FormulaDialect.A1);
        parser.Parse(second, FormulaDialect.A1);
        var fresh = new SyntaxBuffer();
        new Parser(fresh).Parse(second, FormulaDialect.A1);
        Assert.Equal(fresh.Nodes.ToArray(), used.Nodes.ToArray());
        Assert.Equal(fresh.Diagnostics.ToArray(), used.Diagnostics.ToArray());
        Assert.Equal(fresh.References.ToArray(), used.References.ToArray());
    }, iter: 2_000);

    private static void Check(byte[] text)
    {
        foreach (var dialect in Dialects)
        {
            SyntaxInvariants.CheckTables(text, dialect);
            SyntaxInvariants.CheckTree(text, dialect);
        }
    }

    private static string Print(byte[] text) => Convert.ToHexString(text) + " " + Encoding.Latin1.GetString(text);
}
