using System.Text;
using Recalc.Syntax;

namespace Recalc.Tests.Syntax;

public class DiagnosticTests
{
    [Theory]
    [InlineData("=1+*2", "=1+*2", "   ^")]
    [InlineData("=SUM(1", "=SUM(1", " ^^^^")]
    [InlineData("=1+", "=1+", "   ^")]
    [InlineData("", "", "^")]
    [InlineData("=\t1\t2x", "= 1 2x", "    ^^")]
    [InlineData("=größe+日本*/2", "=größe+日本*/2", "          ^")]
    [InlineData("=\"\ud83d\ude00\" 5", "=\"\ud83d\ude00\" 5", "     ^")]
    [InlineData("=\"e\u0301\" 5", "=\"e\u0301\" 5", "     ^")]
    [InlineData("=1+\n2x+\n3", "2x+", "^^")]
    [InlineData("=1+\r\n 2x", " 2x", " ^^")]
    [InlineData("=2x\r\n+3", "=2x", " ^^")]
    [InlineData("=1\n+", "+", " ^")]
    [InlineData("=\u0001", "= ", " ^")]
    [InlineData("=1+\u001b[31m", "=1+ [31m", "   ^")]
    public void Carets_stand_under_the_mistake(string text, string line, string carets)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var diagnostic = SyntaxTree.Parse(bytes).Diagnostics[0];
        Assert.Equal([line, carets, diagnostic.ToString()], diagnostic.Render(bytes).Split('\n'));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_show_as_one_sign_each()
    {
        byte[] bytes = [.. "=\""u8, 0xFF, 0x80, 0x80, .. "\" 5"u8];
        var diagnostic = Assert.Single(SyntaxTree.Parse(bytes).Diagnostics);
        Assert.Equal(["=\"\ufffd\ufffd\ufffd\" 5", "       ^"], diagnostic.Render(bytes).Split('\n')[..2]);
    }

    [Fact]
    public void A_mistake_over_several_lines_is_shown_on_its_first()
    {
        var bytes = "=T[[#F\noo]]+1"u8.ToArray();
        var diagnostic = Assert.Single(SyntaxTree.Parse(bytes).Diagnostics);
        Assert.Equal(["=T[[#F", "    ^^"], diagnostic.Render(bytes).Split('\n')[..2]);
        Assert.Equal(3, diagnostic.Render(bytes).Split('\n').Length);
    }

    [Fact]
    public void A_text_that_is_not_the_one_that_was_parsed_does_no_harm()
    {
        var diagnostic = Assert.Single(SyntaxTree.Parse("=1+2+3+4x").Diagnostics);
        Assert.Equal(["=1", "  ^"], diagnostic.Render("=1"u8).Split('\n')[..2]);
    }

    [Fact]
    public void A_diagnostic_names_its_stream_and_offset()
    {
        Assert.Equal("Sheet1!B7: offset 3: '2x' is no number.",
            Assert.Single(SyntaxTree.Parse("=1+2x"u8, stream: "Sheet1!B7").Diagnostics).ToString());
        Assert.Equal("offset 3: '2x' is no number.", Assert.Single(SyntaxTree.Parse("=1+2x").Diagnostics).ToString());
    }

    [Fact]
    public void A_message_quotes_a_stretch_that_is_short_and_on_one_line()
    {
        var message = Assert.Single(SyntaxTree.Parse("=1 \"" + new string('a', 1000) + "\"").Diagnostics).Message;
        Assert.True(message.Length < 100, message);
        Assert.Equal("An operator is missing before '\"a b\"'.", Assert.Single(SyntaxTree.Parse("=1 \"a\nb\"").Diagnostics).Message);
    }

    [Fact]
    public void Every_code_has_a_message_of_its_own()
    {
        var messages = Enum.GetValues<DiagnosticCode>()
            .Select(code => new DiagnosticRecord(code, 0, 1).ToDiagnostic(null, "x"u8).Message).ToList();
        Assert.All(messages, message => Assert.EndsWith(".", message, StringComparison.Ordinal));
        Assert.Equal(messages.Count, messages.Distinct().Count());
    }
}
