using Recalc.Values;

namespace Recalc.Storage;

/// <summary>
/// Up to 4,096 items of one column. The words lie in a window of whole lines of 64 items that grows both ways, so one cell costs one
/// line; outside the window every item is blank. What words of text and objects stand for lies in a side array of the same shape,
/// which a page has only when it needs one.
/// </summary>
internal sealed partial class Page : IDisposable
{
    /// <summary>Items of a page: a 12-bit number.</summary>
    public const int Items = 1 << ItemBits;

    public const int ItemBits = 12;

    private const int LineBits = 6;
    private const int Line = 1 << LineBits;
    private const int Lines = Items / Line;

    /// <summary>Makes a page of blanks.</summary>
    /// <param name="owner">Who alone may write it; see <see cref="CellStore.Fork"/>.</param>
    public Page(object? owner = null) => Owner = owner;

    /// <summary>Who alone may write the page.</summary>
    public object? Owner { get; }

    /// <summary>The window's words; null while every item is blank.</summary>
    private NativeBlock? _block;

    /// <summary>The objects of the window's items; null while it holds none. As long as the block otherwise.</summary>
    private object?[]? _side;

    /// <summary>The first line of the window; meaningful while there is a block.</summary>
    private int _firstLine;

    /// <summary>How often the page was written; counted after the write, so that no summary made meanwhile is taken as new.</summary>
    private long _version;

    /// <summary>The numbers of the window as of <see cref="_summaryVersion"/>. Readers that make it together write the same bits.</summary>
    private NumberSummary _summary;

    /// <summary>The version that <see cref="_summary"/> belongs to, written after it; -1 before there is one.</summary>
    private long _summaryVersion = -1;

    /// <summary>The first item of the window.</summary>
    public int First => _firstLine << LineBits;

    /// <summary>The words of the window, from <see cref="First"/> on; empty while every item is blank.</summary>
    public ReadOnlySpan<ulong> Words => _block is null ? default : _block.Words;

    /// <summary>The objects of the window, item by item; empty while it holds none.</summary>
    public ReadOnlySpan<object?> Sides => _side;

    /// <summary>The item after the window's last.</summary>
    public int End => First + Words.Length;

    /// <summary>
    /// What the numbers of the page amount to. Kept until a word is written; the first to ask afterwards takes time in proportion to the
    /// window. Any number of readers may ask.
    /// </summary>
    public NumberSummary Summary
    {
        get
        {
            var version = Volatile.Read(ref _version);
            if (Volatile.Read(ref _summaryVersion) == version) return _summary;
            var summary = NumberSummary.Of(Words, 0);
            GC.KeepAlive(this);
            _summary = summary;
            Volatile.Write(ref _summaryVersion, version);
            return summary;
        }
    }

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
            Grow(item >> LineBits, item >> LineBits);
            at = item - First;
        }
        _block!.Words[at] = word.Bits;
        if (side is not null || _side is not null)
        {
            _side ??= new object?[_block.Length];
            _side[at] = side;
        }
        Touch();
    }

    /// <summary>Makes the window reach from one item to another, both included, because they are about to be written.</summary>
    public void Reserve(int first, int last)
    {
        if (_block is not null && first >= First && last < End) return;
        Grow(first >> LineBits, last >> LineBits);
        Touch();
    }

    /// <summary>Makes the items from one to another, both included, blank. The window stays.</summary>
    public void Clear(int first, int last)
    {
        if (_block is null) return;
        var (from, to) = (Math.Max(first - First, 0), Math.Min(last - First + 1, _block.Length));
        if (from >= to) return;
        _block.Words[from..to].Fill(CellWord.Blank.Bits);
        _side?.AsSpan(from..to).Clear();
        Touch();
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

    /// <summary>A copy of the page for another owner.</summary>
    public Page Fork(object? owner)
    {
        var copy = new Page(owner) { _firstLine = _firstLine, _side = (object?[]?)_side?.Clone() };
        if (_block is not null)
        {
            copy._block = new NativeBlock(_block.Length);
            _block.Words.CopyTo(copy._block.Words);
        }
        if (Volatile.Read(ref _summaryVersion) == _version) (copy._summary, copy._summaryVersion) = (_summary, 0);
        GC.KeepAlive(this);
        return copy;
    }

    /// <summary>Gives the native memory back at once; the page is blank then. For the owner, when nobody else holds the page.</summary>
    public void Dispose()
    {
        _block?.Dispose();
        (_block, _side) = (null, null);
        Touch();
    }

    // After a write: what was summed up before no longer holds. (This also keeps the page, and so its block, alive until here.)
    private void Touch() => Volatile.Write(ref _version, _version + 1);

    // The first window is what is asked for. Later it at least doubles towards the lines, so that filling a page in either direction
    // copies each word about once.
    private void Grow(int firstLine, int lastLine)
    {
        if (_block is null)
        {
            _firstLine = firstLine;
            _block = NewBlock(lastLine - firstLine + 1);
            return;
        }
        var old = _block;
        var oldLines = old.Length >> LineBits;
        var endLine = _firstLine + oldLines - 1;
        var first = firstLine < _firstLine ? Math.Max(0, Math.Min(firstLine, endLine + 1 - 2 * oldLines)) : _firstLine;
        var last = lastLine > endLine ? Math.Min(Lines - 1, Math.Max(lastLine, _firstLine + 2 * oldLines - 1)) : endLine;
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
