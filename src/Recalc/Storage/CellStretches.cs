using Recalc.Addressing;

namespace Recalc.Storage;

/// <summary>Goes over the stretches of a rectangle for <c>foreach</c>, without allocation.</summary>
internal ref struct CellStretches
{
    private readonly SparseArray<Column> _columns;
    private readonly CellRange _range;
    private readonly int _endColumn;

    /// <summary>The column that the pages are taken from; null before the first.</summary>
    private Column? _pages;
    private int _column;

    /// <summary>The page that comes next, and the one after the last that the rectangle crosses in this column.</summary>
    private int _page, _endPage;

    public CellStretches(SparseArray<Column> columns, CellRange range)
    {
        (_columns, _range) = (columns, range);
        _column = Math.Max(range.First.Column, columns.Start) - 1;
        _endColumn = Math.Min(range.Last.Column + 1, columns.End);
    }

    public CellStretch Current { get; private set; }

    public readonly CellStretches GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            while (_page < _endPage)
            {
                var index = _page++;
                if (_pages!.Find(index << Page.ItemBits) is not { } page) continue;
                var row = index << Page.ItemBits;
                var (from, to) = (Math.Max(_range.First.Row - row, 0), Math.Min(_range.Last.Row + 1 - row, Page.Items));
                Current = new CellStretch(page, _column, index, from, to);
                if (!Current.Words.IsEmpty) return true;
            }
            if (++_column >= _endColumn) return false;
            if ((_pages = _columns[_column]) is null) continue;
            _page = Math.Max(_range.First.Row >> Page.ItemBits, _pages.FirstPage);
            _endPage = Math.Min(_range.Last.Row >> Page.ItemBits, _pages.LastPage) + 1;
        }
    }
}
