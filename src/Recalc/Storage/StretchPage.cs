namespace Recalc.Storage;

/// <summary>
/// Numbers given to stretches of up to 4,096 items: to the cells of a page the regions that cross it or their number formats. Sorted,
/// without overlap. Inserting moves at most a page's worth of stretches (32 KB), and at the end none.
/// </summary>
internal sealed class StretchPage
{
    /// <summary>Items <see cref="First"/> to <see cref="Last"/> of the page have the number.</summary>
    internal readonly record struct Stretch(ushort First, ushort Last, int Number);

    private Stretch[] _stretches = [];

    /// <summary>The same stretches, in a page that is changed apart.</summary>
    public StretchPage Copy() => new() { _stretches = Stretches.ToArray(), Count = Count };

    public int Count { get; private set; }

    public ReadOnlySpan<Stretch> Stretches => _stretches.AsSpan(0, Count);

    /// <summary>The number of an item, or -1.</summary>
    public int Find(int item)
    {
        var at = IndexOf(item);
        return at < Count && _stretches[at].First <= item ? _stretches[at].Number : -1;
    }

    /// <summary>True when an item from one to another has a number.</summary>
    public bool HasAny(int first, int last) => IndexOf(first) is var at && at < Count && _stretches[at].First <= last;

    /// <summary>The position of the first stretch that ends at the item or behind it; <see cref="Count"/> when none does.</summary>
    public int IndexOf(int item)
    {
        if (Count == 0 || _stretches[Count - 1].Last < item) return Count;
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_stretches[middle].Last < item) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Gives items a number, whatever they had; stretches of the same number that touch become one.</summary>
    public void Assign(int first, int last, int number)
    {
        Clear(first, last);
        var at = IndexOf(first);
        var joinsBefore = at > 0 && _stretches[at - 1].Number == number && _stretches[at - 1].Last + 1 == first;
        var joinsAfter = at < Count && _stretches[at].Number == number && _stretches[at].First == last + 1;
        if (joinsBefore && joinsAfter)
        {
            _stretches[at - 1] = _stretches[at - 1] with { Last = _stretches[at].Last };
            RemoveAt(at, 1);
        }
        else if (joinsBefore) _stretches[at - 1] = _stretches[at - 1] with { Last = (ushort)last };
        else if (joinsAfter) _stretches[at] = _stretches[at] with { First = (ushort)first };
        else InsertAt(at, new Stretch((ushort)first, (ushort)last, number));
    }

    /// <summary>Takes the numbers of items away.</summary>
    public void Clear(int first, int last)
    {
        var at = IndexOf(first);
        if (at == Count || _stretches[at].First > last) return;
        var cut = _stretches[at];
        if (cut.First < first)
        {
            _stretches[at++] = cut with { Last = (ushort)(first - 1) };
            if (cut.Last > last)
            {
                InsertAt(at, cut with { First = (ushort)(last + 1) });
                return;
            }
        }
        var end = at;
        while (end < Count && _stretches[end].Last <= last) end++;
        RemoveAt(at, end - at);
        if (at < Count && _stretches[at].First <= last) _stretches[at] = _stretches[at] with { First = (ushort)(last + 1) };
    }

    /// <summary>Adds the numbers that some of the items have.</summary>
    public void AddNumbers(int first, int last, HashSet<int> numbers)
    {
        for (var at = IndexOf(first); at < Count && _stretches[at].First <= last; at++) numbers.Add(_stretches[at].Number);
    }

    private void InsertAt(int at, Stretch stretch)
    {
        if (Count == _stretches.Length) Array.Resize(ref _stretches, Math.Max(1, 2 * Count));
        _stretches.AsSpan(at, Count - at).CopyTo(_stretches.AsSpan(at + 1));
        _stretches[at] = stretch;
        Count++;
    }

    private void RemoveAt(int at, int count)
    {
        _stretches.AsSpan(at + count, Count - at - count).CopyTo(_stretches.AsSpan(at));
        Count -= count;
    }
}
