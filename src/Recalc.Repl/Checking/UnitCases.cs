using System.Diagnostics;
using System.Text.Json;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>Compares formulas that stand alone, each in a workbook of its own, with the values that a case file expects of them.</summary>
internal static class UnitCases
{
    public static CheckReport Run(string file, CaseFile cases, CheckOptions options)
    {
        var report = new CheckReport(file);
        var conventions = UnitConventions.Of(cases.Source);
        foreach (var line in cases.Lines())
        {
            using var json = JsonDocument.Parse(line);
            Compare(new CaseRow(json.RootElement), conventions, report, options);
        }
        return report;
    }

    private static bool IsNothing(CellValue expected) => expected == "" || expected == ErrorKind.NotAvailable;

    // A row counts once, however many values it expects: with the first that differs.
    private static void Compare(CaseRow row, UnitConventions conventions, CheckReport report, CheckOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var expectations = row.Expectations();
        var unit = row.IsUnstable || expectations.Count == 0 ? null : UnitCase.Of(row, expectations, conventions);
        report.LoadTime += Stopwatch.GetElapsedTime(start);
        if (unit is null)
        {
            if (row.IsUnstable && row.IsVolatile) report.Counts.Volatile++;
            else report.Counts.LeftOut++;
            return;
        }
        var comparison = new Comparison(unit.Workbook, report, options);
        var agreement = row.AgreementOf(options.Tolerance, conventions);
        var (cell, expected) = (unit.Cell, expectations[0].Value);
        foreach (var expectation in expectations)
        {
            (cell, expected) = (new CellAddress(unit.Cell.Column + expectation.Column, unit.Cell.Row + expectation.Row), expectation.Value);
            if (!agreement.Holds(expected, unit.Sheet[cell])) break;
        }
        if (row.IsElement && IsNothing(expected) && !unit.Fills(cell))
        {
            report.Counts.LeftOut++;                                            // what lies past the end of an array is the suite's own affair
            return;
        }
        comparison.Compare(unit.Sheet, cell, unit.Cell, expected, agreement);
    }
}
