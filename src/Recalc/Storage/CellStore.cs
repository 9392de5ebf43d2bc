using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Storage;

/// <summary>The values of a sheet, by column and page. For one writer; any number of threads may read while nobody writes.</summary>
internal sealed partial class CellStore
{
    /// <summary>Stands for pages that are not there; never written.</summary>
    private static readonly Page NoPage = new();

    private SparseArray<Column> _columns = new();

    /// <summary>
    /// The mark of what this store alone writes: columns and pages that have another are copied first. Null as long as there was no fork.
    /// </summary>
    private object? _owner;

    /// <summary>True when <see cref="_columns"/> is a fork's, too.</summary>
    private bool _isShared;

    /// <summary>The pages that were copied or made since this store was forked off; null for one that was not.</summary>
    private List<Page>? _own;

    /// <summary>The page that was written last, and where it lies: fills go down a column or along a row, page by page.</summary>
    private (int Column, int Page, Page Target) _recent = (-1, -1, NoPage);

    public CellValue this[CellAddress cell]
    {
        get => _columns[cell.Column]?.Find(cell.Row)?[cell.Row & (Page.Items - 1)] ?? CellValue.Blank;
        set => Set(cell, value.Word, value.TextOrNull);
    }

    public void Set(CellAddress cell, CellWord word, object? side = null)
    {
        if (_recent.Column != cell.Column || _recent.Page != cell.Row >> Page.ItemBits)
        {
            if (word.IsBlank && _columns[cell.Column]?.Find(cell.Row) is null) return;
            _recent = (cell.Column, cell.Row >> Page.ItemBits, Own(cell.Column, cell.Row));
        }
        _recent.Target.Set(cell.Row & (Page.Items - 1), word, side);
    }

    /// <summary>How many cells have a value. Takes time in proportion to the pages.</summary>
    public long CountFilled() => Pages().Sum(p => (long)p.Page.CountFilled());

    /// <summary>How many cells of a rectangle have a value. Takes time in proportion to its columns and to what its pages hold.</summary>
    public long CountFilled(CellRange range) => Pages(range).Sum(p => (long)p.Page.CountFilled(p.First, p.Last));

    /// <summary>Makes the cells of a rectangle blank. Takes time in proportion to its columns and to what its pages hold.</summary>
    public void Clear(CellRange range)
    {
        for (var column = range.First.Column; column <= range.Last.Column; column++)
        {
            if (_columns[column] is not { } pages) continue;
            for (var row = range.First.Row; row <= range.Last.Row; row = (row | (Page.Items - 1)) + 1)
                if (pages.Find(row) is not null) Own(column, row).Clear(row & (Page.Items - 1), Math.Min(range.Last.Row - (row & -Page.Items), Page.Items - 1));
        }
    }

    /// <summary>
    /// The same cells for a fork. From now on both stores copy a page, and what leads to it, when they write it first; each may be used on a thread of its own. Takes O(1).
    /// </summary>
    public CellStore Fork()
    {
        (_owner, _isShared, _own, _recent) = (new object(), true, _own is null ? null : [], (-1, -1, NoPage));
        return new CellStore { _columns = _columns, _owner = new object(), _isShared = true, _own = [] };
    }

    /// <summary>Gives the native memory of pages back that no other store holds. The store is not used any more.</summary>
    public void Free()
    {
        if (_own is null) return;
        foreach (var page in _own) page.Dispose();
        _own = null;
    }

    // The page of a cell, to be written.
    private Page Own(int column, int row)
    {
        if (_isShared) (_columns, _isShared) = (_columns.Clone(), false);
        var pages = _columns[column];
        if (pages is null) pages = _columns[column] = new Column(_owner);
        else if (!ReferenceEquals(pages.Owner, _owner)) pages = _columns[column] = pages.Fork(_owner);
        if (_own is null) return pages.Own(row);
        var before = pages.Find(row);
        var page = pages.Own(row);
        if (page != before) _own.Add(page);
        return page;
    }

    /// <summary>The smallest rectangle that holds every value; null when there is none.</summary>
    public CellRange? GetUsedRange()
    {
        CellRange? used = null;
        foreach (var (column, page, items) in Pages())
        {
            if (!items.TryGetUsed(out var first, out var last)) continue;
            var rows = page << Page.ItemBits;
            var range = new CellRange(column, rows + first, column, rows + last);
            used = used?.Union(range) ?? range;
        }
        return used;
    }

    /// <summary>
    /// The part of a rectangle that can hold values: no page reaches past it, to the right or below. Null when no page does into the
    /// rectangle. Takes time in proportion to the columns that are used.
    /// </summary>
    public CellRange? Clip(CellRange range)
    {
        var (lastColumn, lastRow) = (-1, -1);
        for (var column = Math.Max(range.First.Column, _columns.Start); column <= Math.Min(range.Last.Column, _columns.End - 1); column++)
        {
            if (_columns[column] is not { } pages || pages.LastRow < range.First.Row) continue;
            (lastColumn, lastRow) = (column, Math.Max(lastRow, pages.LastRow));
        }
        return lastColumn < 0 ? null : new CellRange(range.First, new CellAddress(lastColumn, Math.Min(lastRow, range.Last.Row)));
    }

    // The pages that a rectangle crosses, with the first and last item of each that lie in it.
    private IEnumerable<(Page Page, int First, int Last)> Pages(CellRange range)
    {
        for (var column = range.First.Column; column <= range.Last.Column; column++)
        {
            if (_columns[column] is not { } pages) continue;
            for (var index = range.First.Row >> Page.ItemBits; index <= range.Last.Row >> Page.ItemBits; index++)
            {
                var row = index << Page.ItemBits;
                if (pages.Find(row) is not { } page) continue;
                yield return (page, Math.Max(range.First.Row - row, 0), Math.Min(range.Last.Row - row, Page.Items - 1));
            }
        }
    }

    private IEnumerable<(int Column, int Index, Page Page)> Pages()
    {
        foreach (var (column, pages) in _columns.Filled)
            foreach (var (index, page) in pages.Pages) yield return (column, index, page);
    }
}
