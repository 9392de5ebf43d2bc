namespace Recalc.Functions.Texts;

/// <summary>The character set of CHAR and CODE: Windows-1252, as Excel for Windows has it in western countries.</summary>
internal static class CharacterSet
{
    private const int FirstOther = 0x80;

    // The characters from 0x80 to 0x9F; all others are those of Unicode. Five codes are unused and stand for themselves.
    private const string Others = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The code of a character that the set does not have: that of the question mark.</summary>
    private const int Missing = '?';

    /// <summary>The character of a code from 0 to 255.</summary>
    public static char Character(int code)
    {
        var index = code - FirstOther;
        return index >= 0 && index < Others.Length ? Others[index] : (char)code;
    }

    /// <summary>The code of a character.</summary>
    public static int Code(char character)
    {
        var index = Others.IndexOf(character, StringComparison.Ordinal);
        if (index >= 0) return FirstOther + index;
        return character <= byte.MaxValue ? character : Missing;
    }
}
