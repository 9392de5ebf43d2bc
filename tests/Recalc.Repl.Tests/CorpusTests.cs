using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Recalc.Conformance;

namespace Recalc.Repl.Tests;

/// <summary>What <c>recalc check</c> says of workbooks and cases that others wrote: floors, so that what agrees goes on agreeing.</summary>
public sealed partial class CorpusTests
{
    private const int FrequentFunctions = 160;

    private static readonly string[] WorkbookNames = [".xlsx", ".xlsm", ".xltx"];

    // Checked once for all tests of them.
    private static readonly Lazy<List<CheckedFile>> Workbooks = new(() =>
    {
        var files = Directory.EnumerateFiles(Path.Combine(Corpus.RootOrSkip(), "files"), "*", SearchOption.AllDirectories)
            .Where(f => WorkbookNames.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase));
        return CheckedFile.Read(ToolRun.Of(["check", "--json", .. files])).Files;
    });

    [Fact]
    public void Workbooks_of_others_agree() => Agree(Workbooks.Value, files: 700, compared: 800_000, floor: .987);

    [Fact]
    public void Workbooks_that_Excel_calculated_agree()
    {
        var excel = CalculatedByExcel();
        var files = Workbooks.Value.Where(f => excel.Contains(NameOf(f.Path))).ToList();
        Agree(files, files: 500, compared: 750_000, floor: .994);
        var shares = files.Where(f => f.Compared > 0).Select(f => f.Agreement).Order().ToList();
        Assert.True(shares[shares.Count / 2] >= .999, $"The workbook in the middle agrees in {shares[shares.Count / 2]:P2}.");
        var (unsupported, all) = (files.Sum(f => f.Unsupported), files.Sum(f => f.Formulas));
        Assert.True(unsupported <= .055 * all, $"{unsupported} of {all} cells are unsupported.");
    }

    [Fact]
    public void Cases_of_others_agree()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Corpus.RootOrSkip(), "cases"), "*.jsonl*", SearchOption.AllDirectories);
        Agree(CheckedFile.Read(ToolRun.Of(["check", "--json", "--cases", .. files])).Files, files: 1_200, compared: 750_000, floor: .987);
    }

    // LibreOffice's and ONLYOFFICE's authors expect what their programs do: other epochs, other locales, characters beyond 16 bits.
    [Theory]
    [InlineData("libreoffice-functions", .88)]
    [InlineData("onlyoffice-unittests", .88)]
    [InlineData("fast-formula-parser", .95)]
    [InlineData("phpspreadsheet-unittests", .93)]
    [InlineData("ironcalc-unittests", .95)]
    [InlineData("closedxml-unittests", .93)]
    public void Cases_of_frequent_functions_agree(string source, double floor)
    {
        var frequent = Frequent();
        var files = Directory.EnumerateFiles(Path.Combine(Corpus.RootOrSkip(), "cases", source), "*.jsonl*").ToList();
        var rows = files.SelectMany(Formulas).Count(f => IsAmong(f, frequent));
        var run = CheckedFile.Read(ToolRun.Of(["check", "--json", "--cases", "--differences", "100000", .. files]));
        var differ = run.Differences.Count(d => IsAmong(d.Formula, frequent));
        Assert.True(rows >= 200, $"{rows} cases are about frequent functions.");
        Assert.True(differ <= (1 - floor) * rows, $"{differ} of {rows} cases differ.");
    }

    private static void Agree(List<CheckedFile> reports, int files, int compared, double floor)
    {
        var (differ, all) = (reports.Sum(r => r.Differ), reports.Sum(r => r.Compared));
        Assert.True(reports.Count >= files, $"{reports.Count} files were read.");
        Assert.True(all >= compared, $"{all} cells were compared.");
        Assert.True(differ <= (1 - floor) * all, $"{differ} of {all} cells differ.");
    }

    // A workbook by the source and the name that it has below cases, without the extension: some were made from older files.
    private static string NameOf(string path)
    {
        var parts = path.Replace('\\', '/').Split('/');
        var source = parts[^2] == "converted-xlsx" ? parts[^3] : parts[^2];
        return $"{source}/{Path.GetFileNameWithoutExtension(parts[^1])}";
    }

    private static HashSet<string> CalculatedByExcel()
    {
        var table = File.ReadLines(Path.Combine(Corpus.RootOrSkip(), "inventory.tsv")).Select(l => l.Split('\t')).ToList();
        var (oracle, cases) = (Array.IndexOf(table[0], "oracle"), Array.IndexOf(table[0], "cases_file"));
        return table.Skip(1).Where(r => r[oracle] == "excel").Select(r => NameOf(WithoutCases(r[cases]))).ToHashSet(StringComparer.Ordinal);
    }

    private static string WithoutCases(string path) => path[..path.LastIndexOf(".jsonl", StringComparison.Ordinal)];

    private static HashSet<string> Frequent() => File.ReadLines(Path.Combine(Corpus.RootOrSkip(), "functions.tsv"))
        .Select(l => l.Split('\t')).Where(r => r[2] == "1").Take(FrequentFunctions).Select(r => r[1]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // The formulas of the cases that are compared.
    private static IEnumerable<string> Formulas(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            if (row.TryGetProperty("formula", out var formula) && row.TryGetProperty("expected", out _) && !row.TryGetProperty("unstable", out _))
                yield return formula.GetString() ?? "";
        }
    }

    // True for a formula that calls something, and nothing else than these.
    private static bool IsAmong(string formula, HashSet<string> functions)
    {
        var calls = Call().Matches(Quoted().Replace(formula, ""));
        return calls.Count > 0 && calls.All(c => functions.Contains(c.Groups[1].Value));
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:_xlfn\.|_xlws\.)*([A-Za-z][A-Za-z0-9._]*)\(")]
    private static partial Regex Call();
}
