using System.Globalization;

namespace Recalc.Values;

/// <summary>Writes a number as a fraction: <c># ?/?</c>, <c># ??/16</c>, <c>?/?</c>.</summary>
internal static class FractionRenderer
{
    private const double Exact = 5e-8;
    private const int MostDigits = 7;

    /// <summary>The token of the bar, with digits before and behind it; -1 when the section shows no fraction.</summary>
    public static int FindSlash(ReadOnlySpan<FormatToken> tokens)
    {
        for (var i = 1; i < tokens.Length - 1; i++)
        {
            if (tokens[i].Kind == FormatTokenKind.Slash && LastDigit(tokens[..i]) >= 0 && FirstBelow(tokens, i) < tokens.Length) return i;
        }
        return -1;
    }

    /// <summary>Writes a number that is not negative.</summary>
    public static void Write(ReadOnlySpan<FormatToken> tokens, int slash, double magnitude, ref TextBuffer text)
    {
        var aboveEnd = LastDigit(tokens[..slash]) + 1;
        var aboveStart = aboveEnd - 1;
        while (aboveStart > 0 && tokens[aboveStart - 1].Kind == FormatTokenKind.Digit) aboveStart--;
        var belowStart = FirstBelow(tokens, slash);
        var end = belowStart;
        while (end < tokens.Length && IsBelow(tokens[end])) end++;
        var wholeEnd = LastDigit(tokens[..aboveStart]) + 1;
        var isMixed = wholeEnd > 0;
        var number = isMixed ? Math.Floor(magnitude) : 0;
        var (above, below) = Approximate(magnitude - number, tokens[belowStart..end]);
        if (isMixed && above == below) (number, above) = (number + 1, 0);
        var whole = tokens[..wholeEnd];
        var between = tokens[wholeEnd..aboveStart];
        if (!isMixed) AddLiterals(between, ref text);
        else if (above == 0 && !Has(tokens[aboveStart..aboveEnd], '0'))
        {
            // No fraction to show: the whole number alone, and spaces when digits of the format ask for them.
            WriteDigits(whole, number, ref text);
            if (Has(tokens[..end], '?')) AddSpaces(tokens[wholeEnd..end], ref text);
            AddLiterals(tokens[end..], ref text);
            return;
        }
        else if (number != 0 || Has(whole, '0') || (above == 0 && Has(whole, '?')))
        {
            WriteDigits(whole, number, ref text);
            AddLiterals(between, ref text);
        }
        else WriteNoWhole(whole, between, Has(tokens[..aboveEnd], '?'), ref text);
        WriteDigits(tokens[aboveStart..aboveEnd], above, ref text);
        AddLiterals(tokens[aboveEnd..belowStart], ref text);
        WriteBelow(tokens[belowStart..end], below, ref text);
        AddLiterals(tokens[end..], ref text);
    }

    // The whole part of a number below 1: room for its digits, and for what parts it from the fraction.
    private static void WriteNoWhole(
        ReadOnlySpan<FormatToken> whole, ReadOnlySpan<FormatToken> between, bool isRoomy, ref TextBuffer text)
    {
        foreach (var token in whole)
        {
            if (token.Kind == FormatTokenKind.Literal) text.Add(token.Text);
            else if (token.Text == "?") text.Add(' ');
        }
        if (isRoomy) AddSpaces(between, ref text);
    }

    // A whole number, zero too, set to the right of its places.
    private static void WriteDigits(ReadOnlySpan<FormatToken> tokens, double number, ref TextBuffer text)
    {
        if (number != 0)
        {
            NumberRenderer.WriteDigits(tokens, DigitShape.Of(tokens), number, ref text);
            return;
        }
        var last = LastDigit(tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == FormatTokenKind.Literal) text.Add(tokens[i].Text);
            else if (i == last || tokens[i].Text == "0") text.Add('0');
            else if (tokens[i].Text == "?") text.Add(' ');
        }
    }

    // The denominator is set to the left.
    private static void WriteBelow(ReadOnlySpan<FormatToken> tokens, long below, ref TextBuffer text)
    {
        text.AddNumber(below, tokens[0].Text == "0" ? tokens.Length : 1);
        if (tokens[0].Text == "?") text.Add(' ', tokens.Length - Length(below));
    }

    private static void AddLiterals(ReadOnlySpan<FormatToken> tokens, ref TextBuffer text)
    {
        foreach (var token in tokens) text.Add(token.Text);
    }

    private static void AddSpaces(ReadOnlySpan<FormatToken> tokens, ref TextBuffer text)
    {
        foreach (var token in tokens) text.Add(' ', token.Text.Length);
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

    private static bool IsBelow(FormatToken token) =>
        token.Kind == FormatTokenKind.Digit || (token.Kind == FormatTokenKind.Literal && token.Text.Length == 1 && char.IsAsciiDigit(token.Text[0]));

    // The first token of the denominator: literals may stand before it.
    private static int FirstBelow(ReadOnlySpan<FormatToken> tokens, int slash)
    {
        var first = slash + 1;
        while (first < tokens.Length && !IsBelow(tokens[first]) && tokens[first].Kind == FormatTokenKind.Literal) first++;
        return first < tokens.Length && IsBelow(tokens[first]) ? first : tokens.Length;
    }

    private static int LastDigit(ReadOnlySpan<FormatToken> tokens)
    {
        var last = tokens.Length - 1;
        while (last >= 0 && tokens[last].Kind != FormatTokenKind.Digit) last--;
        return last;
    }

    private static bool Has(ReadOnlySpan<FormatToken> tokens, char sign)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == FormatTokenKind.Digit && token.Text[0] == sign) return true;
        }
        return false;
    }

    private static int Length(long number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
