using System.Globalization;
using Recalc.Addressing;
using Recalc.Excel;
using Recalc.Reference;
using Recalc.Syntax;

namespace Recalc.Conformance.Reference;

public sealed class ReferenceWorkbookCaseTests
{
    private const int MostFormulas = 2_000;
    private const int MostBytes = 100_000;
    private const int MostCells = 200_000;

    // Columns of the inventory.
    private const int Source = 0, Bytes = 4, Application = 5, Formulas = 8;
    private static readonly int[] Zeros = [11, 12, 13, 14, 17, 18];             // array, dynamic, structured, external, iterate, date1904

    [Fact]
    public void Reference_agrees_with_the_values_that_Excel_kept()
    {
        var corpus = Corpus.RootOrSkip();
        var (files, compared, unsupported, differences) = (0, 0, 0, new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(corpus, "inventory.tsv")).Skip(1))
        {
            var fields = line.Split('\t');
            var name = Path.GetFileName(fields[^1]);
            name = name[..name.IndexOf(".jsonl", StringComparison.Ordinal)];
            if (!name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || !IsSmall(fields)) continue;
            var file = Directory.EnumerateFiles(Path.Combine(corpus, "files", fields[Source]), name, SearchOption.AllDirectories).FirstOrDefault();
            if (file is null || Load(file) is not { } workbook) continue;
            var rows = ReferenceCases.Read(Path.Combine(corpus, fields[^1])).ToArray();
            var reading = workbook.Read();
            files++;
            foreach (var row in rows)
            {
                if (row.TryGetProperty("unstable", out _) || ReferenceCases.ValueOf(row.GetProperty("expected")) is not { } expected) continue;
                var (sheet, cell) = (row.GetProperty("sheet").GetString()!, CellAddress.Parse(row.GetProperty("cell").GetString()!));
                if (!workbook.HasSheet(sheet)) continue;
                var actual = reading.Get(sheet, cell);
                if (actual is null) unsupported++;
                else compared++;
                if (actual is { } value && !ReferenceCases.Agrees(expected, value))
                    differences.Add($"{fields[Source]}/{name} {sheet}!{cell} {row.GetProperty("formula")}: {expected} is not {value}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{files} files, {compared} compared, {differences.Count} differ, {unsupported} unsupported\n{string.Join('\n', differences)}");
        Assert.True(compared > 10_000, $"{compared} cells were compared.");
        Assert.True(differences.Count <= 0.003 * compared, $"{differences.Count} of {compared} differ:\n{string.Join('\n', differences.Take(60))}");
    }

    private static bool IsSmall(string[] fields) =>
        fields[Application] == "Microsoft Excel" && Zeros.All(z => fields[z] == "0")
        && int.Parse(fields[Formulas], CultureInfo.InvariantCulture) is > 0 and <= MostFormulas && int.Parse(fields[Bytes], CultureInfo.InvariantCulture) <= MostBytes;

    private static ReferenceWorkbook? Load(string file)
    {
        var read = XlsxReader.Read(file, cancellationToken: TestContext.Current.CancellationToken);
        var workbook = new ReferenceWorkbook();
        foreach (var sheet in read.Sheets)
        {
            workbook.AddSheet(sheet.Name);
            if (sheet.UsedRange is not { } used) continue;
            if (used.Count > MostCells) return null;
            for (var column = used.First.Column; column <= used.Last.Column; column++)
            {
                for (var row = used.First.Row; row <= used.Last.Row; row++)
                {
                    var cell = new CellAddress(column, row);
                    if (sheet.GetFormula(cell) is { } formula) workbook.SetFormula(sheet.Name, cell, formula, FormulaFlavor.Implicit);
                    else workbook.SetValue(sheet.Name, cell, sheet[cell]);
                }
            }
        }
        foreach (var name in read.Names)
            if (name.Scope is null && name.Formula.Length > 0) workbook.DefineName(name.Name, name.Formula);
        return workbook;
    }
}
