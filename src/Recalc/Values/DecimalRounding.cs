using System.Globalization;

namespace Recalc.Values;

/// <summary>
/// Rounding to places of the decimal number that Excel shows, not of the binary one that is held: 2.675 to two places is 2.68, though
/// the double lies below the tie.
/// </summary>
internal static class DecimalRounding
{
    private const int LastDigit = SignificantDigits.Count - 1;

    /// <summary>Rounds ties away from zero; negative places round before the point.</summary>
    public static double Round(double number, int places)
    {
        Span<char> text = stackalloc char[SignificantDigits.MaxLength];
        var length = SignificantDigits.Write(text, Math.Abs(number));
        var exponent = int.Parse(text[(text.IndexOf('E') + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        // How many of the fifteen digits are to go.
        var excess = (long)LastDigit - exponent - places;
        if (excess < 0) return number;
        if (excess > SignificantDigits.Count) return 0;
        var digits = (ulong)(text[0] - '0');
        foreach (var digit in text[2..(SignificantDigits.Count + 1)]) digits = digits * 10 + (ulong)(digit - '0');
        var unit = 1UL;
        for (var i = 0; i < excess; i++) unit *= 10;
        var rounded = (digits + unit / 2) / unit;
        text.TryWrite(CultureInfo.InvariantCulture, $"{rounded}E{-places}", out length);
        var result = double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
        return number < 0 && result != 0 ? -result : result;
    }
}
