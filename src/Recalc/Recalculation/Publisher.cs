using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Functions;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// Puts results into their cells: compares them with what was there, stores those that changed, makes the cells done, and tells the
/// direct dependents of the changed ones that are marked that they must run. A dependent that is done did not use the cell.
/// </summary>
internal sealed class Publisher(Model model, DependencyGraph graph, DiscoveredReferences discovered, Marker marker)
{
    private readonly List<GridRange> _dependents = [];

    /// <summary>What changed in the columns of the rectangle that is being published; empty in between.</summary>
    private readonly List<CellRange> _changed = [];

    /// <summary>Told of every run and of every cell that was cleaned; null unless somebody listens.</summary>
    public IRunListener? Listener { get; set; }

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other, DependencyGraph otherGraph, DiscoveredReferences otherDiscovered) => (model, graph, discovered) = (other, otherGraph, otherDiscovered);

    /// <summary>Publishes the results of cells of a rectangle that is claimed, cleans the others, and releases them all.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="cells">The rectangle.</param>
    /// <param name="ran">The cells that have results, as lanes that go down column by column.</param>
    /// <param name="words">A word a lane.</param>
    /// <param name="sides">Their objects: as many, or none at all.</param>
    public void Publish(Grid grid, CellRange cells, in LaneMask ran, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        if (cells.Rows == 1)
        {
            StoreRow(grid, cells, ran, words, sides);
        }
        else
        {
            StoreColumns(grid, cells, ran, words, sides);
            grid.States.ClearClaimed(cells);
        }
        TellChanged(grid);
    }

    private void StoreRow(Grid grid, CellRange cells, in LaneMask ran, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        grid.States.ClearRow(cells.First.Row, cells.First.Column, cells.Last.Column);
        var (column, row, start) = (cells.First.Column, cells.First.Row, -1);
        for (var lane = 0; lane < words.Length; lane++)
        {
            var hasRun = ran.Contains(lane);
            if (Listener is not null) Tell(Listener, grid, column + lane, row, hasRun);
            if (hasRun && grid.Cyclic.Count > 0) grid.Cyclic.Remove(new CellAddress(column + lane, row));
            if (hasRun && grid.Cells.TryChange(column + lane, row, words[lane], sides.IsEmpty ? null : sides[lane]))
            {
                if (start < 0) start = lane;
                continue;
            }
            if (start >= 0) _changed.Add(new CellRange(column + start, row, column + lane - 1, row));
            start = -1;
        }
        if (start >= 0) _changed.Add(new CellRange(column + start, row, cells.Last.Column, row));
    }

    private static void Tell(IRunListener listener, Grid grid, int column, int row, bool hasRun)
    {
        if (hasRun) listener.AddRun(grid.Id, column, row, row);
        else listener.AddCleaned(grid.Id, column, row, row);
    }

    private void StoreColumns(Grid grid, CellRange cells, in LaneMask ran, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        var rows = cells.Rows;
        for (var start = 0; start < words.Length; start += rows)
        {
            var (column, end) = (cells.First.Column + start / rows, start + rows);
            for (int lane = start, next; lane < end; lane = next)
            {
                var row = cells.First.Row + lane - start;
                next = ran.Contains(lane) ? Math.Min(ran.RunEnd(lane) + 1, end) : ran.Next(lane) is var other and >= 0 ? Math.Min(other, end) : end;
                if (ran.Contains(lane)) Store(grid, column, row, words[lane..next], sides.IsEmpty ? default : sides[lane..next]);
                else Clean(grid, new CellRange(column, row, column, row + next - lane - 1));
            }
        }
    }

    /// <summary>Publishes the results of rows of one column.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="column">The column.</param>
    /// <param name="firstRow">The row of the first result.</param>
    /// <param name="words">The words of the results.</param>
    /// <param name="sides">Their objects: as many, or none at all.</param>
    public void Publish(Grid grid, int column, int firstRow, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        Store(grid, column, firstRow, words, sides);
        TellChanged(grid);
    }

    private void Store(Grid grid, int column, int firstRow, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        var lastRow = firstRow + words.Length - 1;
        Listener?.AddRun(grid.Id, column, firstRow, lastRow);
        grid.States.Clear(column, firstRow, lastRow);
        if (grid.Cyclic.Count > 0) Forget(grid, column, firstRow, lastRow);
        for (var at = 0; grid.Cells.TryFindChange(column, firstRow, words, sides, at, out var from, out at);)
        {
            grid.Cells.Write(column, firstRow + from, words[from..at], sides.IsEmpty ? default : sides[from..at]);
            Add(new CellRange(column, firstRow + from, column, firstRow + at - 1));
        }
    }

    private void Store(Grid grid, CellAddress cell, ulong word, object? side)
    {
        Listener?.AddRun(grid.Id, cell.Column, cell.Row, cell.Row);
        grid.States.Clear(cell.Column, cell.Row, cell.Row);
        if (grid.Cyclic.Count > 0) grid.Cyclic.Remove(cell);
        if (grid.Cells.TryChange(cell.Column, cell.Row, word, side)) Add(new CellRange(cell));
    }

    // What changed in the same rows of neighbouring columns is one rectangle.
    private void Add(CellRange changed)
    {
        if (_changed.Count > 0 && _changed[^1] is var last && last.Last.Column + 1 == changed.First.Column
            && last.First.Row == changed.First.Row && last.Last.Row == changed.Last.Row) _changed[^1] = last.Union(changed);
        else _changed.Add(changed);
    }

    private void TellChanged(Grid grid)
    {
        foreach (var changed in _changed) Tell(grid, changed);
        _changed.Clear();
    }

    /// <summary>Publishes the result of one cell.</summary>
    public void Publish(Grid grid, CellAddress cell, in Operand result)
    {
        Store(grid, cell, result.Word.Bits, result.Object);
        TellChanged(grid);
    }

    /// <summary>Makes cells done that did not have to run.</summary>
    public void Clean(Grid grid, CellRange cells)
    {
        if (Listener is { } listener)
            for (var column = cells.First.Column; column <= cells.Last.Column; column++) listener.AddCleaned(grid.Id, column, cells.First.Row, cells.Last.Row);
        grid.States.Clear(cells);
    }

    /// <summary>Tells the direct dependents of changed cells that are marked that they must run.</summary>
    public void Tell(Grid grid, CellRange changed)
    {
        // As long as every marked cell must run already, there is nobody to tell.
        if (!marker.HasUnconfirmed) return;
        _dependents.Clear();
        graph.AddDependents(new GridRange(grid.Id, changed), _dependents);
        if (discovered.Count > 0) discovered.AddDependents(new GridRange(grid.Id, changed), _dependents);
        foreach (var dependent in _dependents)
        {
            if (dependent.Grid == Grid.Names && model.Nodes.IsArea(dependent.Range.First, out var area)) model.Nodes.SetMustWhereMarked(area);
            else model[dependent.Grid].States.SetMustWhereMarked(dependent.Range);
        }
    }

    // A cell that ran alone is in no cycle any more.
    private static void Forget(Grid grid, int column, int firstRow, int lastRow)
    {
        for (var row = firstRow; row <= lastRow && grid.Cyclic.Count > 0; row++) grid.Cyclic.Remove(new CellAddress(column, row));
    }
}
