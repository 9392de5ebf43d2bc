using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Storage;

/// <summary>The values of a sheet, by column and page. For one writer; any number of threads may read while nobody writes.</summary>
internal sealed partial class CellStore
{
    /// <summary>Stands for pages that are not there; never written.</summary>
    private static readonly Page NoPage = new();

    private readonly SparseArray<Column> _columns = new();

    /// <summary>The page that was written last, and where it lies: fills go down a column or along a row, page by page.</summary>
    private (int Column, int Page, Page Target) _recent = (-1, -1, new Page());

    public CellValue this[CellAddress cell]
    {
        get => _columns[cell.Column]?.Find(cell.Row)?[cell.Row & (Page.Items - 1)] ?? CellValue.Blank;
        set => Set(cell, value.Word, value.TextOrNull);
    }

    public void Set(CellAddress cell, CellWord word, object? side = null)
    {
        if (_recent.Column != cell.Column || _recent.Page != cell.Row >> Page.ItemBits)
        {
            var page = word.IsBlank ? _columns[cell.Column]?.Find(cell.Row) : (_columns[cell.Column] ??= new Column()).GetOrAdd(cell.Row);
            if (page is null) return;
            _recent = (cell.Column, cell.Row >> Page.ItemBits, page);
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
        foreach (var (page, first, last) in Pages(range)) page.Clear(first, last);
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
