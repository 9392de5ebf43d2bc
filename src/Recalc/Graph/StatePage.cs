namespace Recalc.Graph;

/// <summary>The states of the cells of one page of a column: 64 bytes when each is an interval. For one writer.</summary>
internal sealed class StatePage
{
    private ItemSet _marked;

    /// <summary>A subset of the marked items.</summary>
    private ItemSet _must;
    private ItemSet _claimed;

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
