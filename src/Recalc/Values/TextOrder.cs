namespace Recalc.Values;

/// <summary>
/// The order of texts: without case; punctuation before digits before letters, as Windows sorts them. Letters of Latin-1 and Latin
/// Extended-A sort with their base letter; other characters follow the alphabet in the order of their code units. Hyphens and apostrophes
/// count only where all else is the same.
/// </summary>
internal static class TextOrder
{
    // Windows' order of ASCII; letters stand once, in capitals.
    private const string Ascii = "'- !\"#$%&()*,./:;?@[\\]^_`{|}~+<=>0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int FirstFolded = 0xC0;

    // The base letter of the characters from U+00C0 to U+017F; a point where there is none.
    private const string BaseLetters =
        "AAAAAA.CEEEEIIII.NOOOOO..UUUUY..AAAAAA.CEEEEIIII.NOOOOO..UUUUY.YAAAAAACCCCCCCCDD..EEEEEEEEEEGGGG" +
        "GGGGHH..IIIIIIIII...JJKK.LLLLLL....NNNNNN...OOOOOO..RRRRRRSSSSSSSSTTTT..UUUUUUUUUUUUWWYYYZZZZZZ.";

    private const int FirstOther = 0x100;

    private static readonly byte[] Weights = MakeWeights();

    /// <summary>True when the texts differ at most in case.</summary>
    public static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Negative, zero or positive as the left text comes before, with or after the right; zero when equal.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            if (left[i] != right[j])
            {
                var (isLeft, isRight) = (IsMinor(left[i]), IsMinor(right[j]));
                if (isLeft || isRight)
                {
                    if (isLeft) i++;
                    if (isRight) j++;
                    continue;
                }
                var order = Weight(left[i]) - Weight(right[j]);
                if (order != 0) return order;
            }
            i++;
            j++;
        }
        while (i < left.Length && IsMinor(left[i])) i++;
        while (j < right.Length && IsMinor(right[j])) j++;
        if (i < left.Length || j < right.Length) return i < left.Length ? 1 : -1;
        // Only hyphens and accents differ, if anything does: what has fewer of them comes first.
        return left.Length != right.Length ? left.Length - right.Length : left.CompareTo(right, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsMinor(char c) => c is '-' or '\'';

    private static int Weight(char c)
    {
        if (c < Weights.Length && Weights[c] != 0) return Weights[c];
        return FirstOther + char.ToUpperInvariant(c);
    }

    private static byte[] MakeWeights()
    {
        var weights = new byte[FirstFolded + BaseLetters.Length];
        // Control characters come first, in their own order.
        for (var c = 0; c < ' '; c++) weights[c] = (byte)(c + 1);
        for (var i = 0; i < Ascii.Length; i++) weights[Ascii[i]] = (byte)(' ' + 1 + i);
        for (var c = 'a'; c <= 'z'; c++) weights[c] = weights[char.ToUpperInvariant(c)];
        for (var i = 0; i < BaseLetters.Length; i++)
        {
            if (BaseLetters[i] != '.') weights[FirstFolded + i] = weights[BaseLetters[i]];
        }
        return weights;
    }
}
