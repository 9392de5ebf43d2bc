namespace Recalc.Repl.Tests;

public sealed class SessionTests
{
    [Theory]
    [InlineData("1+1", "2")]
    [InlineData("A1 = 5\nA1*2", "10")]
    [InlineData("B1 = 4\nA1 = =B1*2\nB1 = 5\nA1", "10")]
    [InlineData("B1 = 4\nA1 = B1*2\nA1", "8")]
    [InlineData("A1 = \"say \"\"hi\"\"\"\nA1", "say \"hi\"")]
    [InlineData("A1 = TRUE\nA1", "TRUE")]
    [InlineData("A1 = 5\nA1 =\nISBLANK(A1)", "TRUE")]
    [InlineData("A1 = 5\n=A1=5", "TRUE")]
    [InlineData("A1 = 0.2\nrate = A1/2\nB2 = =rate*10\nB2", "1")]
    [InlineData("x = 3\nx = 4\nx^2", "16")]
    [InlineData("Sheet1!C3 = 7\nSUM(A1:C9)", "7")]
    [InlineData("B1 = \"q\"\ny = B1\nCONCATENATE(\"a\",y,\"c\",y)", "aqcq")]
    public void Lines_set_define_and_print(string lines, string printed) => Assert.Equal(printed + "\n", Session(lines));

    [Fact]
    public void An_error_is_printed_and_the_session_goes_on()
    {
        var lines = Session("1/0\n1+1").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("#DIV/0!", lines[0]);
        Assert.Equal("2", lines[^1]);
    }

    [Fact]
    public void A_mistake_is_shown_with_a_caret_and_the_session_goes_on()
    {
        var output = Session("1+\nA1 = =(\n1+1");

        Assert.StartsWith("1+\n  ^\noffset 2: ", output, StringComparison.Ordinal);
        Assert.EndsWith("\n2\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("help")]
    public void Help_is_printed(string line) => Assert.Contains("set a cell", Session(line), StringComparison.Ordinal);

    [Theory]
    [InlineData("quit")]
    [InlineData("exit")]
    public void The_session_can_be_left(string line) => Assert.Equal("1\n", Session($"1\n{line}\n2"));

    [Theory]
    [InlineData("=")]
    [InlineData("A1 = A1")]
    [InlineData("ZZZZ9 = 5")]
    [InlineData("Nowhere!A1 = 5")]
    [InlineData("'")]
    [InlineData("x = x+1\nx")]
    [InlineData("A1 = =Nowhere!A1")]
    [InlineData("\u0000\uFFFF")]
    [InlineData("A1:A9 = 5")]
    [InlineData("LAMBDA(x,x)")]
    public void No_line_ends_the_session(string line)
    {
        var run = ToolRun.WithInput(line + "\n40+2\n");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("42\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_is_no_command_and_what_there_is_is_said()
    {
        var run = ToolRun.Of("book.xlsx");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'book.xlsx'", run.Error, StringComparison.Ordinal);
        foreach (var command in new[] { "check", "eval", "inspect", "parse" }) Assert.Contains($"  {command} <", run.Output, StringComparison.Ordinal);
    }

    private static string Session(string lines)
    {
        var run = ToolRun.WithInput(lines + "\n");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }
}
