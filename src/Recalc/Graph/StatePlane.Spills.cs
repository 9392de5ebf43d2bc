using Recalc.Addressing;

namespace Recalc.Graph;

/// <content>
/// Where marked spills may come to lie: cells that are not marked, for they need not have formulas, but that nobody may read before the
/// anchor has run.
/// </content>
internal sealed partial class StatePlane
{
    /// <summary>
    /// The anchors by the cells that they may fill; complete for anchors that are marked. Others are dropped when they are met.
    /// </summary>
    private readonly RectangleIndex<CellAddress> _spills = new();

    /// <summary>The anchors in <see cref="_spills"/>, each once.</summary>
    private readonly HashSet<CellAddress> _anchors = [];

    /// <summary>Anchors that are not waited for any more, though they are marked again: they ran already in this pull.</summary>
    private readonly HashSet<CellAddress> _settled = [];

    /// <summary>Says that nobody may read cells of a rectangle while an anchor is marked.</summary>
    public void AddSpill(CellRange potential, CellAddress anchor)
    {
        if (_anchors.Add(anchor)) _spills.Add(new Box(potential), anchor);
    }

    /// <summary>Forgets where an anchor may spill: it is none any more, or another formula.</summary>
    public void RemoveSpill(CellAddress anchor)
    {
        if (!_anchors.Contains(anchor)) return;
        var search = _spills.Find(new Box(new CellRange(anchor)));
        while (search.MoveNext())
            if (search.Current == anchor) Remove(search);
        _spills.Compact();
    }

    /// <summary>Says that a marked anchor is not waited for until <see cref="Unsettle"/>.</summary>
    public void Settle(CellAddress anchor) => _settled.Add(anchor);

    /// <summary>The anchors that are not waited for.</summary>
    public IReadOnlyCollection<CellAddress> Settled => _settled;

    /// <summary>Says that every marked anchor is waited for again.</summary>
    public void Unsettle() => _settled.Clear();

    /// <summary>
    /// True when cells of a rectangle may be read: none of them is marked, and no marked spill may come to lie there, other than those that
    /// are being run.
    /// </summary>
    public bool IsValid(CellRange range) => !TryFindMarked(range, range.First, out _) && !TryFindSpill(range, out _);

    /// <summary>A marked anchor, not claimed, that may spill over cells of a rectangle. Takes no time where nothing is marked.</summary>
    public bool TryFindSpill(CellRange range, out CellAddress anchor)
    {
        anchor = default;
        if (Marked == 0 || _anchors.Count == 0) return false;
        var search = _spills.Find(new Box(range));
        while (search.MoveNext())
        {
            anchor = search.Current;
            if (!IsMarked(anchor.Column, anchor.Row)) Remove(search);
            else if (!IsClaimed(anchor.Column, anchor.Row) && !_settled.Contains(anchor)) return true;
        }
        return false;
    }

    private void ForkSpills(StatePlane fork)
    {
        if (_anchors.Count == 0) return;
        fork._anchors.UnionWith(_anchors);
        fork._spills.CopyFrom(_spills);
    }

    private void Remove(in RectangleIndex<CellAddress>.Search search)
    {
        _anchors.Remove(search.Current);
        search.Remove();
    }
}
