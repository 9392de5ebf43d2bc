namespace Recalc.Graph;

/// <summary>The states of the cells of one page of a column: 64 bytes when each is an interval. For one writer.</summary>
/// <param name="owner">Who alone may write it; see <see cref="StatePlane.Fork"/>.</param>
internal sealed class StatePage(object? owner)
{
    /// <summary>Who alone may write the page.</summary>
    public object? Owner { get; } = owner;

    /// <summary>True when no item is in any state.</summary>
    public bool IsEmpty => _marked.IsEmpty && _claimed.IsEmpty;

    private ItemSet _marked;

    /// <summary>A subset of the marked items.</summary>
    private ItemSet _must;
    private ItemSet _claimed;

    /// <summary>A copy of the page for another owner.</summary>
    public StatePage Fork(object? other) => new(other) { _marked = _marked.Copy(), _must = _must.Copy(), _claimed = _claimed.Copy() };

    /// <summary>All states of an item.</summary>
    public CellStates At(int item)
    {
        if (!_marked.Contains(item)) return _claimed.Contains(item) ? CellStates.Claimed : CellStates.None;
        return CellStates.Marked | (_must.Contains(item) ? CellStates.Must : 0) | (_claimed.Contains(item) ? CellStates.Claimed : 0);
    }

    /// <summary>The items in a state; to be used where it lies.</summary>
    public ref ItemSet this[CellState state]
    {
        get
        {
            switch (state)
            {
                case CellState.Marked: return ref _marked;
                case CellState.Must: return ref _must;
                default: return ref _claimed;
            }
        }
    }
}
