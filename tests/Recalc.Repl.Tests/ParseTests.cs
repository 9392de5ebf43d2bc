namespace Recalc.Repl.Tests;

public sealed class ParseTests
{
    [Fact]
    public void A_formula_is_shown_as_tree_relative_form_and_script()
    {
        var run = ToolRun.Of("parse", "=SUM(A1:B2)*-2", "--at", "C3");

        Assert.Equal(0, run.ExitCode);
        var expected = string.Join('\n',
        [
            "Multiply", "  Call  SUM", "    Reference  A1:B2", "  Negate", "    Number  2", "",
            "R1C1    SUM(R[-2]C[-2]:R[-1]C[-1])*-2", "",
        ]);
        Assert.StartsWith(expected, run.Output, StringComparison.Ordinal);
        Assert.Equal(["Range", "Call", "Constant", "Binary", "Return"], Opcodes(run.Output));
    }

    [Fact]
    public void A_mistake_is_shown_with_a_caret_and_fails()
    {
        var run = ToolRun.Of("parse", "=SUM(1,(2");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("=SUM(1,(2\n       ^\noffset 7: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=R[-1]C*2", "R1C1", "R[-1]C*2")]
    [InlineData("of:=SUM([.A1:.B2];1)", "OpenFormula", "SUM(R[-4]C:R[-3]C[1],1)")]
    public void Other_dialects_are_read(string formula, string dialect, string relative)
    {
        var run = ToolRun.Of("parse", formula, "--dialect", dialect, "--at", "A5");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"R1C1    {relative}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_is_none_is_refused()
    {
        var run = ToolRun.Of("parse", "=1", "--at", "ZZZZ1");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("'ZZZZ1' is no cell", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_is_shown_without_end()
    {
        var run = ToolRun.Of("parse", new string('(', 4000) + "1" + new string(')', 4000));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Constant", "Return"], Opcodes(run.Output));
    }

    private static string[] Opcodes(string output) =>
        [.. output.Split('\n').Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l.TrimStart() is [>= '0' and <= '9', ..]).Select(l => l[33..].Split(' ')[0])];
}
