using System.Buffers;
using System.Globalization;

namespace Recalc.Excel.Parts;

/// <summary>Reads numbers as files write them (<c>xsd:double</c> without NaN and the infinities).</summary>
internal static class NumberText
{
    private const ulong MaxExactInteger = 1UL << 53;
    private const int MaxDigits = 19;

    // NaN and Infinity are words to double.Parse.
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("0123456789+-.eE");

    // Powers of ten that doubles hold exactly: a product or quotient of two exact numbers is rounded once, and so is right.
    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads the whole of <paramref name="text"/>, spaces around it aside. What is too large becomes an infinity.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double number)
    {
        if (TryParseShort(text, out number)) return true;
        text = text.Trim();
        return text.Length > 0 && !text.ContainsAnyExcept(Alphabet)
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out number);
    }

    /// <summary>
    /// Reads an optional minus, digits with at most one point, and an exponent, if one operation on exact doubles gives the
    /// result.
    /// </summary>
    private static bool TryParseShort(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var isNegative = at == 1;
        var (mantissa, digits, fraction) = (0UL, 0, -1);
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit < 10)
            {
                if (++digits > MaxDigits) return false;
                mantissa = mantissa * 10 + digit;
            }
            else if (text[at] == '.' && fraction < 0) fraction = digits;
            else break;
        }
        if (digits == 0 || mantissa > MaxExactInteger) return false;
        var exponent = fraction < 0 ? 0 : fraction - digits;
        if (at < text.Length)
        {
            if (!TryParseExponent(text[at..], out var written)) return false;
            exponent += written;
        }
        if (exponent < -22 || exponent > 22) return false;
        number = exponent < 0 ? mantissa / PowersOfTen[-exponent] : mantissa * PowersOfTen[exponent];
        if (isNegative) number = -number;
        return true;
    }

    private static bool TryParseExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        if ((text[0] | 0x20) != 'e') return false;
        var at = 1;
        var isNegative = at < text.Length && text[at] == '-';
        if (isNegative || (at < text.Length && text[at] == '+')) at++;
        if (at == text.Length || text.Length - at > 3) return false;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit >= 10) return false;
            exponent = exponent * 10 + (int)digit;
        }
        if (isNegative) exponent = -exponent;
        return true;
    }
}
