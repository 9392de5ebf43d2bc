using System.IO.Compression;
using System.Text.Json;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Excel.Tests;

/// <summary>Reads workbooks of others, which lie outside the project: at <c>RECALC_CORPUS</c>, or in <c>shared/corpus</c> beside the
/// repository.</summary>
public class CorpusTests
{
    private static readonly string[] Extensions = [".xlsx", ".xlsm", ".xltx"];

    private static string Corpus()
    {
        var told = Environment.GetEnvironmentVariable("RECALC_CORPUS");
        if (!string.IsNullOrEmpty(told)) return told;
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var corpus = Path.Combine(directory.FullName, "shared", "corpus");
            if (Directory.Exists(corpus)) return corpus;
        }
        Assert.Skip("There is no corpus; set RECALC_CORPUS to where it is.");
        return "";
    }

    /// <summary>The workbooks of the inventory: file, number of formula cells, file of cases.</summary>
    private static IEnumerable<(string File, long Formulas, string Cases)> Inventory(string corpus)
    {
        foreach (var line in File.ReadLines(Path.Combine(corpus, "inventory.tsv")).Skip(1))
        {
            var fields = line.Split('\t');
            var cases = Path.Combine(corpus, fields[^1]);
            var name = Path.GetFileName(fields[^1]);
            name = name[..name.IndexOf(".jsonl", StringComparison.Ordinal)];
            var file = Directory.EnumerateFiles(Path.Combine(corpus, "files", fields[0]), name, SearchOption.AllDirectories)
                .FirstOrDefault();
            if (file is not null && Extensions.Contains(Path.GetExtension(file))) yield return (file, long.Parse(fields[8], null), cases);
        }
    }

    private static IEnumerable<JsonElement> Rows(string cases)
    {
        using var file = File.OpenRead(cases);
        using var stream = cases.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return JsonDocument.Parse(line).RootElement;
    }

    [Fact]
    public void Every_workbook_is_read()
    {
        var faults = new List<string>();
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus(), "files"), "*", SearchOption.AllDirectories))
        {
            if (!Extensions.Contains(Path.GetExtension(file))) continue;
            count++;
            try
            {
                XlsxReader.Read(file, cancellationToken: TestContext.Current.CancellationToken);
            }
            catch (WorkbookFormatException e)
            {
                faults.Add(e.Message);
            }
        }
        Assert.Empty(faults);
        Assert.True(count > 0, "The corpus holds no workbooks.");
    }

    [Fact]
    public void Every_older_file_is_refused_with_a_reason()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus(), "files"), "*.xls", SearchOption.AllDirectories))
        {
            var error = Assert.Throws<WorkbookFormatException>(() =>
                XlsxReader.Read(file, cancellationToken: TestContext.Current.CancellationToken));
            Assert.Contains("Save it as .xlsx.", error.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Formulas_and_kept_values_are_those_that_others_find()
    {
        var faults = new List<string>();
        var compared = 0;
        foreach (var (file, formulas, cases) in Inventory(Corpus()))
        {
            var workbook = XlsxReader.Read(file, cancellationToken: TestContext.Current.CancellationToken);
            var found = 0L;
            foreach (var row in Rows(cases))
            {
                if (workbook.FindSheet(row.GetProperty("sheet").GetString()!) is not { } sheet) continue;
                var cell = CellAddress.Parse(row.GetProperty("cell").GetString()!);
                var isPart = row.TryGetProperty("part_of", out _);
                if (!isPart && sheet.GetFormula(cell) is not null) found++;
                compared++;
                if (!Agrees(sheet.Peek(cell), row.GetProperty("expected"))) faults.Add($"{file} {sheet.Name}!{cell}: {sheet.Peek(cell)} is "
                    + $"not {row.GetProperty("expected")}");
            }
            if (found != formulas) faults.Add($"{file}: {found} formulas are not {formulas}");
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(40))}");
        Assert.True(compared > 0, "The corpus holds no cases.");
    }

    private static bool Agrees(CellValue value, JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Null => value.IsBlank,
        JsonValueKind.Number => value.TryGetNumber(out var number) && number == expected.GetDouble(),
        // Cases take an empty number for empty text.
        JsonValueKind.String => value.ToString() == expected.GetString() && value.Kind is CellValueKind.Text or CellValueKind.Blank,
        JsonValueKind.True or JsonValueKind.False => value == CellValue.FromLogical(expected.GetBoolean()),
        _ => value.Kind == CellValueKind.Error && AgreesError(value.AsError(), expected.GetProperty("error").GetString()!),
    };

    // Cases have the error as the cell spells it: #VALUE! in the place of one newer than the format, or LibreOffice's own.
    private static bool AgreesError(ErrorKind kind, string expected) => ErrorText.TryParse(expected, out var spelled)
        ? spelled == kind || (spelled == ErrorKind.Value && kind is ErrorKind.Spill or ErrorKind.Calc or ErrorKind.Field)
        : kind == ErrorKind.Unknown;
}
