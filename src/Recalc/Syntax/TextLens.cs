using System.Buffers;
using System.Globalization;
using System.Text;

namespace Recalc.Syntax;

/// <summary>UTF-8 as a lens over bytes that need not be UTF-8: how they show on one line, and how wide that is.</summary>
internal static class TextLens
{
    /// <summary>
    /// The bytes on one line: what is no UTF-8 shows as U+FFFD, and control characters, which a terminal might obey, as
    /// spaces.
    /// </summary>
    public static string Line(ReadOnlySpan<byte> text)
    {
        var line = new StringBuilder(text.Length);
        while (text.Length > 0)
        {
            var rune = Next(ref text);
            line.Append((Rune.IsControl(rune) ? new Rune(' ') : rune).ToString());
        }
        return line.ToString();
    }

    /// <summary>Columns on a terminal, near enough: one for every code point of <see cref="Line"/>, none for a combining mark.</summary>
    public static int Width(ReadOnlySpan<byte> text)
    {
        var width = 0;
        while (text.Length > 0)
        {
            var category = Rune.GetUnicodeCategory(Next(ref text));
            if (category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) width++;
        }
        return width;
    }

    private static Rune Next(ref ReadOnlySpan<byte> text)
    {
        if (Rune.DecodeFromUtf8(text, out var rune, out var consumed) != OperationStatus.Done) rune = Rune.ReplacementChar;
        text = text[consumed..];
        return rune;
    }
}
