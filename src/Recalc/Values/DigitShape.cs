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
        // Commas between digits part thousands. Behind digits they divide, unless text and then more digits follow.
        var (whole, places, groups, thousands, commas, pending, behind) = (0, 0, false, 0, 0, 0, false);
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Comma:
                    commas++;
                    break;
                case FormatTokenKind.Point:
                    (behind, thousands, commas, pending) = (true, thousands + commas + pending, 0, 0);
                    break;
                case FormatTokenKind.Digit:
                    groups |= commas > 0 && !behind;
                    (commas, pending) = (0, 0);
                    if (behind) places++;
                    else whole++;
                    break;
                default:
                    (commas, pending) = (0, pending + commas);
                    break;
            }
        }
        return new(whole, places, groups, thousands + commas + pending);
    }
}
