namespace Recalc.Values;

/// <summary>Where the digits of a section stand.</summary>
/// <param name="Whole">How many places there are before the point.</param>
/// <param name="Places">How many behind it.</param>
/// <param name="Groups">True when thousands are parted.</param>
/// <param name="Thousands">How often the number is divided by a thousand: once for each comma behind the last digit of a part.</param>
internal readonly record struct DigitShape(int Whole, int Places, bool Groups, int Thousands)
{
    /// <summary>Looks at the tokens of a number without its power of ten.</summary>
    public static DigitShape Of(ReadOnlySpan<FormatToken> tokens)
    {
        var (whole, places, groups, thousands, commas, behind) = (0, 0, false, 0, 0, false);
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Comma:
                    commas++;
                    break;
                case FormatTokenKind.Point:
                    (behind, thousands, commas) = (true, thousands + commas, 0);
                    break;
                case FormatTokenKind.Digit:
                    groups |= commas > 0 && !behind;
                    commas = 0;
                    if (behind) places++;
                    else whole++;
                    break;
            }
        }
        return new(whole, places, groups, thousands + commas);
    }
}
