using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recalc.Values;

namespace Recalc.Storage;

// Stretches of items at once: what the interpreter reads and publishes.
internal sealed partial class Page
{
    /// <summary>True when the window reaches over all the items from one to another, the last not included.</summary>
    public bool Covers(int from, int to) => from >= First && to <= End;

    /// <summary>True when the window reaches over an item.</summary>
    public bool Covers(int item) => (uint)(item - First) < (uint)Words.Length;

    /// <summary>Changes an item that the window reaches over, unless it is so already; true when it was not.</summary>
    public bool TryChange(int item, ulong word, object? side)
    {
        var at = item - First;
        ref var stored = ref _block!.Words[at];
        var old = _side?[at];
        if (stored == word && (ReferenceEquals(old, side) || (old is not null && old.Equals(side)))) return false;
        stored = word;
        if (side is not null) (_side ??= new object?[_block.Length])[at] = side;
        else if (old is not null) _side![at] = null;
        Touch();
        GC.KeepAlive(this);
        return true;
    }

    /// <summary>True when an item that the window reaches over is as it would be written.</summary>
    public bool Holds(int item, ulong word, object? side)
    {
        var old = _side?[item - First];
        var isSame = _block!.Words[item - First] == word && (ReferenceEquals(old, side) || (old is not null && old.Equals(side)));
        GC.KeepAlive(this);
        return isSame;
    }

    /// <summary>The word of an item, and the object that lies beside it.</summary>
    public ulong Word(int item, out object? side)
    {
        var at = item - First;
        var isThere = (uint)at < (uint)Words.Length;
        side = isThere ? _side?[at] : null;
        var word = isThere ? Words[at] : CellWord.Blank.Bits;
        GC.KeepAlive(this);
        return word;
    }

    /// <summary>What the numbers of items amount to; at hand when the window holds no others.</summary>
    public NumberSummary Summarize(int item, int count)
    {
        var (skip, at, common) = Overlap(item, count);
        if (common == Words.Length) return Summary;
        var summary = NumberSummary.Of(Words.Slice(at, common), item + skip);
        GC.KeepAlive(this);
        return summary;
    }

    /// <summary>Copies the words of items; blank outside the window.</summary>
    public void Read(int item, Span<ulong> words)
    {
        var (skip, at, count) = Overlap(item, words.Length);
        words[..skip].Fill(CellWord.Blank.Bits);
        Words.Slice(at, count).CopyTo(words[skip..]);
        words[(skip + count)..].Fill(CellWord.Blank.Bits);
        GC.KeepAlive(this);
    }

    /// <summary>Copies the objects of items; null outside the window and where there are none.</summary>
    public void ReadObjects(int item, Span<object?> sides)
    {
        sides.Clear();
        if (_side is null) return;
        var (skip, at, count) = Overlap(item, sides.Length);
        Sides.Slice(at, count).CopyTo(sides[skip..]);
    }

    /// <summary>Writes items. The window grows at once to the first and last that is not blank.</summary>
    /// <param name="item">The first item.</param>
    /// <param name="words">Its word and those of the items after it.</param>
    /// <param name="sides">As many objects, or none at all.</param>
    public void Write(int item, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        var first = words.IndexOfAnyExcept(CellWord.Blank.Bits);
        var last = words.LastIndexOfAnyExcept(CellWord.Blank.Bits);
        if (first >= 0 && !Covers(item + first, item + last + 1)) Grow((item + first) >> LineBits, (item + last) >> LineBits);
        var (skip, at, count) = Overlap(item, words.Length);
        if (count == 0) return;
        words.Slice(skip, count).CopyTo(_block!.Words[at..]);
        if (sides.IsEmpty || !HasObject(sides)) _side?.AsSpan(at, count).Clear();
        else sides.Slice(skip, count).CopyTo((_side ??= new object?[_block.Length]).AsSpan(at));
        Touch();
    }

    /// <summary>
    /// The index of the first word that differs from what is stored; their number when there is none. Words are compared as integers,
    /// texts and explanations by content.
    /// </summary>
    public int FirstDifference(int item, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        var (skip, at, count) = Overlap(item, words.Length);
        var index = words[..skip].IndexOfAnyExcept(CellWord.Blank.Bits);
        if (index >= 0) return index;
        var equal = words.Slice(skip, count).CommonPrefixLength(Words.Slice(at, count));
        GC.KeepAlive(this);
        if (_side is not null || !sides.IsEmpty)
        {
            for (var i = 0; i < equal; i++)
                if (!HasSameObject(at + i, sides, skip + i)) return skip + i;
        }
        if (equal < count) return skip + equal;
        index = words[(skip + count)..].IndexOfAnyExcept(CellWord.Blank.Bits);
        return index < 0 ? words.Length : skip + count + index;
    }

    /// <summary>
    /// The index of the first word that is what is stored, as <see cref="FirstDifference"/> sees it; their number when there is none.
    /// </summary>
    public int FirstMatch(int item, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        var (skip, at, count) = Overlap(item, words.Length);
        var index = words[..skip].IndexOf(CellWord.Blank.Bits);
        if (index >= 0) return index;
        for (var i = 0; i < count; i++)
        {
            i += FirstEqual(words.Slice(skip + i, count - i), Words.Slice(at + i, count - i));
            if (i < count && HasSameObject(at + i, sides, skip + i)) return skip + i;
        }
        GC.KeepAlive(this);
        index = words[(skip + count)..].IndexOf(CellWord.Blank.Bits);
        return index < 0 ? words.Length : skip + count + index;
    }

    private static int FirstEqual(ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> stored)
    {
        var i = 0;
        ref var left = ref MemoryMarshal.GetReference(words);
        ref var right = ref MemoryMarshal.GetReference(stored);
        for (; i <= words.Length - Vector256<ulong>.Count; i += Vector256<ulong>.Count)
        {
            if (Vector256.EqualsAny(Vector256.LoadUnsafe(ref left, (nuint)i), Vector256.LoadUnsafe(ref right, (nuint)i))) break;
        }
        while (i < words.Length && words[i] != stored[i]) i++;
        return i;
    }

    private static bool HasObject(ReadOnlySpan<object?> sides)
    {
        foreach (var side in sides)
            if (side is not null) return true;
        return false;
    }

    // For a place of the window whose word is equal.
    private bool HasSameObject(int at, ReadOnlySpan<object?> sides, int index)
    {
        var (old, side) = (_side?[at], sides.IsEmpty ? null : sides[index]);
        return ReferenceEquals(old, side) || (old is not null && old.Equals(side));
    }

    // Of a stretch of items: how many lie before the window, where in the window the next one lies, and how many lie in the window. When
    // none does, all count as lying before it.
    private (int Skip, int At, int Count) Overlap(int item, int length)
    {
        var (from, to) = (Math.Max(item, First), Math.Min(item + length, End));
        return from < to ? (from - item, from - First, to - from) : (length, 0, 0);
    }
}
