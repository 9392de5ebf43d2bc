using Recalc.Graph;

namespace Recalc.Recalculation;

/// <content>Tells those who watch cells when edits may have changed them.</content>
internal sealed partial class Engine
{
    /// <summary>Who watches; null as long as nobody did.</summary>
    private List<Watcher>? _watchers;

    /// <summary>True from an edit until the watchers were told.</summary>
    private bool _hasEdited;

    /// <summary>Begins to tell a watcher.</summary>
    public void Add(Watcher watcher)
    {
        using (Enter()) (_watchers ??= []).Add(watcher);
    }

    /// <summary>Ends that.</summary>
    public void Remove(Watcher watcher)
    {
        lock (_gate) _watchers?.Remove(watcher);
    }

    /// <summary>Computes the cell that a watcher watches. False when it is as the watcher saw it last.</summary>
    /// <exception cref="ObjectDisposedException">The workbook was disposed.</exception>
    public bool TryReadChange(Watcher watcher)
    {
        using (Enter())
        {
            CheckNotRunning();
            var word = Compute(watcher.Cell, out var side);
            return watcher.TrySee(word, side);
        }
    }

    private ulong Compute(GridCell cell, out object? side)
    {
        if (IsNode(cell, out var node))
        {
            if (_nodes[node].IsMarked) PullNode(node);
            side = _nodes.SideOf(node);
            return _nodes[node].Word;
        }
        PullCell(_model[cell.Grid], cell.Cell);
        return _model[cell.Grid].Cells.Word(cell.Cell.Column, cell.Cell.Row, out side);
    }

    /// <summary>The value that a cell has. False when it has to be computed first.</summary>
    public bool TryPeek(GridCell cell, out ulong word, out object? side)
    {
        using (Enter())
        {
            CheckNotRunning();
            if (HasAwaited) MarkAwaited();
            return TryGet(cell, out word, out side);
        }
    }

    private bool TryGet(GridCell cell, out ulong word, out object? side)
    {
        if (IsNode(cell, out var node))
        {
            (word, side) = (_nodes[node].Word, _nodes.SideOf(node));
            return !_nodes[node].IsMarked;
        }
        word = _model[cell.Grid].Cells.Word(cell.Cell.Column, cell.Cell.Row, out side);
        return IsValid(new GridRange(cell.Grid, new(cell.Cell)));
    }

    // Of names, formulas alone lie on the grid.
    private bool IsNode(GridCell cell, out int node)
    {
        node = cell.Grid == Grid.Names ? NodeStore.NodeOf(cell.Cell) : -1;
        return node >= 0 && !_nodes.IsFormula(node);
    }

    private void TellWatchers()
    {
        _hasEdited = false;
        foreach (var watcher in _watchers!)
            if (!watcher.IsTold && (!TryGet(watcher.Cell, out var word, out var side) || word != watcher.Word || !Equals(side, watcher.Side))) watcher.Tell();
    }

    private void EndWatchers()
    {
        foreach (var watcher in _watchers ?? []) watcher.End();
    }
}
