using System.Diagnostics;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>Compares the values of one workbook, calculated anew, with what a file says of them.</summary>
internal sealed class Comparison
{
    private readonly CheckReport _report;
    private readonly int _mostDifferences;
    private readonly CellSet _unsupported;
    private readonly List<(string Name, CellSet Cells)> _features;
    private readonly CellSet _volatile;

    /// <summary>Forgets all values of formulas, and calculates them.</summary>
    public Comparison(Workbook workbook, CheckReport report, CheckOptions options)
    {
        (_report, _mostDifferences) = (report, options.Differences);
        // Asked before and after: spills have the size of the file before, and references that formulas make are known after.
        var (unsupported, changing) = (workbook.FindUnsupported(), workbook.FindCells(FormulaTrait.Volatile));
        var start = Stopwatch.GetTimestamp();
        workbook.Invalidate();
        workbook.Recalculate();
        report.CalculationTime += Stopwatch.GetElapsedTime(start);
        unsupported = [.. unsupported, .. workbook.FindUnsupported()];
        _features = [.. unsupported.GroupBy(f => f.Name, f => f.Cells).Select(g => (g.Key, new CellSet([.. g.SelectMany(c => c)])))];
        _unsupported = new CellSet([.. unsupported.SelectMany(f => f.Cells)]);
        _volatile = new CellSet([.. changing, .. workbook.FindCells(FormulaTrait.Volatile)]);
    }

    /// <summary>Counts a cell.</summary>
    /// <param name="sheet">Its sheet.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="anchor">The cell that has the formula: the cell itself, or the first one of an array.</param>
    /// <param name="expected">What the file says.</param>
    /// <param name="agreement">When that agrees.</param>
    public void Compare(Sheet sheet, CellAddress cell, CellAddress anchor, CellValue expected, Agreement agreement)
    {
        if (_unsupported.Contains(sheet, cell) || _unsupported.Contains(sheet, anchor)) CountUnsupported(sheet, cell, anchor);
        else if (_volatile.Contains(sheet, cell) || _volatile.Contains(sheet, anchor)) _report.Counts.Volatile++;
        // Read, not peeked at: a cell that recalculation forgot would still have the value of the file.
        else if (sheet[cell] is var got && agreement.Holds(expected, got)) _report.Counts.Agree++;
        else
        {
            _report.Counts.Differ++;
            if (_report.Differences.Count == _mostDifferences) return;
            var formula = sheet.GetFormula(cell) ?? sheet.GetFormula(anchor) ?? "";
            _report.Differences.Add(new Difference(sheet.Name, cell, formula, expected, got));
        }
    }

    private void CountUnsupported(Sheet sheet, CellAddress cell, CellAddress anchor)
    {
        _report.Counts.Unsupported++;
        foreach (var (name, cells) in _features)
            if (cells.Contains(sheet, cell) || cells.Contains(sheet, anchor)) _report.Counts.Features.Add(name);
    }
}
