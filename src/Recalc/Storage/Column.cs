namespace Recalc.Storage;

/// <summary>The pages of one column of a sheet: row r is item r mod 4,096 of page r / 4,096.</summary>
internal sealed class Column
{
    private readonly SparseArray<Page> _pages;

    /// <summary>Makes a column without pages.</summary>
    /// <param name="owner">Who alone may write it; see <see cref="CellStore.Fork"/>.</param>
    public Column(object? owner) => (_pages, Owner) = (new(), owner);

    private Column(Column other, object? owner) => (_pages, Owner) = (other._pages.Clone(), owner);

    /// <summary>Who alone may write the column; pages have owners of their own.</summary>
    public object? Owner { get; }

    public IEnumerable<(int Index, Page Page)> Pages => _pages.Filled;

    /// <summary>The slot of the first page, or one before it.</summary>
    public int FirstPage => _pages.Start;

    /// <summary>The slot of the last page, or one behind it; before <see cref="FirstPage"/> when there is no page.</summary>
    public int LastPage => _pages.End - 1;

    /// <summary>
    /// The last row that a page's window reaches; -1 when there is none. Takes time in proportion to the empty pages at the end.
    /// </summary>
    public int LastRow
    {
        get
        {
            for (var index = _pages.End - 1; index >= _pages.Start; index--)
                if (_pages[index] is { Words.Length: > 0 } page) return (index << Page.ItemBits) + page.First + page.Words.Length - 1;
            return -1;
        }
    }

    public Page? Find(int row) => _pages[row >> Page.ItemBits];

    /// <summary>The same pages, in a column of another owner.</summary>
    public Column Fork(object? owner) => new(this, owner);

    /// <summary>The page of a row, for the owner of the column to write; a copy of it when the page is another's.</summary>
    public Page Own(int row)
    {
        var page = _pages[row >> Page.ItemBits];
        if (page is null) page = new Page(Owner);
        else if (ReferenceEquals(page.Owner, Owner)) return page;
        else page = page.Fork(Owner);
        return _pages[row >> Page.ItemBits] = page;
    }
}
