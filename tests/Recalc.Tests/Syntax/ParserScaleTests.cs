using System.Text;
using Recalc.Syntax;

namespace Recalc.Tests.Syntax;

/// <summary>
/// Texts that tempt a parser to recurse, or to look through the same stretch again and again: an opening, a unit many times, an end. They
/// are lexed and parsed past the limit of characters too, up to what a token's length can count.
/// </summary>
public class ParserScaleTests
{
    private static readonly (string Opening, string Unit, string End)[] Texts =
    [
        ("", "(", ""), ("", "(", "1"), ("", "(", "1)"), ("", ")", ""), ("", "()", ""), ("", "(1)", ""), ("", "((", "1))"), ("", "(1,", ""),
        ("", "(A1,", ""),
        ("", "-", "1"), ("", "+", ""), ("", "@", "A1"), ("", "-@", "A1"), ("A1", "%", ""), ("A1", "#", ""), ("", "#", ""), ("", "1+", "1"),
        ("", "1^", "1"), ("1", "+", ""),
        ("", "{", ""), ("", "{", "1}"), ("", "}", ""), ("", "{1,", ""), ("", "{1;", ""), ("{", "1,", "1}"), ("{", "1;", "1}"),
        ("{", "{1},", "1}"), ("{", "-", "1}"), ("{{", "1,", ""),
        ("", "{{1;2},", ""), ("", "F(", ""), ("", "F(", "1"), ("", "F(1,", ""), ("F(", "1,", "1)"), ("F(", ",", ")"), ("F(", ";", ")"),
        ("F", "(1)", ""), ("", "LAMBDA(x,", "x"),
        ("", "F (", ""), ("", "F     (", ""), ("", "x      ", ""), ("", "a:", "a"), ("", "A1:", "A1"), ("", "A:", "A"), ("", "1:", "1"),
        ("", "R1C1:", "R1C1"), ("A1", ":", ""),
        ("", "a:b!", "A1"), ("", "a!", "A1"), ("", "1!", "A1"), ("", "!", ""), ("", "#REF!", ""), ("", "A1 ", ""), ("", "A1,", ""),
        ("", "(-A1,", ""), ("(", "-A1,", ""), ("", "-A1,", ""),
        ("(", "-(A1,", ""), ("(", "A1 -B1,", ""), ("", "1 ", ""), ("", "\"a\" ", ""), ("", "\"", ""), ("", "\"\"", "\""), ("", "'", ""),
        ("", "' ", ""), ("", "'a", ""),
        ("", "'a' ", ""), ("", "'a'-", ""), ("", "'a''b' ", ""), ("", "'a'!", ""), ("", "'a':'b'", ""), ("", "'a'#", ""), ("", "'a'.", "x"),
        ("", "''!", ""), ("", "[", ""), ("", "[[", "]]"),
        ("", "[]", ""), ("", "[x]", ""), ("", "[1]x", ""), ("", "[x]y:", ""), ("", "T[", ""), ("", "T[x]", ""), ("T[", "[#All],", "[x]]"),
        ("T[", "'", "]"), ("T[", "[", "]"), ("", "]", ""),
        ("", "[.", ""), ("", "[.A1]", ""), ("", "[.A1]:", ""), ("", "['", ""), ("", "['a'.A1]~", ""), ("", "['a'#", ""),
        ("[", "'a'#", ".A1]"), ("", "$", ""), ("", "$$", "x"), ("", "$x.", "y"),
        ("", "a|", "b!c"), ("", "a|'b'!", "c"), ("", "x|", ""), ("", "~", ""), ("", "A1~", "A1"), ("", "?", ""), ("", ".", ""),
        ("", "..5", ""), ("", "1.", ""), ("", "1E", ""), ("", "1E+", ""), ("", "9", ""),
        ("", "9e", ""), ("", "a", ""), ("", "a", "("), ("", "a", "!"), ("", "a.", ""), ("", " ", ""), ("", " ", "1"), ("", "\n", ""),
        ("", "\0", ""), ("", "\u00e9", ""), ("", ",", ""), ("", ";", ""), ("", "=", ""),
        ("", "<>", ""), ("", "(}", ""), ("", "{)", ""), ("", "F({)", ""), ("", "(1}+", ""), ("{{{{{{{{", ")", ""), ("", "{(", "1"),
        ("((((((((", "}", ""), ("", "#FOO!", ""), ("", "TRUE", ""), ("", "TRUE ", ""),
        ("", "A1:5,", "A1"), ("", "(1):", "A1"), ("", "((1):", "A1"), ("", "(((1))):A1,", "A1"),
    ];

    [Theory]
    [InlineData(FormulaDialect.A1)]
    [InlineData(FormulaDialect.R1C1)]
    [InlineData(FormulaDialect.OpenFormula)]
    public void Nothing_is_too_deep_for_a_tree(FormulaDialect dialect)
    {
        foreach (var text in Texts)
        {
            var bytes = Repeat(text, SyntaxLimits.Characters / 2);
            SyntaxInvariants.CheckTables(bytes, dialect);
            SyntaxInvariants.CheckTree(bytes, dialect);
        }
    }

    [Fact]
    public void Tokens_and_nodes_grow_with_the_length()
    {
        var buffer = new SyntaxBuffer();
        var parser = new Parser(buffer);
        foreach (var text in Texts)
        {
            buffer.Clear();
            Lexer.Run(Repeat(text, SyntaxLimits.Bytes), FormulaDialect.A1, buffer);
            parser.ParseTokens();
            Assert.True(buffer.Tokens.Length <= SyntaxLimits.Bytes + 1, $"{text}: more tokens than bytes");
            Assert.True(buffer.Nodes.Length <= 2 * buffer.Tokens.Length, $"{text}: more nodes than tokens make");
            Assert.Equal(buffer.Nodes.Length, buffer.Nodes[^1].Size);
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("(")]
    [InlineData("\"\u00e9\" ")]
    public void Text_that_is_far_too_long_is_refused_and_kept(string unit)
    {
        foreach (var size in new[] { ushort.MaxValue + 1, 200_000, 1_000_000 })
        {
            var tree = SyntaxInvariants.CheckTree(Repeat(("=", unit, ""), size), FormulaDialect.A1);
            Assert.Equal(DiagnosticCode.TooLong, Assert.Single(tree.Diagnostics).Code);
            Assert.Equal(SyntaxKind.Missing, tree.Root.Kind);
        }
    }

    [Fact]
    public void Parsing_allocates_nothing_once_its_buffer_has_grown()
    {
        var formulas = new[] { "=SUM(A1:B2,'My Sheet'!C3)*-2%", "=IF(T[[#This Row],[x]]>1,{1,2;3,4},\"text\")", "=LAMBDA(x,x+1)(A1#)&1E5",
            "=1+*2)" }
            .Select(Encoding.UTF8.GetBytes).ToArray();
        var parser = new Parser(new SyntaxBuffer());
        Assert.Equal(0, Allocated.By(() =>
        {
            for (var i = 0; i < 100; i++)
                foreach (var formula in formulas) parser.Parse(formula, FormulaDialect.A1);
        }));
    }

    private static byte[] Repeat((string Opening, string Unit, string End) text, int size)
    {
        var (opening, unit, end) = (Encoding.UTF8.GetBytes(text.Opening), Encoding.UTF8.GetBytes(text.Unit),
            Encoding.UTF8.GetBytes(text.End));
        var bytes = new List<byte>(size + unit.Length);
        bytes.AddRange(opening);
        while (bytes.Count + unit.Length + end.Length <= size) bytes.AddRange(unit);
        bytes.AddRange(end);
        return [.. bytes];
    }
}
