namespace Recalc.Graph;

/// <summary>
/// Sorts numbered keys byte by byte, the lowest first. Bytes that all keys have in common cost nothing, so few columns, few rows and few
/// kinds of keys are sorted in few passes.
/// </summary>
internal static class RadixSort
{
    private const int DigitBits = 8;
    private const int Digits = 64 / DigitBits;
    private const int Values = 1 << DigitBits;

    /// <summary>Below this many keys comparing them is faster.</summary>
    private const int Few = 512;

    /// <summary>
    /// Sorts the first keys of an array, and the numbers with them; equal keys of many stay in order. Takes O(n), and as much memory
    /// again.
    /// </summary>
    public static void Sort(ulong[] keys, int[] numbers, int count)
    {
        if (count < Few)
        {
            Array.Sort(keys, numbers, 0, count);
            return;
        }
        var (from, to) = ((keys, numbers), (GC.AllocateUninitializedArray<ulong>(count), GC.AllocateUninitializedArray<int>(count)));
        var counts = CountDigits(keys.AsSpan(0, count));
        for (var digit = 0; digit < Digits; digit++)
        {
            var places = counts.AsSpan(digit * Values, Values);
            if (places[DigitOf(keys[0], digit)] == count) continue;
            ToPlaces(places);
            for (var i = 0; i < count; i++)
            {
                var key = from.keys[i];
                var place = places[DigitOf(key, digit)]++;
                to.Item1[place] = key;
                to.Item2[place] = from.numbers[i];
            }
            (from, to) = (to, from);
        }
        if (from.keys == keys) return;
        from.keys.AsSpan(0, count).CopyTo(keys);
        from.numbers.AsSpan(0, count).CopyTo(numbers);
    }

    // How often each value of each digit occurs.
    private static int[] CountDigits(ReadOnlySpan<ulong> keys)
    {
        var counts = new int[Digits * Values];
        foreach (var key in keys)
            for (var digit = 0; digit < Digits; digit++) counts[digit * Values + DigitOf(key, digit)]++;
        return counts;
    }

    // From how often a value occurs to where the first key with it goes.
    private static void ToPlaces(Span<int> counts)
    {
        var place = 0;
        foreach (ref var count in counts) (count, place) = (place, place + count);
    }

    private static int DigitOf(ulong key, int digit) => (byte)(key >> (digit * DigitBits));
}
