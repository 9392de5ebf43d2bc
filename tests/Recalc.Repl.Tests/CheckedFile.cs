using System.Text.Json;

namespace Recalc.Repl.Tests;

/// <summary>What <c>recalc check --json</c> says of a file.</summary>
internal sealed record CheckedFile(string Path, long Formulas, long Agree, long Differ, long Unsupported)
{
    public long Compared => Agree + Differ;

    /// <summary>The share of the compared formulas that agree; 1 where none was compared.</summary>
    public double Agreement => Compared == 0 ? 1 : (double)Agree / Compared;

    /// <summary>The files that a run speaks of, and the formulas of the differences that it lists.</summary>
    public static (List<CheckedFile> Files, List<(string Path, string Formula)> Differences) Read(ToolRun run)
    {
        Assert.Equal("", run.Error);
        var (files, differences) = (new List<CheckedFile>(), new List<(string, string)>());
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var report = json.RootElement;
            var path = report.GetProperty("file").GetString()!;
            if (report.GetProperty("kind").GetString() == "difference") differences.Add((path, report.GetProperty("formula").GetString()!));
            else files.Add(new CheckedFile(path, Count("formulas"), Count("agree"), Count("differ"), Count("unsupported")));

            long Count(string property) => report.GetProperty(property).GetInt64();
        }
        return (files, differences);
    }
}
