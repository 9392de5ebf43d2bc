using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Storage;

// Stretches of the rows of one column at once, whatever pages they cross: what the interpreter reads and publishes.
internal sealed partial class CellStore
{
    /// <summary>
    /// What the numbers of a rectangle amount to: the summaries of its stretches added page by page, top to bottom, then column by column,
    /// left to right. Whole pages have theirs at hand, so this takes time in proportion to the pages and to those that are not whole.
    /// </summary>
    public NumberSummary Summarize(CellRange range)
    {
        if (range.Columns == 1 && range.First.Row >> Page.ItemBits == range.Last.Row >> Page.ItemBits)
            return Find(range.First.Column, range.First.Row)?.Summarize(range.First.Row & (Page.Items - 1), range.Rows) ?? default;
        var total = default(NumberSummary);
        foreach (var stretch in Stretches(range)) total = total.Plus(stretch.Summarize());
        return total;
    }

    /// <summary>
    /// The stretches of a rectangle that lie in windows of pages, column by column, top to bottom; all other cells are blank. Takes time
    /// in proportion to the columns and pages that are used. No page may be written meanwhile.
    /// </summary>
    public CellStretches Stretches(CellRange range) => new(_columns, range);

    /// <summary>Copies the numbers of a rectangle, row by row; what is no number is 0, and of an error NaN.</summary>
    public void CopyNumbers(CellRange range, Span<double> numbers)
    {
        var columns = range.Columns;
        numbers.Clear();
        foreach (var stretch in Stretches(range))
        {
            var at = (stretch.FirstRow - range.First.Row) * columns + stretch.Column - range.First.Column;
            foreach (var bits in stretch.Words)
            {
                var word = new CellWord(bits);
                numbers[at] = word.IsNumber ? word.Number : word.IsError ? double.NaN : 0;
                at += columns;
            }
        }
    }

    /// <summary>The word of a cell, and the object that lies beside it: of text its string.</summary>
    public ulong Word(int column, int row, out object? side)
    {
        side = null;
        return Find(column, row)?.Word(row & (Page.Items - 1), out side) ?? CellWord.Blank.Bits;
    }

    /// <summary>The words themselves, when all lie in the window of one page; else nothing. Good until the page is written.</summary>
    public ReadOnlySpan<ulong> Span(int column, int firstRow, int count)
    {
        var item = firstRow & (Page.Items - 1);
        return Find(column, firstRow) is { } page && page.Covers(item, item + count) ? page.Words.Slice(item - page.First, count) : default;
    }

    /// <summary>Copies the words of a column from a row on.</summary>
    public void Read(int column, int firstRow, Span<ulong> words)
    {
        for (var done = 0; done < words.Length;)
        {
            var part = words.Slice(done, PartOf(firstRow + done, words.Length - done, out var item));
            if (Find(column, firstRow + done) is { } page) page.Read(item, part);
            else part.Fill(CellWord.Blank.Bits);
            done += part.Length;
        }
    }

    /// <summary>Copies the words of a row from a column on.</summary>
    public void ReadAcross(int column, int row, Span<ulong> words)
    {
        for (var i = 0; i < words.Length; i++)
            words[i] = Find(column + i, row)?.Word(row & (Page.Items - 1), out _) ?? CellWord.Blank.Bits;
    }

    /// <summary>Copies the objects of a row from a column on; null where there are none.</summary>
    public void ReadObjectsAcross(int column, int row, Span<object?> sides)
    {
        for (var i = 0; i < sides.Length; i++) Word(column + i, row, out sides[i]);
    }

