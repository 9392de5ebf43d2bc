namespace Recalc.Values;

/// <summary>Writes a number that is not negative by a section of digits: grouping, scaling, percent, powers of ten, fractions.</summary>
internal static class NumberRenderer
{
    private const int GroupLength = 3;
    private const int MaxExponent = 308;

    /// <summary>Writes the number.</summary>
    public static void Write(FormatPattern pattern, double magnitude, ref TextBuffer text)
    {
        var tokens = pattern.Tokens;
        var slash = FractionRenderer.FindSlash(tokens);
        if (slash >= 0)
        {
            FractionRenderer.Write(tokens, slash, magnitude, ref text);
            return;
        }
        var exponent = pattern.Exponent;
        var end = exponent < 0 ? tokens.Length : exponent;
        var shape = DigitShape.Of(tokens.AsSpan(0, end));
        magnitude = Scale(tokens, shape, magnitude);
        if (exponent < 0)
        {
            WriteDigits(tokens, shape, magnitude, ref text);
            return;
        }
        var power = PowerOf(ref magnitude, Math.Max(1, shape.Whole), shape.Places);
        WriteDigits(tokens.AsSpan(0, exponent), shape, magnitude, ref text);
        WriteExponent(tokens.AsSpan(exponent), power, ref text);
    }

    /// <summary>True when a number that is not negative is shown by zeros alone, so that it has no sign.</summary>
    public static bool IsZero(FormatPattern pattern, double magnitude)
    {
        var tokens = pattern.Tokens;
        if (pattern.Exponent >= 0 || FractionRenderer.FindSlash(tokens) >= 0) return magnitude == 0;
        var shape = DigitShape.Of(tokens);
        return DecimalRounding.Round(Scale(tokens, shape, magnitude), shape.Places) == 0;
    }

    private static double Scale(ReadOnlySpan<FormatToken> tokens, in DigitShape shape, double magnitude)
    {
        foreach (var token in tokens)
        {
            if (token.Kind == FormatTokenKind.Percent) magnitude *= 100;
        }
        for (var i = 0; i < shape.Thousands; i++) magnitude /= 1000;
        return magnitude;
    }

    // Scales the number so that it has up to so many digits before the point, the power of ten being a multiple of that.
    private static int PowerOf(ref double magnitude, int digits, int places)
    {
        if (magnitude == 0) return 0;
        var power = (int)Math.Floor(Math.Log10(magnitude));
        power = (int)Math.Floor((double)power / digits) * digits;
        var scaled = Scale(magnitude, power);
        var rounded = DecimalRounding.Round(scaled, places);
        if (rounded >= Math.Pow(10, digits)) power += digits;
        else if (scaled < 1 && rounded < 1) power -= digits;
        magnitude = Scale(magnitude, power);
        return power;
    }

    private static double Scale(double number, int power) =>
        power < -MaxExponent ? number * Math.Pow(10, MaxExponent) * Math.Pow(10, -power - MaxExponent)
        : power < 0 ? number * Math.Pow(10, -power)
        : number / Math.Pow(10, power);

    private static void WriteExponent(ReadOnlySpan<FormatToken> tokens, int power, ref TextBuffer text)
    {
        text.Add(tokens[0].Text[0]);
        if (power < 0) text.Add('-');
        else if (tokens[0].Text[1] == '+') text.Add('+');
        var digits = 0;
        while (digits + 1 < tokens.Length && tokens[digits + 1].Kind == FormatTokenKind.Digit) digits++;
        text.AddNumber(Math.Abs(power), digits);
        foreach (var token in tokens[(digits + 1)..]) text.Add(token.Text);
    }

    /// <summary>Writes digits and literals.</summary>
    internal static void WriteDigits(ReadOnlySpan<FormatToken> tokens, in DigitShape shape, double magnitude, ref TextBuffer text)
    {
        var digits = new DecimalDigits(magnitude, shape.Places);
        var (place, behind) = (shape.Whole, false);
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Point when !behind:
                    // Without a place for them the digits before the point stand right before it.
                    if (shape.Whole == 0) WriteWhole(digits, digits.Whole - 1, 0, shape.Groups, ref text);
                    (behind, place) = (true, 0);
                    text.Add('.');
                    break;
                case FormatTokenKind.Digit when !behind:
                    place--;
                    if (place == shape.Whole - 1) WriteWhole(digits, digits.Whole - 1, place + 1, shape.Groups, ref text);
                    WritePlace(token.Text[0], digits[place], place < digits.Whole, ref text);
                    if (shape.Groups && place > 0 && place % GroupLength == 0) WriteComma(token.Text[0], place < digits.Whole, ref text);
                    break;
                case FormatTokenKind.Digit:
                    place--;
                    WritePlace(token.Text[0], digits[place], -place <= digits.Fraction, ref text);
                    break;
                case FormatTokenKind.Comma:
                    break;
                default:
                    text.Add(token.Text);
                    break;
            }
        }
    }

    private static void WriteWhole(in DecimalDigits digits, int from, int to, bool groups, ref TextBuffer text)
    {
        for (var power = from; power >= to; power--)
        {
            text.Add(digits[power]);
            if (groups && power > 0 && power % GroupLength == 0) text.Add(',');
        }
    }

    // Before digits that are not there a comma takes the room that they take.
    private static void WriteComma(char sign, bool isThere, ref TextBuffer text)
    {
        if (isThere || sign == '0') text.Add(',');
        else if (sign == '?') text.Add(' ');
    }

    private static void WritePlace(char sign, char digit, bool isThere, ref TextBuffer text)
    {
        if (isThere || sign == '0') text.Add(isThere ? digit : '0');
        else if (sign == '?') text.Add(' ');
    }
}
