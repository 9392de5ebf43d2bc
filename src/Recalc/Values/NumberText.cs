using System.Globalization;

namespace Recalc.Values;

/// <summary>
/// A number as text where a formula needs text, as <c>&amp;</c> and LEN do: at most 15 digits, without an exponent as long as that
/// fits in 20 characters, and 14 digits beside an exponent of three places. (How wide a cell shows a number is another matter.)
/// </summary>
internal static class NumberText
{
    /// <summary>The longest text: a sign and 20 characters.</summary>
    public const int MaxLength = 21;

    private const int Width = 20;
    private const int LargestShortExponent = 98;

    // Excel writes denormal numbers as zero.
    private const double SmallestNormal = 2.2250738585072014E-308;

    public static string Of(double number)
    {
        Span<char> text = stackalloc char[MaxLength];
        return new string(text[..Write(text, number)]);
    }

    /// <summary>Writes a finite number and returns the length, at most <see cref="MaxLength"/>.</summary>
    public static int Write(Span<char> destination, double number)
    {
        if (Math.Abs(number) < SmallestNormal)
        {
            destination[0] = '0';
            return 1;
        }
        Span<char> digits = stackalloc char[SignificantDigits.Count];
        var exponent = Split(Math.Abs(number), digits, out var count);
        var length = 0;
        if (number < 0) destination[length++] = '-';
        var plain = exponent >= 0 ? exponent < Width : 1 - exponent + count <= Width;
        return length + (plain
            ? WritePlain(destination[length..], digits[..count], exponent)
            : WriteScientific(destination[length..], digits[..count], exponent));
    }

    // The digits without the point and without zeros at the end; returns the power of ten of the first.
    private static int Split(double magnitude, Span<char> digits, out int count)
    {
        Span<char> text = stackalloc char[SignificantDigits.MaxLength];
        var length = SignificantDigits.Write(text, magnitude);
        var exponent = ExponentOf(text[..length]);
        count = SignificantDigits.Count;
        if (Math.Abs(exponent) > LargestShortExponent)
        {
            magnitude.TryFormat(text, out length, "E13", CultureInfo.InvariantCulture);
            exponent = ExponentOf(text[..length]);
            count--;
        }
        digits[0] = text[0];
        text[2..(count + 1)].CopyTo(digits[1..]);
        while (count > 1 && digits[count - 1] == '0') count--;
        return exponent;
    }

    private static int ExponentOf(ReadOnlySpan<char> text) =>
        int.Parse(text[(text.IndexOf('E') + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static int WritePlain(Span<char> destination, ReadOnlySpan<char> digits, int exponent)
    {
        if (exponent < 0)
        {
            var zeros = 1 - exponent;
            destination[..zeros].Fill('0');
            destination[1] = '.';
            digits.CopyTo(destination[zeros..]);
            return zeros + digits.Length;
        }
        var whole = exponent + 1;
        if (digits.Length <= whole)
        {
            digits.CopyTo(destination);
            destination[digits.Length..whole].Fill('0');
            return whole;
        }
        digits[..whole].CopyTo(destination);
        destination[whole] = '.';
        digits[whole..].CopyTo(destination[(whole + 1)..]);
        return digits.Length + 1;
    }

    private static int WriteScientific(Span<char> destination, ReadOnlySpan<char> digits, int exponent)
    {
        destination[0] = digits[0];
        var length = 1;
        if (digits.Length > 1)
        {
            destination[length++] = '.';
            digits[1..].CopyTo(destination[length..]);
            length += digits.Length - 1;
        }
        destination[length++] = 'E';
        destination[length++] = exponent < 0 ? '-' : '+';
        Math.Abs(exponent).TryFormat(destination[length..], out var written, "00", CultureInfo.InvariantCulture);
        return length + written;
    }
}
