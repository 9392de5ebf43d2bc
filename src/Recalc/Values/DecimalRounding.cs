using System.Globalization;

namespace Recalc.Values;

/// <summary>
/// Rounding to places of the decimal number that Excel shows, not of the binary one that is held: 2.675 to two places is 2.68, though
/// the double lies below the tie.
/// </summary>
internal static class DecimalRounding
{
    private const int LastDigit = SignificantDigits.Count - 1;

    // Below this a number in units of the last place has a digit to drop, and is told apart from its neighbours.
    private const double LargestScaled = 1e14;

    // How far fifteen digits may be from the binary number, as a share of it (5e-15), with room for the error of scaling.
    private const double Doubt = 6e-15;

    // All powers of ten that doubles hold exactly.
    private static readonly double[] Powers = MakePowers();

    /// <summary>
    /// Rounds to places behind the point; negative places round before it. Infinite when the result is too large for a double.
    /// </summary>
    public static double Round(double number, int places, DigitRounding rounding = DigitRounding.Nearest) =>
        TryRoundScaled(number, places, rounding, out var result) ? result : RoundDigits(number, places, rounding);

    /// <summary>As <see cref="Round"/>, always by way of the digits.</summary>
    internal static double RoundDigits(double number, int places, DigitRounding rounding)
    {
        Span<char> text = stackalloc char[SignificantDigits.MaxLength];
        var length = SignificantDigits.Write(text, Math.Abs(number));
        var exponent = int.Parse(text[(text.IndexOf('E') + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        // How many of the fifteen digits are to go.
        var excess = (long)LastDigit - exponent - places;
        if (excess < 0 || number == 0) return number;
        var digits = (ulong)(text[0] - '0');
        foreach (var digit in text[2..(SignificantDigits.Count + 1)]) digits = digits * 10 + (ulong)(digit - '0');
        var unit = 1UL;
        // All digits are less than half of the sixteenth power.
        for (var i = 0; i < Math.Min(excess, SignificantDigits.Count + 1); i++) unit *= 10;
        var (rounded, rest) = Math.DivRem(digits, unit);
        if (GrowsWith(rounding, rest, unit)) rounded++;
        if (rounded == 0) return 0;
        Span<char> result = stackalloc char[2 * SignificantDigits.MaxLength];
        result.TryWrite(CultureInfo.InvariantCulture, $"{rounded}E{-(long)places}", out length);
        return Math.CopySign(double.Parse(result[..length], NumberStyles.Float, CultureInfo.InvariantCulture), number);
    }

    private static bool GrowsWith(DigitRounding rounding, ulong rest, ulong unit) => rounding switch
    {
        DigitRounding.Nearest => rest >= unit - rest,
        DigitRounding.AwayFromZero => rest > 0,
        _ => false,
    };

    // Nearly all numbers lie so far from where the rounding turns that the binary number tells as much as the digits; a quotient or product
    // of two exact numbers is then as exact as the decimal one.
    private static bool TryRoundScaled(double number, int places, DigitRounding rounding, out double result)
    {
        result = number;
        if (Math.Abs((long)places) >= Powers.Length) return false;
        var unit = Powers[Math.Abs(places)];
        var scaled = Math.Abs(places >= 0 ? number * unit : number / unit);
        if (!(scaled < LargestScaled)) return false;
        var whole = Math.Floor(scaled);
        var rest = scaled - whole;
        var doubt = Doubt * scaled;
        var isClear = rounding == DigitRounding.Nearest ? Math.Abs(rest - 0.5) > doubt : rest > doubt && 1 - rest > doubt;
        if (!isClear) return false;
        if (rounding == DigitRounding.AwayFromZero || (rounding == DigitRounding.Nearest && rest > 0.5)) whole++;
        if (whole != 0) result = Math.CopySign(places >= 0 ? whole / unit : whole * unit, number);
        else result = 0;
        return true;
    }

    private static double[] MakePowers()
    {
        var powers = new double[23];
        for (var i = 0; i < powers.Length; i++) powers[i] = double.Parse($"1E{i}", CultureInfo.InvariantCulture);
        return powers;
    }
}
