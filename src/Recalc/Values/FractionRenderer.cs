using System.Globalization;

namespace Recalc.Values;

/// <summary>Writes a number as a fraction: <c># ?/?</c>, <c># ??/16</c>, <c>?/?</c>.</summary>
internal static class FractionRenderer
{
    private const double Exact = 5e-8;
    private const int MostDigits = 7;

    /// <summary>The token of the bar with a digit before it; -1 when the section shows no fraction.</summary>
    public static int FindSlash(ReadOnlySpan<FormatToken> tokens)
    {
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (tokens[i].Kind == FormatTokenKind.Slash && tokens[i - 1].Kind == FormatTokenKind.Digit) return i;
        }
        return -1;
    }

    /// <summary>Writes a number that is not negative.</summary>
    public static void Write(ReadOnlySpan<FormatToken> tokens, int slash, double magnitude, ref TextBuffer text)
    {
        var numerator = slash;
        while (numerator > 0 && tokens[numerator - 1].Kind == FormatTokenKind.Digit) numerator--;
        var end = slash + 1;
        while (end < tokens.Length && IsDenominator(tokens[end])) end++;
        var isMixed = Contains(tokens[..numerator], FormatTokenKind.Digit);
        var whole = isMixed ? Math.Floor(magnitude) : 0;
        var (above, below) = Approximate(magnitude - whole, tokens[(slash + 1)..end]);
        if (isMixed && above == below) (whole, above) = (whole + 1, 0);
        var shape = DigitShape.Of(tokens[..numerator]);
        if (isMixed && whole == 0 && above != 0) WriteEmpty(tokens[..numerator], ref text);
        else NumberRenderer.WriteDigits(tokens[..numerator], shape, whole, ref text);
        if (isMixed && above == 0) text.Add(' ', end - numerator);
        else WriteParts(above, below, slash - numerator, tokens[(slash + 1)..end], tokens[numerator].Text[0], ref text);
        foreach (var token in tokens[end..]) text.Add(token.Text);
    }

    // The whole part of a number below 1: only zeros that must be there.
    private static void WriteEmpty(ReadOnlySpan<FormatToken> tokens, ref TextBuffer text)
    {
        foreach (var token in tokens)
        {
            if (token.Kind != FormatTokenKind.Digit) text.Add(token.Text);
            else if (token.Text != "#") text.Add(token.Text == "0" ? '0' : ' ');
        }
    }

    // The numerator is set to the right, the denominator to the left.
    private static void WriteParts(
        long above, long below, int digits, ReadOnlySpan<FormatToken> denominator, char sign, ref TextBuffer text)
    {
        var length = Length(above);
        if (sign != '#') text.Add(sign == '0' ? '0' : ' ', digits - length);
        text.AddNumber(above, 1);
        text.Add('/');
        length = Length(below);
        var isZero = denominator.Length > 0 && denominator[0].Text == "0";
        text.AddNumber(below, isZero ? denominator.Length : 1);
        if (denominator.Length > 0 && denominator[0].Text == "?") text.Add(' ', denominator.Length - length);
    }

    private static (long Above, long Below) Approximate(double rest, ReadOnlySpan<FormatToken> denominator)
    {
        var fixedBelow = 0L;
        foreach (var token in denominator)
        {
            if (token.Kind == FormatTokenKind.Literal) fixedBelow = fixedBelow * 10 + (token.Text[0] - '0');
            else if (fixedBelow > 0) fixedBelow *= 10;
        }
        if (fixedBelow > 0) return ((long)Math.Round(rest * fixedBelow, MidpointRounding.AwayFromZero), fixedBelow);
        return Approximate(rest, (long)Math.Pow(10, Math.Clamp(denominator.Length, 1, MostDigits)) - 1);
    }

    // By continued fractions: the last convergent whose denominator is small enough.
    private static (long Above, long Below) Approximate(double number, long largest)
    {
        var (above, below, lastAbove, lastBelow) = (1L, 0L, 0L, 1L);
        while (true)
        {
            var whole = (long)Math.Floor(number);
            var (nextAbove, nextBelow) = (whole * above + lastAbove, whole * below + lastBelow);
            if (nextBelow > largest) return (above, below);
            (above, below, lastAbove, lastBelow) = (nextAbove, nextBelow, above, below);
            if (number - whole < Exact) return (above, below);
            number = 1 / (number - whole);
        }
    }

    private static bool IsDenominator(FormatToken token) =>
        token.Kind == FormatTokenKind.Digit || (token.Kind == FormatTokenKind.Literal && token.Text.Length == 1 && char.IsAsciiDigit(token.Text[0]));

    private static bool Contains(ReadOnlySpan<FormatToken> tokens, FormatTokenKind kind)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == kind) return true;
        }
        return false;
    }

    private static int Length(long number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
