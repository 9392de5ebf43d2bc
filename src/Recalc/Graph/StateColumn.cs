using System.Diagnostics;
using Recalc.Storage;

namespace Recalc.Graph;

/// <summary>
/// The states of the cells of a column, by page; a page that never had a state is not there. Intervals of rows include both ends and
/// cost an operation a page. For one writer.
/// </summary>
internal sealed class StateColumn
{
    private const int LastItem = Page.Items - 1;

    private readonly SparseArray<StatePage> _pages;

    /// <summary>Makes a column without states.</summary>
    /// <param name="owner">Who alone may write it; see <see cref="StatePlane.Fork"/>.</param>
    public StateColumn(object? owner) => (_pages, Owner) = (new(), owner);

    private StateColumn(StateColumn other, object? owner) => (_pages, Owner, Marked) = (other._pages.Clone(), owner, other.Marked);

    /// <summary>Who alone may write the column; pages have owners of their own.</summary>
    public object? Owner { get; }

    /// <summary>The same states, in a column of another owner.</summary>
    public StateColumn Fork(object? owner) => new(this, owner);

    /// <summary>How many cells are marked: the sum over the pages.</summary>
    public int Marked { get; private set; }

    public bool Contains(CellState state, int row) => _pages[row >> Page.ItemBits] is { } page && page[state].Contains(row & LastItem);

    /// <summary>All states of a row at once.</summary>
    public CellStates At(int row) => _pages[row >> Page.ItemBits] is { } page ? page.At(row & LastItem) : CellStates.None;

    /// <summary>True when all rows of an interval that lies on one page are in a state; false for others.</summary>
    public bool HoldsAll(CellState state, int firstRow, int lastRow) =>
        firstRow >> Page.ItemBits == lastRow >> Page.ItemBits && _pages[firstRow >> Page.ItemBits] is { } page
            && page[state].HoldsAll(firstRow & LastItem, lastRow & LastItem);

    public void Set(CellState state, int firstRow, int lastRow)
    {
        for (var index = firstRow >> Page.ItemBits; index <= lastRow >> Page.ItemBits; index++)
        {
            var (first, last) = Items(index, firstRow, lastRow);
            var page = OwnOrAdd(index);
            ref var items = ref page[state];
            var before = items.Count;
            items.Add(first, last);
            if (state == CellState.Marked) Marked += items.Count - before;
            Debug.Assert(state != CellState.Must || page[CellState.Marked].HoldsAll(first, last), "Must without marked.");
        }
    }

    /// <summary>Marks a row; false when it is marked already.</summary>
    public bool TryMark(int row)
    {
        if (_pages[row >> Page.ItemBits] is { } known && known[CellState.Marked].Contains(row & LastItem)) return false;
        ref var items = ref OwnOrAdd(row >> Page.ItemBits)[CellState.Marked];
        items.Add(row & LastItem, row & LastItem);
        Marked++;
        return true;
    }

    /// <summary>Sets Must of a row that is marked.</summary>
    public void SetMustWhereMarked(int row)
    {
        if (_pages[row >> Page.ItemBits] is not { } page || !page[CellState.Marked].Contains(row & LastItem) || page[CellState.Must].Contains(row & LastItem)) return;
        OwnOrAdd(row >> Page.ItemBits)[CellState.Must].Add(row & LastItem, row & LastItem);
    }

    /// <summary>Makes an interval neither marked nor must.</summary>
    public void ClearMarked(int firstRow, int lastRow)
    {
        var end = Math.Min(lastRow >> Page.ItemBits, _pages.End - 1);
        for (var index = Math.Max(firstRow >> Page.ItemBits, _pages.Start); index <= end; index++)
        {
            if (_pages[index] is not { IsEmpty: false }) continue;
            var page = OwnOrAdd(index);
            var (first, last) = Items(index, firstRow, lastRow);
            page[CellState.Must].Remove(first, last);
            ref var items = ref page[CellState.Marked];
            var before = items.Count;
            items.Remove(first, last);
            Marked -= before - items.Count;
        }
    }

    /// <summary>Takes all states from a row; true when it was marked.</summary>
    public bool Clear(int row)
    {
        if (_pages[row >> Page.ItemBits] is not { IsEmpty: false }) return false;
        var (page, item) = (OwnOrAdd(row >> Page.ItemBits), row & LastItem);
        page[CellState.Claimed].Remove(item, item);
        page[CellState.Must].Remove(item, item);
        ref var marked = ref page[CellState.Marked];
        if (!marked.Contains(item)) return false;
        marked.Remove(item, item);
        Marked--;
        return true;
    }

    /// <summary>Takes claims away.</summary>
    public void ClearClaimed(int firstRow, int lastRow)
    {
        var end = Math.Min(lastRow >> Page.ItemBits, _pages.End - 1);
        for (var index = Math.Max(firstRow >> Page.ItemBits, _pages.Start); index <= end; index++)
        {
            if (_pages[index] is not { IsEmpty: false }) continue;
            var page = OwnOrAdd(index);
            var (first, last) = Items(index, firstRow, lastRow);
            page[CellState.Claimed].Remove(first, last);
        }
    }

    /// <summary>The first row of an interval in a state, or -1. Takes about a nanosecond a page that is there.</summary>
    public int First(CellState state, int firstRow, int lastRow)
    {
        var end = Math.Min(lastRow >> Page.ItemBits, _pages.End - 1);
        for (var index = Math.Max(firstRow >> Page.ItemBits, _pages.Start); index <= end; index++)
        {
            if (_pages[index] is not { } page || page[state].IsEmpty) continue;
            var (first, last) = Items(index, firstRow, lastRow);
            var item = page[state].First(first, last);
            if (item >= 0) return (index << Page.ItemBits) + item;
        }
        return -1;
    }

    /// <summary>
    /// The last row, up to a limit, of the rows from this one on that are in a state as this one is, or are not as it is not.
    /// </summary>
    public int RunEnd(CellState state, int row, int limit)
    {
        var isIn = Contains(state, row);
        for (var index = row >> Page.ItemBits; index <= limit >> Page.ItemBits; index++)
        {
            var (first, last) = Items(index, row, limit);
            var other = isIn ? first : -1;
            if (_pages[index] is { } page) other = isIn ? page[state].FirstGap(first, last) : page[state].First(first, last);
            if (other >= 0) return (index << Page.ItemBits) + other - 1;
        }
        return limit;
    }

    /// <summary>
    /// The first row, down to a limit, of the rows back from this one that are in a state as this one is, or are not as it is not.
    /// </summary>
    public int RunStart(CellState state, int row, int limit)
    {
        var isIn = Contains(state, row);
        for (var index = row >> Page.ItemBits; index >= limit >> Page.ItemBits; index--)
        {
            var (first, last) = Items(index, limit, row);
            var other = isIn ? last : -1;
            if (_pages[index] is { } page) other = isIn ? page[state].LastGap(first, last) : page[state].Last(first, last);
            if (other >= 0) return (index << Page.ItemBits) + other + 1;
        }
        return limit;
    }

    // The page at an index, to be written.
    private StatePage OwnOrAdd(int index)
    {
        var page = _pages[index];
        if (page is not null && ReferenceEquals(page.Owner, Owner)) return page;
        return _pages[index] = page?.Fork(Owner) ?? new StatePage(Owner);
    }

    // The items of a page that lie in an interval of rows which meets it.
    private static (int First, int Last) Items(int index, int firstRow, int lastRow)
    {
        var row = index << Page.ItemBits;
        return (Math.Max(firstRow - row, 0), Math.Min(lastRow - row, LastItem));
    }
}
