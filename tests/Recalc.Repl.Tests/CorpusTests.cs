using System.Text.Json;
using Recalc.Conformance;

namespace Recalc.Repl.Tests;

/// <summary>What <c>recalc check</c> says of workbooks and cases that others wrote: floors, so that what agrees goes on agreeing.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Workbooks = [".xlsx", ".xlsm", ".xltx"];

    [Fact]
    public void Workbooks_of_others_agree()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Corpus.RootOrSkip(), "files"), "*", SearchOption.AllDirectories)
            .Where(f => Workbooks.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase));
        Agree(ToolRun.Of(["check", "--json", .. files]), files: 800, compared: 300_000, floor: .997);
    }

    [Fact]
    public void Cases_of_others_agree()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Corpus.RootOrSkip(), "cases"), "*.jsonl*", SearchOption.AllDirectories);
        Agree(ToolRun.Of(["check", "--json", "--cases", .. files]), files: 1_200, compared: 300_000, floor: .998);
    }

    private static void Agree(ToolRun run, int files, int compared, double floor)
    {
        var (read, agree, differ) = (0, 0, 0);
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var report = JsonDocument.Parse(line).RootElement;
            if (!report.TryGetProperty("file", out _)) continue;
            read++;
            agree += report.GetProperty("agree").GetInt32();
            differ += report.GetProperty("differ").GetInt32();
        }
        Assert.Equal("", run.Error);
        Assert.True(read >= files, $"{read} files were read.");
        Assert.True(agree + differ >= compared, $"{agree + differ} cells were compared.");
        Assert.True(differ <= (1 - floor) * (agree + differ), $"{differ} of {agree + differ} cells differ.");
    }
}
