using System.Diagnostics.CodeAnalysis;

namespace Recalc.Functions.Engineering;

/// <summary>
/// Binary, octal or hexadecimal numerals of at most ten digits, of which ten with the highest bit set are negative numbers in two's
/// complement. Immutable.
/// </summary>
/// <param name="bits">The bits of a digit: 1, 3 or 4.</param>
internal sealed class NumeralSystem(int bits)
{
    private const int MostDigits = 10;
    private const string Digits = "0123456789ABCDEF";

    public static readonly NumeralSystem Binary = new(1);
    public static readonly NumeralSystem Octal = new(3);
    public static readonly NumeralSystem Hexadecimal = new(4);

    // One more than the largest number that has a numeral, and the negative of the smallest.
    private readonly long _end = 1L << (MostDigits * bits - 1);

    /// <summary>Reads a numeral, in digits of either case; no digits are 0.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.Length > MostDigits) return false;
        foreach (var digit in text)
        {
            var worth = Digits.IndexOf(char.ToUpperInvariant(digit), StringComparison.Ordinal);
            if (worth < 0 || worth >= 1 << bits) return false;
            number = number << bits | (uint)worth;
        }
        if (number >= _end) number -= 2 * _end;
        return true;
    }

    /// <summary>Writes a whole number with so many digits at least; false when it has no numeral, or needs more digits.</summary>
    /// <param name="number">The number.</param>
    /// <param name="places">How many digits; 0 for as many as are needed. Negative numbers always have ten.</param>
    /// <param name="text">The numeral.</param>
    public bool TryWrite(double number, int places, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (number >= _end || number < -_end) return false;
        Span<char> digits = stackalloc char[MostDigits];
        var start = MostDigits;
        var rest = number < 0 ? (long)number + 2 * _end : (long)number;
        do
        {
            digits[--start] = Digits[(int)(rest & ((1 << bits) - 1))];
            rest >>= bits;
        }
        while (rest != 0);
        if (number >= 0 && places > 0)
        {
            if (MostDigits - start > places) return false;
            digits[(MostDigits - places)..start].Fill('0');
            start = MostDigits - places;
        }
        text = new string(digits[start..]);
        return true;
    }
}
