using System.Text.Json;
using Recalc.Conformance;

namespace Recalc.Repl.Tests;

/// <summary>What <c>recalc check</c> says of workbooks and cases that others wrote: floors, so that what agrees goes on agreeing.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Workbooks = [".xlsx", ".xlsm", ".xltx"];

    // Tests of other programs, with the dialects and locales that those have.
    private static readonly string[] Suites = ["-unittests", "fast-formula-parser", "libreoffice-functions"];

    [Fact]
    public void Workbooks_that_Excel_calculated_agree()
    {
        var all = Check("files", ["check", "--json"], Workbooks.Contains);
        var excel = CalculatedByExcel();
        var (own, others) = (all.Where(c => excel.Contains(c.Name)).ToList(), all.Where(c => !excel.Contains(c.Name)).ToList());

        Assert.True(own.Count >= 500, $"{own.Count} workbooks were read.");
        AssertFloor(own, compared: 750_000, floor: .99);
        Assert.True(Median(own) >= .99, $"The median workbook agrees in {Median(own):P2}.");
        var unsupported = own.Sum(c => (double)c.Unsupported) / own.Sum(c => c.Formulas);
        Assert.True(unsupported <= .10, $"{unsupported:P2} of the formulas are not supported.");
        AssertFloor(others, compared: 20_000, floor: .65);                      // LibreOffice keeps logicals as numbers
    }

    [Fact]
    public void Cases_of_others_agree()
    {
        var all = Check("cases", ["check", "--json", "--cases"], _ => true);
        var suites = all.Where(c => Suites.Any(s => c.Name.Split('/')[0].EndsWith(s, StringComparison.Ordinal))).ToList();

        Assert.True(all.Count >= 1_200, $"{all.Count} files were read.");
        AssertFloor(all.Except(suites), compared: 700_000, floor: .99);
        AssertFloor(suites, compared: 15_000, floor: .90);
    }

    private static List<Counts> Check(string folder, string[] command, Predicate<string> isWanted)
    {
        var root = Path.Combine(Corpus.RootOrSkip(), folder);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => isWanted(Path.GetExtension(f).ToLowerInvariant()));
        var run = ToolRun.Of([.. command, .. files]);
        Assert.Equal("", run.Error);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)
            .Where(r => r.GetProperty("kind").GetString() == "file").Select(r => Counts.Of(r, root))];
    }

    // The files of the inventory whose values are Excel's; the originals of converted ones are listed under their own names.
    private static HashSet<string> CalculatedByExcel()
    {
        var lines = File.ReadAllLines(Path.Combine(Corpus.RootOrSkip(), "inventory.tsv")).Select(l => l.Split('\t')).ToList();
        var (source, path, oracle) = (lines[0].IndexOf("source"), lines[0].IndexOf("path_in_repo"), lines[0].IndexOf("oracle"));
        return [.. lines.Skip(1).Where(l => l[oracle] == "excel")
            .Select(l => Counts.Normalize($"{l[source]}/{l[path].Replace("/", "__", StringComparison.Ordinal)}"))];
    }

    private static void AssertFloor(IEnumerable<Counts> files, int compared, double floor)
    {
        var (agree, differ) = (files.Sum(c => c.Agree), files.Sum(c => c.Differ));
        Assert.True(agree + differ >= compared, $"{agree + differ} cells were compared.");
        Assert.True(differ <= (1 - floor) * (agree + differ), $"{differ} of {agree + differ} cells differ.");
    }

    private static double Median(IEnumerable<Counts> files)
    {
        var shares = files.Where(c => c.Agree + c.Differ > 0).Select(c => (double)c.Agree / (c.Agree + c.Differ)).Order().ToArray();
        return shares[shares.Length / 2];
    }

    private sealed record Counts(string Name, int Formulas, int Agree, int Differ, int Unsupported)
    {
        public static Counts Of(JsonElement report, string root)
        {
            var file = Path.GetRelativePath(root, report.GetProperty("file").GetString()!).Replace('\\', '/');
            return new(Normalize(file), Number("formulas"), Number("agree"), Number("differ"), Number("unsupported"));

            int Number(string property) => report.GetProperty(property).GetInt32();
        }

        public static string Normalize(string name)
        {
            var plain = name.Replace("converted-xlsx/", "", StringComparison.Ordinal);
            return plain.EndsWith(".xls", StringComparison.Ordinal) ? plain + "x" : plain;
        }
    }
}