    /// <summary>Copies the objects of a column from a row on; false, and nothing copied, when none of the pages has any.</summary>
    public bool ReadObjects(int column, int firstRow, Span<object?> sides)
    {
        var hasObjects = false;
        for (var row = firstRow; row < firstRow + sides.Length && !hasObjects; row = (row | (Page.Items - 1)) + 1)
            hasObjects = Find(column, row) is { Sides.IsEmpty: false };
        if (!hasObjects) return false;
        for (var done = 0; done < sides.Length;)
        {
            var part = sides.Slice(done, PartOf(firstRow + done, sides.Length - done, out var item));
            if (Find(column, firstRow + done) is { } page) page.ReadObjects(item, part);
            else part.Clear();
            done += part.Length;
        }
        return true;
    }

    /// <summary>
    /// Makes room for rows of one page that are about to be written, a block after another: its window need not grow with each of them.
    /// </summary>
    public void Reserve(int column, int firstRow, int lastRow) =>
        Own(column, firstRow).Reserve(firstRow & (Page.Items - 1), lastRow & (Page.Items - 1));

    /// <summary>Writes cells of a column from a row on. Blanks make no page.</summary>
    /// <param name="column">The column.</param>
    /// <param name="firstRow">The row of the first cell.</param>
    /// <param name="words">The words; those of text have slot 0.</param>
    /// <param name="sides">As many objects, or none at all; objects of before are let go.</param>
    public void Write(int column, int firstRow, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        for (var done = 0; done < words.Length;)
        {
            var part = words.Slice(done, PartOf(firstRow + done, words.Length - done, out var item));
            if (Find(column, firstRow + done) is not null || part.ContainsAnyExcept(CellWord.Blank.Bits))
                Own(column, firstRow + done).Write(item, part, sides.IsEmpty ? sides : sides.Slice(done, part.Length));
            done += part.Length;
        }
    }

    /// <summary>Writes one cell unless it is so already, as <see cref="TryFindChange"/> sees it; true when it was not.</summary>
    public bool TryChange(int column, int row, ulong word, object? side)
    {
        var item = row & (Page.Items - 1);
        if (Find(column, row) is { } page && page.Covers(item))
        {
            if (ReferenceEquals(page.Owner, _owner)) return page.TryChange(item, word, side);
            if (page.Holds(item, word, side)) return false;
        }
        else if (word == CellWord.Blank.Bits)
        {
            return false;
        }
        Own(column, row).Set(item, new CellWord(word), side);
        return true;
    }

    /// <summary>
    /// Finds the next stretch of cells that differ from what is stored: words are compared as integers, texts and explanations by
    /// content. For a loop that goes on at <paramref name="to"/> until the answer is false.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="firstRow">The row of the first cell.</param>
    /// <param name="words">The words that the cells are to have.</param>
    /// <param name="sides">As many objects, or none at all.</param>
    /// <param name="start">The index of the word to begin with.</param>
    /// <param name="from">The index of the first word that differs.</param>
    /// <param name="to">The index of the next word that does not, or the number of words.</param>
    public bool TryFindChange(
        int column, int firstRow, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides, int start, out int from, out int to)
    {
        from = Seek(column, firstRow, words, sides, start, isDifferent: true);
        to = Seek(column, firstRow, words, sides, from, isDifferent: false);
        return from < words.Length;
    }

    private int Seek(int column, int firstRow, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides, int start, bool isDifferent)
    {
        while (start < words.Length)
        {
            var part = words.Slice(start, PartOf(firstRow + start, words.Length - start, out var item));
            var partSides = sides.IsEmpty ? sides : sides.Slice(start, part.Length);
            var page = Find(column, firstRow + start) ?? NoPage;
            var found = isDifferent ? page.FirstDifference(item, part, partSides) : page.FirstMatch(item, part, partSides);
            start += found;
            if (found < part.Length) break;
        }
        return start;
    }

    // How many of the rows from one on lie on its page, and which item of the page it is.
    private static int PartOf(int row, int count, out int item)
    {
        item = row & (Page.Items - 1);
        return Math.Min(count, Page.Items - item);
    }

    private Page? Find(int column, int row) => _columns[column]?.Find(row);
}
