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
        var answers = AnswersOf(cases);
        foreach (var line in cases.Lines())
        {
            using var json = JsonDocument.Parse(line);
            var row = new CaseRow(json.RootElement);
            Compare(row, answers[row.Question], conventions, report, options);
        }
        return report;
    }

    // What the rows expect, by what they ask.
    private static Dictionary<string, List<IReadOnlyList<Expectation>>> AnswersOf(CaseFile cases)
    {
        var answers = new Dictionary<string, List<IReadOnlyList<Expectation>>>();
        foreach (var line in cases.Lines())
        {
            using var json = JsonDocument.Parse(line);
            var row = new CaseRow(json.RootElement);
            if (!answers.TryGetValue(row.Question, out var known)) answers[row.Question] = known = [];
            known.Add(row.Expectations());
        }
        return answers;
    }

    private static bool IsNothing(CellValue expected) => expected == "" || expected == ErrorKind.NotAvailable;

    // A row counts once, however many values it expects: with the first that differs.
    private static void Compare(
        CaseRow row, List<IReadOnlyList<Expectation>> answers, UnitConventions conventions, CheckReport report, CheckOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var expectations = row.Expectations();
        var unit = row.IsUnstable || row.IsRefuted || expectations.Count == 0 ? null : UnitCase.Of(row, expectations, conventions);
        report.LoadTime += Stopwatch.GetElapsedTime(start);
        if (unit is null)
        {
            if (row.IsUnstable && row.IsVolatile) report.Counts.Volatile++;
            else report.Counts.LeftOut++;
            return;
        }
        var comparison = new Comparison(unit.Workbook, report, options);
        var agreement = row.AgreementOf(options.Tolerance, conventions);
        var isSame = TryAgree(unit, expectations, agreement, out var cell, out var expected);
        // What lies past the end of an array is the suite's own affair, and what two rows answer differently rests on what they do not say.
        if ((row.IsElement && IsNothing(expected) && !unit.Fills(cell)) || (!isSame && answers.Exists(a => TryAgree(unit, a, agreement, out _, out _))))
            report.Counts.LeftOut++;
        else
            comparison.Compare(unit.Sheet, cell, unit.Cell, expected, agreement);
    }

    // The last value that was looked at is the first that differs.
    private static bool TryAgree(
        UnitCase unit, IReadOnlyList<Expectation> expectations, Agreement agreement, out CellAddress cell, out CellValue expected)
    {
        (cell, expected) = (unit.Cell, default);
        foreach (var expectation in expectations)
        {
            (cell, expected) = (new CellAddress(unit.Cell.Column + expectation.Column, unit.Cell.Row + expectation.Row), expectation.Value);
            if (!agreement.Holds(expected, unit.Sheet[cell])) return false;
        }
        return expectations.Count > 0;
    }
}
