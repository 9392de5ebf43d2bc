namespace Recalc.Storage;

/// <summary>The pages of one column of a sheet: row r is item r mod 4,096 of page r / 4,096.</summary>
internal sealed class Column
{
    private readonly SparseArray<Page> _pages = new();

    public IEnumerable<(int Index, Page Page)> Pages => _pages.Filled;

    public Page? Find(int row) => _pages[row >> Page.ItemBits];

    public Page GetOrAdd(int row) => _pages[row >> Page.ItemBits] ??= new Page();
}
