using System.Text.Json;

namespace Recalc.Repl.Tests;

public sealed class InspectTests
{
    private static readonly string Example = RepositoryRoot.PathOf("examples", "mortgage.xlsx");

    [Fact]
    public void A_line_says_what_a_workbook_holds()
    {
        var run = ToolRun.Of("inspect", Example);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"{Example}: 3 sheets, 2,307 cells, 2,256 formulas (14 distinct, 15 regions), 3 names, 0 tables, 0 links, ", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Output.Count(c => c == '\n'));
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Json_is_an_object_a_file()
    {
        var run = ToolRun.Of("inspect", Example, Example, "--json");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var json = JsonDocument.Parse(lines[1]);
        var root = json.RootElement;
        Assert.Equal(Example, root.GetProperty("file").GetString());
        Assert.Equal(2256, root.GetProperty("formulas").GetInt64());
        Assert.Equal(15, root.GetProperty("regions").GetInt32());
        Assert.Equal(0, root.GetProperty("formulas_with_errors").GetInt32());
        Assert.Equal(0, root.GetProperty("unknown_functions").GetArrayLength());
        Assert.True(root.GetProperty("load_ms").GetDouble() > 0);
    }

    [Fact]
    public void Regions_are_listed_when_asked_for()
    {
        var text = ToolRun.Of("inspect", Example, "--regions").Output;
        Assert.Contains("  Schedule!C3:C361\t=R[-1]C[3]\n", text, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(ToolRun.Of("inspect", Example, "--regions", "--json").Output);
        var regions = json.RootElement.GetProperty("region_list");
        Assert.Equal(15, regions.GetArrayLength());
        Assert.Contains(regions.EnumerateArray(), r => r.GetProperty("range").GetString() == "D2:D361" && r.GetProperty("formula").GetString() == "ROUND(RC[-1]*Inputs!R7C2,2)");
    }

    [Fact]
    public void A_file_that_is_no_workbook_is_said_and_the_others_are_read()
    {
        var run = ToolRun.Of("inspect", RepositoryRoot.PathOf("README.md"), Example);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("README.md", run.Error, StringComparison.Ordinal);
        Assert.Contains("2,256 formulas", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said()
    {
        var run = ToolRun.Of("inspect", RepositoryRoot.PathOf("examples", "nothing.xlsx"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing.xlsx", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
