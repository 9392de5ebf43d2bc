using System.Text.Json;

namespace Recalc.Repl.Tests;

public sealed class EvalTests : IDisposable
{
    private static readonly string Example = RepositoryRoot.PathOf("examples", "mortgage.xlsx");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1+2*3", "7")]
    [InlineData("=0.1+0.2", "0.3")]
    [InlineData("\"a\"&1", "a1")]
    [InlineData("1>2", "FALSE")]
    [InlineData("{1,2;3,4}*10", "10")]
    public void The_value_is_printed(string expression, string value)
    {
        var run = ToolRun.Of("eval", expression);

        Assert.Equal((0, value + "\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("B7*2", "B7=5", "10")]
    [InlineData("rate*100", "rate=6.5%", "6.5")]
    [InlineData("B7&\"!\"", "B7=hello", "hello!")]
    [InlineData("NOT(B7)", "B7=true", "FALSE")]
    [InlineData("B7+A1", "B7==2*3", "6")]
    [InlineData("Sheet1!B7", "$B$7=4", "4")]
    [InlineData("twice", "twice==B7*2", "0")]
    public void Cells_and_names_are_set(string expression, string setting, string value) =>
        Assert.Equal(value + "\n", ToolRun.Of("eval", expression, "--set", setting).Output);

    [Fact]
    public void A_workbook_answers_with_the_inputs_it_is_given()
    {
        Assert.Equal("1157.79\n", ToolRun.Of("eval", "B6", "--book", Example).Output);
        Assert.Equal("166803.78\n", ToolRun.Of("eval", "Summary!B33", "--book", Example).Output);

        var byName = ToolRun.Of("eval", "Inputs!B4&\"/\"&B6", "--book", Example, "--set", "Rate=5%");
        var byCell = ToolRun.Of("eval", "Inputs!B4&\"/\"&B6", "--book", Example, "--set", "Inputs!B4=5%");

        Assert.Equal("0.05/1342.05\n", byName.Output);
        Assert.Equal(byName, byCell);
    }

    [Fact]
    public void Several_settings_hold_together() =>
        Assert.Equal("2147.29\n", ToolRun.Of("eval", "Inputs!B6", "--book", Example, "--set", "Rate=5%", "--set", "Principal=400000").Output);

    [Fact]
    public void The_sheet_that_it_evaluates_on_is_nobodys()
    {
        var file = _folder.Write(SmallWorkbook.Of("""<row r="1"><c r="A1"><f>SUM(B:XFD)</f><v>0</v></c></row>"""), "book.xlsx");

        Assert.Equal("0\n", ToolRun.Of("eval", "A1", "--book", file).Output);
        Assert.Equal("7\n", ToolRun.Of("eval", "A1", "--book", file, "--set", "C9=7").Output);
    }

    [Fact]
    public void An_error_is_printed_explained_and_told_by_the_exit_code()
    {
        var run = ToolRun.Of("eval", "1/0+Sheet1!A1");

        Assert.Equal((1, "#DIV/0!\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void Json_tells_value_and_kind()
    {
        Assert.Equal("""{"value":1.5,"kind":"number","explanation":null}""" + "\n", ToolRun.Of("eval", "3/2", "--json").Output);
        Assert.Equal("""{"value":"a","kind":"text","explanation":null}""" + "\n", ToolRun.Of("eval", "\"a\"", "--json").Output);
        Assert.Equal("""{"value":false,"kind":"logical","explanation":null}""" + "\n", ToolRun.Of("eval", "1>2", "--json").Output);
        using var error = JsonDocument.Parse(ToolRun.Of("eval", "1/0", "--json").Output);
        Assert.Equal("#DIV/0!", error.RootElement.GetProperty("value").GetProperty("error").GetString());
        Assert.Equal("error", error.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public void A_mistake_is_shown_with_a_caret()
    {
        var run = ToolRun.Of("eval", "1+");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("1+\n  ^\noffset 2: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B7")]
    [InlineData("1x=5")]
    [InlineData("Nowhere!B7=5")]
    [InlineData("B7==1+")]
    public void A_setting_that_is_none_is_refused(string setting)
    {
        var run = ToolRun.Of("eval", "1", "--set", setting);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void A_workbook_that_cannot_be_read_is_said()
    {
        var run = ToolRun.Of("eval", "1", "--book", RepositoryRoot.PathOf("README.md"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("README.md", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_that_is_none_is_refused() => Assert.Equal(2, ToolRun.Of("eval", "1", "--shout").ExitCode);
}
