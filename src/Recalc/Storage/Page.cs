using Recalc.Values;

namespace Recalc.Storage;

/// <summary>
/// Up to 4,096 items of one column. The words lie in a window of whole lines of 64 items that grows both ways, so one cell costs one
/// line; outside the window every item is blank. What words of text and objects stand for lies in a side array of the same shape,
/// which a page has only when it needs one.
/// </summary>
internal sealed class Page
{
    /// <summary>Items of a page: a 12-bit number.</summary>
    public const int Items = 1 << ItemBits;

    public const int ItemBits = 12;

    private const int LineBits = 6;
    private const int Line = 1 << LineBits;
    private const int Lines = Items / Line;

    /// <summary>The window's words; null while every item is blank.</summary>
    private NativeBlock? _block;

    /// <summary>The objects of the window's items; null while it holds none. As long as the block otherwise.</summary>
    private object?[]? _side;

    /// <summary>The first line of the window; meaningful while there is a block.</summary>
    private int _firstLine;

    /// <summary>The first item of the window.</summary>
    public int First => _firstLine << LineBits;

    /// <summary>The words of the window, from <see cref="First"/> on; empty while every item is blank.</summary>
    public ReadOnlySpan<ulong> Words => _block is null ? default : _block.Words;

    /// <summary>Bytes of native memory.</summary>
    public int NativeBytes => _block is null ? 0 : _block.Length * sizeof(ulong);

    public CellValue this[int item]
    {
        get
        {
            var at = item - First;
            if (_block is null || (uint)at >= (uint)_block.Length) return CellValue.Blank;
            var word = new CellWord(_block.Words[at]);
            GC.KeepAlive(this);                                                 // the block lives while the page does
            return word.Tag == WordTag.Text ? new CellValue(word, (string?)_side![at]) : new CellValue(word);
        }
    }

    public void Set(int item, CellWord word, object? side)
    {
        var at = item - First;
        if (_block is null || (uint)at >= (uint)_block.Length)
        {
            if (word.IsBlank) return;
            Grow(item >> LineBits);
            at = item - First;
        }
        _block!.Words[at] = word.Bits;
        GC.KeepAlive(this);
        if (side is null && _side is null) return;
        _side ??= new object?[_block.Length];
        _side[at] = side;
    }

    /// <summary>Makes the items from one to another, both included, blank. The window stays.</summary>
    public void Clear(int first, int last)
    {
        if (_block is null) return;
        var (from, to) = (Math.Max(first - First, 0), Math.Min(last - First + 1, _block.Length));
        if (from >= to) return;
        _block.Words[from..to].Fill(CellWord.Blank.Bits);
        _side?.AsSpan(from..to).Clear();
        GC.KeepAlive(this);
    }

    /// <summary>How many items are not blank. Takes time in proportion to the window.</summary>
    public int CountFilled() => CountFilled(0, Items - 1);

    /// <summary>How many of the items from one to another, both included, are not blank.</summary>
    public int CountFilled(int first, int last)
    {
        var count = 0;
        var (from, to) = (Math.Max(first - First, 0), Math.Min(last - First + 1, Words.Length));
        if (from >= to) return 0;
        foreach (var word in Words[from..to]) count += word == CellWord.Blank.Bits ? 0 : 1;
        GC.KeepAlive(this);
        return count;
    }

    /// <summary>The first and last item that is not blank; false when all are. Takes time in proportion to the blank ends.</summary>
    public bool TryGetUsed(out int first, out int last)
    {
        first = Words.IndexOfAnyExcept(CellWord.Blank.Bits) + First;
        last = Words.LastIndexOfAnyExcept(CellWord.Blank.Bits) + First;
        return last >= first && !Words.IsEmpty && Words.ContainsAnyExcept(CellWord.Blank.Bits);
    }

    // Doubles the window towards the line, so that filling a page in either direction copies each word about once.
    private void Grow(int line)
    {
        if (_block is null)
        {
            _firstLine = line;
            _block = NewBlock(1);
            return;
        }
        var old = _block;
        var oldLines = old.Length >> LineBits;
        var lastLine = _firstLine + oldLines - 1;
        var first = line < _firstLine ? Math.Max(0, Math.Min(line, lastLine + 1 - 2 * oldLines)) : _firstLine;
        var last = line > lastLine ? Math.Min(Lines - 1, Math.Max(line, _firstLine + 2 * oldLines - 1)) : lastLine;
        var shift = (_firstLine - first) << LineBits;
        _block = NewBlock(last - first + 1);
        old.Words.CopyTo(_block.Words[shift..]);
        if (_side is not null)
        {
            var side = new object?[_block.Length];
            _side.CopyTo(side, shift);
            _side = side;
        }
        old.Dispose();
        _firstLine = first;
    }

    private static NativeBlock NewBlock(int lines)
    {
        var block = new NativeBlock(lines << LineBits);
        block.Words.Fill(CellWord.Blank.Bits);
        return block;
    }
}
