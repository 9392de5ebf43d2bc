using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>
/// References that formulas made while they ran, beyond those that their scripts say: what each cell read last, and who read a cell. What
/// a cell reads no more is dropped. For one writer; any number of threads may ask while nobody writes.
/// </summary>
internal sealed class DiscoveredReferences : IDependents
{
    /// <summary>What each cell read, in the order in which it did; no cell is here that read nothing.</summary>
    private Dictionary<GridCell, GridRange[]> _references = [];

    /// <summary>The readers by the grid that they read: an entry for every reference of every cell.</summary>
    private Dictionary<int, RectangleIndex<GridCell>> _readers = [];

    /// <summary>True when everything is a fork's, too, and is copied before it changes.</summary>
    private bool _isShared;

    /// <summary>How many cells have such references.</summary>
    public int Count => _references.Count;

    /// <summary>Says what a cell read when it ran. Costs nothing more than a comparison when that is what it read before.</summary>
    public void Replace(GridCell reader, List<GridRange> references)
    {
        if (_references.TryGetValue(reader, out var known))
        {
            if (known.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(references))) return;
            Remove(reader);
        }
        if (references.Count == 0) return;
        Own();
        _references.Add(reader, [.. references]);
        foreach (var (grid, range) in references)
        {
            if (!_readers.TryGetValue(grid, out var index)) _readers.Add(grid, index = new RectangleIndex<GridCell>());
            index.Add(new Box(range), reader);
        }
    }

    /// <summary>Says that a cell reads nothing more: its formula is gone, or will run before anybody asks.</summary>
    public void Remove(GridCell reader)
    {
        if (!_references.ContainsKey(reader)) return;
        Own();
        _references.Remove(reader, out var references);
        foreach (var (grid, range) in references!)
        {
            var index = _readers[grid];
            var search = index.Find(new Box(range));
            while (search.MoveNext())
                if (search.Current == reader) search.Remove();
            index.Compact();
        }
    }

    /// <summary>Adds what the cells of a rectangle read, each cell's in the order in which it did.</summary>
    public void AddReferences(GridRange readers, List<GridRange> into)
    {
        if (_references.Count == 0) return;
        if (readers.Range.Count <= _references.Count)
        {
            var cell = readers.Range.First;
            do
            {
                if (_references.TryGetValue(new GridCell(readers.Grid, cell), out var read)) into.AddRange(read);
            }
            while (GridCell.TryNext(readers.Range, cell, out cell));
            return;
        }
        foreach (var (reader, _) in _references.Where(r => r.Key.Grid == readers.Grid && readers.Range.Contains(r.Key.Cell)).OrderBy(r => r.Key)) into.AddRange(_references[reader]);
    }

    /// <summary>Drops what cells read that have no formula any more.</summary>
    public void RemoveWhere(Predicate<GridCell> isGone)
    {
        foreach (var reader in _references.Keys.Where(r => isGone(r)).ToList()) Remove(reader);
    }

    /// <summary>The same references for a fork. From now on both copy them when they change one first.</summary>
    public DiscoveredReferences Fork()
    {
        _isShared = true;
        return new DiscoveredReferences { _references = _references, _readers = _readers, _isShared = true };
    }

    private void Own()
    {
        if (!_isShared) return;
        (_isShared, _references) = (false, new(_references));
        var readers = new Dictionary<int, RectangleIndex<GridCell>>();
        foreach (var (grid, index) in _readers)
        {
            readers.Add(grid, new RectangleIndex<GridCell>());
            readers[grid].CopyFrom(index);
        }
        _readers = readers;
    }

    /// <inheritdoc/>
    public void AddDependents(GridRange changed, List<GridRange> into)
    {
        if (!_readers.TryGetValue(changed.Grid, out var index)) return;
        foreach (ref readonly var reader in index.Find(new Box(changed.Range))) into.Add(new GridRange(reader.Grid, new CellRange(reader.Cell)));
    }
}
