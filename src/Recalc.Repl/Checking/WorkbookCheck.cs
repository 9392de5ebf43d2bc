using Recalc.Repl.Files;

namespace Recalc.Repl.Checking;

/// <summary>Compares the formulas of a workbook with the values that its file keeps for them.</summary>
internal static class WorkbookCheck
{
    public static CheckReport Run(string file, OpenedFile opened, CheckOptions options)
    {
        var report = new CheckReport(file) { LoadTime = opened.LoadTime };
        var stored = StoredValues.Of(opened.Workbook);
        report.Counts.LeftOut = stored.Missing;
        stored.CompareWith(new Comparison(opened.Workbook, report, options), new Agreement(options.Tolerance));
        return report;
    }
}
