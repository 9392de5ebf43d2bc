namespace Recalc.Storage;

/// <summary>Numbers given to stretches of the rows of one column, by page.</summary>
internal sealed class StretchColumn
{
    private readonly SparseArray<StretchPage> _pages = new();

    public IEnumerable<(int Index, StretchPage Page)> Pages => _pages.Filled;

    public StretchPage? PageOf(int index) => _pages[index];

    /// <summary>The number of a row, or -1.</summary>
    public int Find(int row) => _pages[row >> Page.ItemBits]?.Find(row & (Page.Items - 1)) ?? -1;

    /// <summary>Gives rows a number, or takes theirs away when it is -1. Takes time in proportion to the pages they cross.</summary>
    public void Assign(int firstRow, int lastRow, int number)
    {
        for (var page = firstRow >> Page.ItemBits; page <= lastRow >> Page.ItemBits; page++)
        {
            var first = Math.Max(firstRow - (page << Page.ItemBits), 0);
            var last = Math.Min(lastRow - (page << Page.ItemBits), Page.Items - 1);
            if (number >= 0) (_pages[page] ??= new StretchPage()).Assign(first, last, number);
            else _pages[page]?.Clear(first, last);
        }
    }
}
