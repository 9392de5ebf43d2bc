using System.Numerics;
using System.Runtime.InteropServices;

namespace Recalc.Values;

/// <summary>
/// What vectors of words are asked, always as integers: as doubles, different tags are equal, and a comparison with a tag is merely
/// false. Each answer is the position of the first offender, so that a kernel keeps the lanes before it and sends the rest to the
/// scalar path.
/// </summary>
internal static class WordSpan
{
    private const ulong Exponent = 0x7FF0_0000_0000_0000;

    /// <summary>True when both hold the same words.</summary>
    public static bool SequenceEqual(ReadOnlySpan<double> left, ReadOnlySpan<double> right) => Words(left).SequenceEqual(Words(right));

    /// <summary>
    /// The position of the first word in which the two differ; the length when there is none.
    /// </summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static int FirstDifference(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length != right.Length) throw new ArgumentException("Compare spans of one length.", nameof(right));
        return Words(left).CommonPrefixLength(Words(right));
    }

    /// <summary>
    /// The position of the first word that is an infinity or a NaN of either sign, computed or boxed; the length when there is none.
    /// The question for the results of arithmetic.
    /// </summary>
    public static int FirstNotFinite(ReadOnlySpan<double> results)
    {
        var words = Words(results);
        ref var first = ref MemoryMarshal.GetReference(words);
        var exponent = new Vector<ulong>(Exponent);
        var i = 0;
        for (; i <= words.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
        {
            if (Vector.EqualsAny(Vector.LoadUnsafe(ref first, (nuint)i) & exponent, exponent)) break;
        }
        while (i < words.Length && (words[i] & Exponent) != Exponent) i++;
        return i;
    }

    /// <summary>
    /// The position of the first word that is no number; the length when there is none. The question for the operands of
    /// comparisons, minimum, maximum, power and sign, whose results look like numbers whatever they were given.
    /// </summary>
    public static int FirstBoxed(ReadOnlySpan<double> operands)
    {
        var words = Words(operands);
        ref var first = ref MemoryMarshal.GetReference(words);
        var boxed = new Vector<ulong>(CellWord.Boxed);
        var i = 0;
        for (; i <= words.Length - 2 * Vector<ulong>.Count; i += 2 * Vector<ulong>.Count)
        {
            // No word is larger than both, so the largest tells of each.
            var largest = Vector.Max(Vector.LoadUnsafe(ref first, (nuint)i), Vector.LoadUnsafe(ref first, (nuint)(i + Vector<ulong>.Count)));
            if (Vector.GreaterThanOrEqualAny(largest, boxed)) break;
        }
        while (i < words.Length && words[i] < CellWord.Boxed) i++;
        return i;
    }

    private static ReadOnlySpan<ulong> Words(ReadOnlySpan<double> numbers) => MemoryMarshal.Cast<double, ulong>(numbers);
}
