namespace Recalc.Conformance;

/// <summary>Every spec file is listed in <c>Specs/README.md</c>, and everything that is listed is there.</summary>
public sealed class SpecIndexTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Specs");

    [Fact]
    public void Index_lists_every_file_and_no_other()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var files = Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f)!).Where(f => f != "README.md").Order().ToList();
        var listed = index.Split("](").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]).Distinct().Order();
        Assert.Equal(files, listed);
    }

    [Fact]
    public void Index_has_every_line_of_the_semantics()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "README.md")).Select(l => l.Split('|')).Where(c => c.Length > 3 && int.TryParse(c[1], out _));
        Assert.Equal(Enumerable.Range(1, 21), lines.Select(c => int.Parse(c[1], null)));
    }

    // A row of a table runs when some test names its file: those of the syntax have tests of their own.
    [Fact]
    public void Every_file_is_run_by_a_test()
    {
        string[] own = ["evaluation.md", "lambdas.md", "references.md", "syntax-diagnostics.md", "syntax-exceptions.md", "syntax-openformula.md", "syntax-r1c1.md", "syntax-tree.md"];
        var run = own.Concat(FunctionSpecTests.Files).Concat(ScenarioSpecTests.Files).Append("README.md").Order();
        Assert.Equal(Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f)!).Order(), run);
    }
}
