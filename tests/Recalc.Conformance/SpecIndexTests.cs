using System.Reflection;

namespace Recalc.Conformance;

/// <summary>Every spec file is listed in <c>Specs/README.md</c>, and everything that is listed is there.</summary>
public sealed class SpecIndexTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Specs");

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f)!).Where(f => f != "README.md");

    [Fact]
    public void Index_lists_every_file_and_no_other()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var listed = index.Split("](").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]).Distinct().Order();
        Assert.Equal(Files.Order(), listed);
    }

    [Fact]
    public void Index_has_every_line_of_the_semantics()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "README.md")).Select(l => l.Split('|')).Where(c => c.Length > 3 && int.TryParse(c[1], out _));
        Assert.Equal(Enumerable.Range(1, 21), lines.Select(c => int.Parse(c[1], null)));
    }

    [Fact]
    public void Every_file_is_run_by_a_theory() => Assert.Equal([], Files.Except(FilesThatRun()));

    // The data of every theory of the classes of specs, by the files that their rows are named after.
    private static HashSet<string> FilesThatRun()
    {
        var methods = typeof(SpecIndexTests).Assembly.GetTypes().Where(t => t.Name.EndsWith("SpecTests", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods());
        var sources = methods.SelectMany(m => m.GetCustomAttributes<MemberDataAttribute>().Select(a => m.DeclaringType!.GetProperty(a.MemberName)!));
        var rows = sources.Distinct().SelectMany(s => (IEnumerable<ITheoryDataRow>)s.GetValue(null)!);
        return [.. rows.Select(r => r.TestDisplayName!.Split(':')[0])];
    }
}
