using System.Diagnostics;
using System.Runtime.InteropServices;
using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// Records how often and how long cells run, for explanations; there only while somebody wants to know. Takes about 100 bytes for each cell that ran. Within the gate.
/// </summary>
internal sealed class RunRecorder : IRunListener
{
    private readonly Dictionary<GridCell, RunRecord> _records = [];

    /// <summary>The runs under way, each within the one before: what they took until the next began, and where their stretches begin.</summary>
    private readonly Stack<(long Ticks, int First)> _runs = new();

    /// <summary>The stretches that the runs under way have published.</summary>
    private readonly List<GridRange> _published = [];

    /// <summary>When the innermost run began or went on.</summary>
    private long _since;
    private long _moment;

    /// <summary>Told of everything, too; null when nobody is.</summary>
    public IRunListener? Next { get; set; }

    /// <summary>The wave of what is published.</summary>
    public int Wave { get; set; } = 1;

    /// <summary>A run begins, or several together.</summary>
    public void Begin()
    {
        var now = Stopwatch.GetTimestamp();
        if (_runs.TryPop(out var outer)) _runs.Push((outer.Ticks + now - _since, outer.First));
        _runs.Push((0, _published.Count));
        _since = now;
    }

    /// <summary>The innermost run ended: the cells that it published share its time.</summary>
    public void End()
    {
        var now = Stopwatch.GetTimestamp();
        var (ticks, first) = _runs.Pop();
        ticks += now - _since;
        _since = now;
        var cells = 0L;
        for (var i = first; i < _published.Count; i++) cells += _published[i].Range.Count;
        for (var i = first; i < _published.Count; i++) Charge(_published[i], ticks / (double)cells);
        _published.RemoveRange(first, _published.Count - first);
    }

    public void AddRun(int grid, int column, int firstRow, int lastRow)
    {
        Next?.AddRun(grid, column, firstRow, lastRow);
        _moment++;
        if (_runs.Count > 0) _published.Add(new GridRange(grid, new CellRange(column, firstRow, column, lastRow)));
        for (var row = firstRow; row <= lastRow; row++)
        {
            ref var record = ref RecordOf(new GridCell(grid, new CellAddress(column, row)));
            (record.Ran, record.Wave) = (_moment, Wave);
            record.Runs++;
        }
    }

    public void AddCleaned(int grid, int column, int firstRow, int lastRow)
    {
        Next?.AddCleaned(grid, column, firstRow, lastRow);
        _moment++;
        for (var row = firstRow; row <= lastRow; row++)
        {
            ref var record = ref RecordOf(new GridCell(grid, new CellAddress(column, row)));
            (record.Before, record.Cleaned) = (Math.Max(record.Ran, record.Cleaned), _moment);
            record.Cleanings++;
        }
    }

    /// <summary>What is known of a cell; nothing of one that did not run.</summary>
    public RunRecord this[GridCell cell] => _records.GetValueOrDefault(cell);

    /// <summary>The cells of a rectangle of which something is known. Takes time in proportion to them all or to those of the rectangle, whichever are fewer.</summary>
    public IEnumerable<(GridCell Cell, RunRecord Record)> Within(GridRange cells)
    {
        if (cells.Range.Count > _records.Count)
        {
            foreach (var (cell, record) in _records)
                if (cell.Grid == cells.Grid && cells.Range.Contains(cell.Cell)) yield return (cell, record);
            yield break;
        }
        var next = cells.Range.First;
        do
        {
            if (_records.TryGetValue(new GridCell(cells.Grid, next), out var record)) yield return (new GridCell(cells.Grid, next), record);
        }
        while (GridCell.TryNext(cells.Range, next, out next));
    }

    /// <summary>Forgets a cell: something else computes it from now on.</summary>
    public void Forget(GridCell cell) => _records.Remove(cell);

    /// <summary>Forgets everything.</summary>
    public void Clear() => _records.Clear();

    private void Charge(GridRange cells, double ticks)
    {
        for (var row = cells.Range.First.Row; row <= cells.Range.Last.Row; row++)
            RecordOf(new GridCell(cells.Grid, new CellAddress(cells.Range.First.Column, row))).Ticks += ticks;
    }

    private ref RunRecord RecordOf(GridCell cell) => ref CollectionsMarshal.GetValueRefOrAddDefault(_records, cell, out _);
}
