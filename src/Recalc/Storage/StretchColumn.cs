using Recalc.Addressing;

namespace Recalc.Storage;

/// <summary>
/// Numbers given to stretches of the rows of one column, by page. A page that has one number as a whole has no stretches of its own: it
/// lies in a stretch of pages, so that a stretch of rows costs the same however long it is.
/// </summary>
internal sealed class StretchColumn
{
    private const int LastItem = Page.Items - 1;

    private readonly SparseArray<StretchPage> _pages;

    /// <summary>Pages as items: those that have one number as a whole, none of which is in <see cref="_pages"/>.</summary>
    private readonly StretchPage _whole;

    public StretchColumn() => (_pages, _whole) = (new(), new());

    private StretchColumn(StretchColumn other)
    {
        (_pages, _whole) = (other._pages.Clone(), other._whole.Copy());
        foreach (var (index, page) in other._pages.Filled) _pages[index] = page.Copy();
    }

    /// <summary>The same numbers, in a column that is changed apart. Takes time in proportion to the stretches.</summary>
    public StretchColumn Copy() => new(this);

    /// <summary>The stretches in the order of their rows, cut at the borders of pages where they are not whole.</summary>
    public IEnumerable<(int First, int Last, int Number)> Stretches
    {
        get
        {
            var whole = 0;
            foreach (var (index, page) in _pages.Filled)
            {
                for (; whole < _whole.Count && _whole.Stretches[whole].First < index; whole++) yield return Pages(_whole.Stretches[whole]);
                var row = index << Page.ItemBits;
                for (var i = 0; i < page.Count; i++) yield return (row + page.Stretches[i].First, row + page.Stretches[i].Last, page.Stretches[i].Number);
            }
            for (; whole < _whole.Count; whole++) yield return Pages(_whole.Stretches[whole]);
        }
    }

    /// <summary>The number of a row, or -1.</summary>
    public int Find(int row) => _pages[row >> Page.ItemBits] is { } page ? page.Find(row & LastItem) : _whole.Find(row >> Page.ItemBits);

    /// <summary>The last row, up to a limit, of those from this one on that have the number that it has, or none as it has none; or the last of its page.</summary>
    public int RunEnd(int row, int limit)
    {
        var (index, item) = (row >> Page.ItemBits, row & LastItem);
        var end = LastItem;
        if (_pages[index] is { } page && page.IndexOf(item) is var at && at < page.Count)
            end = page.Stretches[at].First <= item ? page.Stretches[at].Last : page.Stretches[at].First - 1;
        return Math.Min(limit, (index << Page.ItemBits) + end);
    }

    /// <summary>The first and last of the rows around one without a number that have none either. Takes at most a look at every page.</summary>
    public (int First, int Last) FreeAround(int row) => (FreeStart(row >> Page.ItemBits, row & LastItem), FreeEnd(row >> Page.ItemBits, row & LastItem));

    private int FreeStart(int index, int item)
    {
        for (; index >= 0; index--, item = LastItem)
        {
            if (_pages[index] is not { } page)
            {
                if (_whole.Find(index) >= 0) return (index + 1) << Page.ItemBits;
                continue;
            }
            var at = page.IndexOf(item);
            if (at < page.Count && page.Stretches[at].First <= item) return (index << Page.ItemBits) + item + 1;
            if (at > 0) return (index << Page.ItemBits) + page.Stretches[at - 1].Last + 1;
        }
        return 0;
    }

    private int FreeEnd(int index, int item)
    {
        for (; index <= (SheetLimits.Rows - 1) >> Page.ItemBits; index++, item = 0)
        {
            if (_pages[index] is { } page)
            {
                if (page.IndexOf(item) is var at && at < page.Count) return (index << Page.ItemBits) + page.Stretches[at].First - 1;
            }
            else if (_whole.Find(index) >= 0) return (index << Page.ItemBits) - 1;
        }
        return SheetLimits.Rows - 1;
    }

    /// <summary>Gives rows a number, or takes theirs away when it is -1.</summary>
    public void Assign(int firstRow, int lastRow, int number)
    {
        var (first, last) = ((firstRow + LastItem) >> Page.ItemBits, ((lastRow + 1) >> Page.ItemBits) - 1);
        if (firstRow >> Page.ItemBits == lastRow >> Page.ItemBits && first > last)
        {
            AssignPart(firstRow >> Page.ItemBits, firstRow & LastItem, lastRow & LastItem, number);
            return;
        }
        if ((firstRow & LastItem) != 0) AssignPart(first - 1, firstRow & LastItem, LastItem, number);
        if (first <= last) AssignWhole(first, last, number);
        if ((lastRow & LastItem) != LastItem) AssignPart(last + 1, 0, lastRow & LastItem, number);
    }

    /// <summary>Adds the numbers that some of the rows have.</summary>
    public void AddNumbers(int firstRow, int lastRow, HashSet<int> numbers)
    {
        _whole.AddNumbers(firstRow >> Page.ItemBits, lastRow >> Page.ItemBits, numbers);
        for (var index = firstRow >> Page.ItemBits; index <= lastRow >> Page.ItemBits; index++)
        {
            var row = index << Page.ItemBits;
            _pages[index]?.AddNumbers(Math.Max(firstRow - row, 0), Math.Min(lastRow - row, LastItem), numbers);
        }
    }

    /// <summary>True when a row from one to another has a number.</summary>
    public bool HasAny(int firstRow, int lastRow)
    {
        var (first, last) = (firstRow >> Page.ItemBits, lastRow >> Page.ItemBits);
        if (_whole.HasAny(first, last)) return true;
        for (var index = first; index <= last; index++)
            if (_pages[index] is { } page && page.HasAny(Math.Max(firstRow - (index << Page.ItemBits), 0), Math.Min(lastRow - (index << Page.ItemBits), LastItem))) return true;
        return false;
    }

    private static (int First, int Last, int Number) Pages(StretchPage.Stretch whole) =>
        (whole.First << Page.ItemBits, ((whole.Last + 1) << Page.ItemBits) - 1, whole.Number);

    private void AssignPart(int index, int first, int last, int number)
    {
        var page = _pages[index] ?? Open(index, number);
        if (number >= 0) page?.Assign(first, last, number);
        else page?.Clear(first, last);
    }

    // A page of its own, with the number that it had as a whole; none when there is nothing to take away.
    private StretchPage? Open(int index, int number)
    {
        var whole = _whole.Find(index);
        if (whole < 0 && number < 0) return null;
        var page = _pages[index] = new StretchPage();
        if (whole < 0) return page;
        page.Assign(0, LastItem, whole);
        _whole.Clear(index, index);
        return page;
    }

    private void AssignWhole(int first, int last, int number)
    {
        for (var index = first; index <= last; index++)
            if (_pages[index] is not null) _pages[index] = null;
        if (number >= 0) _whole.Assign(first, last, number);
        else _whole.Clear(first, last);
    }
}
