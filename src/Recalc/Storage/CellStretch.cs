namespace Recalc.Storage;

/// <summary>Cells of a column one below the other, in the window of one page. Good until the page is written.</summary>
internal readonly ref struct CellStretch
{
    private readonly Page _page;

    /// <summary>Those of the items from one to another, the last not included, that lie in the window of a page.</summary>
    public CellStretch(Page page, int column, int pageIndex, int from, int to)
    {
        var window = page.Words;
        (from, to) = (Math.Max(from, page.First), Math.Min(to, page.First + window.Length));
        (_page, Column, FirstRow) = (page, column, (pageIndex << Page.ItemBits) + from);
        if (from >= to) return;
        Words = window[(from - page.First)..(to - page.First)];
        Sides = page.Sides.IsEmpty ? default : page.Sides[(from - page.First)..(to - page.First)];
    }

    /// <summary>The column of the cells.</summary>
    public int Column { get; }

    /// <summary>The row of the first.</summary>
    public int FirstRow { get; }

    /// <summary>Their words.</summary>
    public ReadOnlySpan<ulong> Words { get; }

    /// <summary>As many objects, or none when the page has none.</summary>
    public ReadOnlySpan<object?> Sides { get; }

    /// <summary>What the numbers among them amount to; at hand when the stretch is the whole window.</summary>
    public NumberSummary Summarize() => _page.Summarize(FirstRow & (Page.Items - 1), Words.Length);
}
