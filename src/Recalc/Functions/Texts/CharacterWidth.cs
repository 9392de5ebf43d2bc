using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>
/// Full-width and half-width characters of East Asian text: ASCII, the space, katakana and the punctuation that goes with them. A voiced
/// katakana is one wide character, but two narrow ones.
/// </summary>
internal static class CharacterWidth
{
    private const int AsciiDistance = '！' - '!';
    private const char FirstNarrow = '｡';

    // The wide characters of U+FF61 to U+FF9F, in order.
    private const string Wide = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

    // Wide characters with a mark, and the bare ones.
    private const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    private const string Unvoiced = "カキクケコサシスセソタチツテトハヒフヘホウ";
    private const string HalfVoiced = "パピプペポ";
    private const string NotHalfVoiced = "ハヒフヘホ";
    private const char VoicedMark = 'ﾞ';
    private const char HalfVoicedMark = 'ﾟ';

    /// <summary>Adds a text with narrow characters in place of the wide ones that have any.</summary>
    public static void Narrow(ReadOnlySpan<char> text, ref TextBuffer result)
    {
        foreach (var character in text)
        {
            if (Unmarked(character, Voiced, Unvoiced) is { } voiced) AddMarked(voiced, VoicedMark, ref result);
            else if (Unmarked(character, HalfVoiced, NotHalfVoiced) is { } halfVoiced) AddMarked(halfVoiced, HalfVoicedMark, ref result);
            else result.Add(Narrow(character));
        }
    }

    /// <summary>Adds a text with wide characters in place of the narrow ones that have any.</summary>
    public static void Widen(ReadOnlySpan<char> text, ref TextBuffer result)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var wide = Widen(text[i]);
            var mark = i + 1 < text.Length ? text[i + 1] : '\0';
            var marked = mark switch
            {
                VoicedMark => Unmarked(wide, Unvoiced, Voiced),
                HalfVoicedMark => Unmarked(wide, NotHalfVoiced, HalfVoiced),
                _ => null,
            };
            if (marked is not null && text[i] != wide) i++;
            else marked = null;
            result.Add(marked ?? wide);
        }
    }

    private static char Narrow(char character)
    {
        if (character is >= '！' and <= '～') return (char)(character - AsciiDistance);
        if (character == '\u3000') return ' ';
        var index = Wide.IndexOf(character, StringComparison.Ordinal);
        return index < 0 ? character : (char)(FirstNarrow + index);
    }

    private static char Widen(char character)
    {
        if (character is >= '!' and <= '~') return (char)(character + AsciiDistance);
        if (character == ' ') return '\u3000';
        var index = character - FirstNarrow;
        return index >= 0 && index < Wide.Length ? Wide[index] : character;
    }

    private static void AddMarked(char character, char mark, ref TextBuffer result)
    {
        result.Add(Narrow(character));
        result.Add(mark);
    }

    // The character at the same place of another list.
    private static char? Unmarked(char character, string list, string other) =>
        list.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index ? other[index] : null;
}
