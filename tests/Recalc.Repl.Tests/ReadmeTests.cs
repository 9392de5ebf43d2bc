namespace Recalc.Repl.Tests;

public sealed class ReadmeTests
{
    private static string Text(params string[] parts) => File.ReadAllText(RepositoryRoot.PathOf(parts)).ReplaceLineEndings("\n");

    [Fact]
    public void The_program_on_the_first_screen_is_the_example_that_is_built()
    {
        var program = Text("examples", "ReadWorkbook", "Program.cs");

        Assert.Contains($"```csharp\n{program}```\n", Text("README.md"), StringComparison.Ordinal);
        Assert.InRange(program.Split('\n').Count(l => l.Length > 0), 1, 12);
    }

    [Fact]
    public void The_main_command_shows_what_the_readme_says()
    {
        Assert.Contains("    dotnet run -c Release --project src/Recalc.Repl -- inspect examples/mortgage.xlsx --regions\n", Text("README.md"), StringComparison.Ordinal);
        var run = ToolRun.Of("inspect", RepositoryRoot.PathOf("examples", "mortgage.xlsx"), "--regions");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2,256 formulas (14 distinct, 15 regions)", run.Output, StringComparison.Ordinal);
    }
}
