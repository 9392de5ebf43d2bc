using System.Diagnostics;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// Until when the values of cells are good, for those that grow old, by time stamps. A fork begins with the same, which is copied when either changes. For one thread at
/// a time.
/// </summary>
internal sealed class Expiries
{
    private Dictionary<GridCell, long> _expiries = [];

    /// <summary>The cells by their expiry, and some that have another by now or none.</summary>
    private PriorityQueue<GridCell, long> _queue = new();

    private bool _isShared;

    /// <summary>How many cells there are.</summary>
    public int Count => _expiries.Count;

    public Expiries Fork()
    {
        if (Count == 0) return new();
        _isShared = true;
        return new() { _expiries = _expiries, _queue = _queue, _isShared = true };
    }

    /// <summary>Sets until when the value of a cell is good; <see cref="long.MaxValue"/> for one that does not grow old.</summary>
    public void Set(GridCell cell, long expiry)
    {
        if (expiry == long.MaxValue ? !_expiries.ContainsKey(cell) : _expiries.TryGetValue(cell, out var old) && old == expiry) return;
        Own();
        if (expiry == long.MaxValue)
        {
            _expiries.Remove(cell);
            return;
        }
        _expiries[cell] = expiry;
        _queue.Enqueue(cell, expiry);
        if (_queue.Count > 2 * _expiries.Count + 64) Rebuild();
    }

    /// <summary>Takes out a cell whose value is too old at a time; false when there is none.</summary>
    public bool TryTake(long now, out GridCell cell)
    {
        while (_queue.TryPeek(out cell, out var expiry) && expiry <= now)
        {
            if (_isShared)
            {
                Own();                                                          // another cell may be the first then
                continue;
            }
            _queue.Dequeue();
            if (!_expiries.TryGetValue(cell, out var current) || current != expiry) continue;
            _expiries.Remove(cell);
            return true;
        }
        return false;
    }

    private void Own()
    {
        if (!_isShared) return;
        (_expiries, _isShared) = (new(_expiries), false);
        Rebuild();
    }

    private void Rebuild()
    {
        Debug.Assert(!_isShared, "What a fork sees is not changed.");
        _queue = new(_expiries.Count);
        foreach (var (cell, expiry) in _expiries) _queue.Enqueue(cell, expiry);
    }
}
