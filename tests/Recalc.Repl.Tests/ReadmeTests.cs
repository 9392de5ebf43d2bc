namespace Recalc.Repl.Tests;

public sealed class ReadmeTests
{
    private static string Text(params string[] parts) => File.ReadAllText(RepositoryRoot.PathOf(parts)).ReplaceLineEndings("\n");

    [Fact]
    public void The_program_on_the_first_screen_is_the_example_that_is_built()
    {
        var program = Text("examples", "QuickStart", "Program.cs");

        Assert.Contains($"```csharp\n{program}```\n", Text("README.md"), StringComparison.Ordinal);
        Assert.InRange(program.Split('\n').Count(l => l.Length > 0), 1, 12);
    }

    [Fact]
    public void The_main_command_prints_what_the_readme_says()
    {
        const string Command = "eval B6 --book examples/mortgage.xlsx --set Rate=5%";
        Assert.Contains($"    dotnet run -c Release --project src/Recalc.Repl -- {Command}\n", Text("README.md"), StringComparison.Ordinal);
        var run = ToolRun.Of("eval", "B6", "--book", RepositoryRoot.PathOf("examples", "mortgage.xlsx"), "--set", "Rate=5%");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"it prints {run.Output.TrimEnd()})", Text("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_two_commands() =>
        Assert.Equal(2, Text("README.md").Split('\n').Count(l => l.StartsWith("    dotnet ", StringComparison.Ordinal)));
}
