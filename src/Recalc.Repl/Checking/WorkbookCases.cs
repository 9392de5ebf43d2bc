using System.Text.Json;
using Recalc.Addressing;
using Recalc.Repl.Files;

namespace Recalc.Repl.Checking;

/// <summary>Compares the formulas of a workbook with the values that a case file expects of them.</summary>
internal static class WorkbookCases
{
    public static CheckReport Run(string file, CaseFile cases, OpenedFile opened, CheckOptions options)
    {
        var report = new CheckReport(file) { LoadTime = opened.LoadTime };
        var conventions = UnitConventions.Of(cases.Source);
        if (conventions.Dialect == ValueDialect.Plain) conventions = conventions with { Dialect = ValueDialect.Stored };
        var comparison = new Comparison(opened.Workbook, report, options);
        foreach (var line in cases.Lines())
        {
            using var json = JsonDocument.Parse(line);
            var row = new CaseRow(json.RootElement);
            Compare(row, opened.Workbook, comparison, report, row.AgreementOf(options.Tolerance, conventions));
        }
        return report;
    }

    private static void Compare(CaseRow row, Workbook workbook, Comparison comparison, CheckReport report, Agreement agreement)
    {
        if (row.IsUnstable && row.IsVolatile) report.Counts.Volatile++;
        else if (row.IsUnstable || row.IsRefuted || workbook.FindSheet(row.Sheet) is not { } sheet || !CellAddress.TryParse(row.Cell, out var cell)
            || row.Expectations() is not [var expected]) report.Counts.LeftOut++;
        else comparison.Compare(sheet, cell, row.Anchor ?? cell, expected.Value, agreement);
    }
}
