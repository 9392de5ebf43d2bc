using System.Diagnostics;
using System.Numerics;
using Recalc.Storage;

namespace Recalc.Graph;

/// <summary>
/// A set of items of a page, 0 to 4,095. One interval takes no memory beyond the struct; other sets take 64 words of bits, which are kept
/// for the next time once they are there. <c>default</c> is empty. A mutable struct: keep it in a field, never copy it. For one writer.
/// </summary>
/// <remarks>
/// Every operation takes at most a look at 64 words, and O(1) on an interval. Bounds of intervals are included on both sides.
/// </remarks>
internal struct ItemSet
{
    private const int WordBits = 6;
    private const int WordMask = (1 << WordBits) - 1;

    /// <summary>
    /// The members as bits, exact while they are no interval; stale otherwise. Null until they were no interval for the first time.
    /// </summary>
    private ulong[]? _bits;

    /// <summary>The first member; equal to <see cref="_end"/> when there is none.</summary>
    private short _first;

    /// <summary>The item behind the last member.</summary>
    private short _end;

    /// <summary>How many members there are: as many as lie between first and last just when they are one interval.</summary>
    private short _count;

    /// <summary>The same set, with bits of its own.</summary>
    public readonly ItemSet Copy() => this with { _bits = IsInterval ? null : (ulong[])_bits!.Clone() };

    public readonly int Count => _count;

    public readonly bool IsEmpty => _count == 0;

    private readonly bool IsInterval => _count == _end - _first;

    public readonly bool Contains(int item) =>
        item >= _first && item < _end && (IsInterval || (_bits![item >> WordBits] >> (item & WordMask) & 1) != 0);

    public readonly bool HoldsAll(int first, int last) => first >= _first && last < _end && (IsInterval || FirstGap(first, last) < 0);

    public readonly bool HoldsAny(int first, int last) => First(first, last) >= 0;

    /// <summary>The first member of an interval, or -1; the interval may be empty.</summary>
    public readonly int First(int from, int to)
    {
        (from, to) = (Math.Max(from, _first), Math.Min(to, _end - 1));
        if (from > to) return -1;
        return IsInterval ? from : Next(from, to, flip: 0);
    }

    /// <summary>The last member of an interval, or -1; the interval may be empty.</summary>
    public readonly int Last(int from, int to)
    {
        (from, to) = (Math.Max(from, _first), Math.Min(to, _end - 1));
        if (from > to) return -1;
        return IsInterval ? to : Previous(from, to, flip: 0);
    }

    /// <summary>The first item of an interval that is no member, or -1; the interval may be empty.</summary>
    public readonly int FirstGap(int from, int to)
    {
        if (from > to) return -1;
        if (from < _first || from >= _end) return from;
        var gap = IsInterval ? -1 : Next(from, Math.Min(to, _end - 1), flip: ulong.MaxValue);
        return gap >= 0 ? gap : _end <= to ? _end : -1;
    }

    /// <summary>The last item of an interval that is no member, or -1; the interval may be empty.</summary>
    public readonly int LastGap(int from, int to)
    {
        if (from > to) return -1;
        if (to < _first || to >= _end) return to;
        var gap = IsInterval ? -1 : Previous(Math.Max(from, _first), to, flip: ulong.MaxValue);
        return gap >= 0 ? gap : _first > from ? _first - 1 : -1;
    }

    /// <summary>The last item of the run of members that begins at a member, no further than <paramref name="to"/>.</summary>
    public readonly int RunEnd(int item, int to)
    {
        Debug.Assert(Contains(item));
        var gap = FirstGap(item, to);
        return gap < 0 ? to : gap - 1;
    }

    /// <summary>The first item of the run of members that ends at a member, no further back than <paramref name="from"/>.</summary>
    public readonly int RunStart(int item, int from)
    {
        Debug.Assert(Contains(item));
        var gap = LastGap(from, item);
        return gap < 0 ? from : gap + 1;
    }

    public void Add(int first, int last)
    {
        Debug.Assert(first >= 0 && first <= last && last < Page.Items);
        if (IsInterval)
        {
            if (IsEmpty)
            {
                SetInterval(first, last + 1);
                return;
            }
            if (first <= _end && last >= _first - 1)
            {
                SetInterval(Math.Min(first, _first), Math.Max(last + 1, _end));
                return;
            }
            Spread();
        }
        _count += (short)SetBits(first, last);
        _first = (short)Math.Min(first, _first);
        _end = (short)Math.Max(last + 1, _end);
    }

    public void Remove(int first, int last)
    {
        (first, last) = (Math.Max(first, _first), Math.Min(last, _end - 1));
        if (first > last) return;
        if (IsInterval)
        {
            if (first == _first)
            {
                SetInterval(last + 1, _end);
                return;
            }
            if (last == _end - 1)
            {
                SetInterval(_first, first);
                return;
            }
            Spread();
        }
        _count -= (short)ClearBits(first, last);
        if (IsEmpty) (_first, _end) = (0, 0);
        else if (first == _first) _first = (short)Next(last + 1, _end - 1, flip: 0);
        else if (last == _end - 1) _end = (short)(Previous(_first, first - 1, flip: 0) + 1);
    }

    private void SetInterval(int first, int end) => (_first, _end, _count) = ((short)first, (short)end, (short)(end - first));

    // From an interval to bits.
    private void Spread()
    {
        if (_bits is null) _bits = new ulong[Page.Items >> WordBits];
        else Array.Clear(_bits);
        SetBits(_first, _end - 1);
    }

    // Sets bits; how many of them were clear.
    private readonly int SetBits(int first, int last)
    {
        var added = 0;
        for (var at = first >> WordBits; at <= last >> WordBits; at++)
        {
            var mask = MaskOf(at, first, last);
            added += BitOperations.PopCount(mask & ~_bits![at]);
            _bits[at] |= mask;
        }
        return added;
    }

    // Clears bits; how many of them were set.
    private readonly int ClearBits(int first, int last)
    {
        var removed = 0;
        for (var at = first >> WordBits; at <= last >> WordBits; at++)
        {
            var mask = MaskOf(at, first, last);
            removed += BitOperations.PopCount(mask & _bits![at]);
            _bits[at] &= ~mask;
        }
        return removed;
    }

    // The bits of one word that lie in an interval which meets it.
    private static ulong MaskOf(int at, int first, int last)
    {
        var low = at == first >> WordBits ? ulong.MaxValue << (first & WordMask) : ulong.MaxValue;
        return at == last >> WordBits ? low & (ulong.MaxValue >> (WordMask - (last & WordMask))) : low;
    }

    // The first bit of an interval that is set once all are flipped, or -1.
    private readonly int Next(int from, int to, ulong flip)
    {
        var at = from >> WordBits;
        var word = (_bits![at] ^ flip) & (ulong.MaxValue << (from & WordMask));
        while (word == 0)
        {
            if (++at > to >> WordBits) return -1;
            word = _bits[at] ^ flip;
        }
        var item = (at << WordBits) + BitOperations.TrailingZeroCount(word);
        return item <= to ? item : -1;
    }

    // The last bit of an interval that is set once all are flipped, or -1.
    private readonly int Previous(int from, int to, ulong flip)
    {
        var at = to >> WordBits;
        var word = (_bits![at] ^ flip) & (ulong.MaxValue >> (WordMask - (to & WordMask)));
        while (word == 0)
        {
            if (--at < from >> WordBits) return -1;
            word = _bits[at] ^ flip;
        }
        var item = (at << WordBits) + WordMask - BitOperations.LeadingZeroCount(word);
        return item >= from ? item : -1;
    }
}
