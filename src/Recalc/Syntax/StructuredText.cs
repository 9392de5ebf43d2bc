using System.Text;

namespace Recalc.Syntax;

/// <summary>
/// What may stand in the brackets of a structured reference ([MS-XLSX] 2.2.2, structure-reference, and the short <c>[@column]</c>):
/// nothing, an item, a column, or items and then a column or two with a colon between. In the name of a column <c>[ ] # '</c> stand
/// behind an apostrophe.
/// </summary>
internal static class StructuredText
{
    /// <summary>The first stretch that may not stand there; of length 0 when there is none.</summary>
    /// <param name="text">From the opening bracket to the one that closes it.</param>
    public static (int Offset, int Length) Mistake(ReadOnlySpan<byte> text)
    {
        var last = text.Length - 1;
        var at = Spaces(text, 1);
        if (at == last) return default;
        if (text[at] == '@')
        {
            if (++at == last) return default;
            return text[at] == '[' ? End(text, Columns(text, at)) : End(text, Name(text, at));
        }
        if (text[at] == '#') return IsItem(text[at..last]) ? default : (at, last - at);
        return text[at] == '[' ? List(text, at) : End(text, Name(text, at));
    }

    private static (int Offset, int Length) List(ReadOnlySpan<byte> text, int at)
    {
        while (text[at] == '[' && text[at + 1] == '#')
        {
            var close = text[at..].IndexOf((byte)']') + at;
            if (!IsItem(text[(at + 1)..close])) return (at + 1, close - at - 1);
            at = Spaces(text, close + 1);
            if (at == text.Length - 1) return default;
            if (text[at] != ',') return (at, 1);
            at = Spaces(text, at + 1);
        }
        return End(text, Columns(text, at));
    }

    private static bool IsItem(ReadOnlySpan<byte> text) => Ascii.EqualsIgnoreCase(text, "#This Row"u8)
        || Ascii.EqualsIgnoreCase(text, "#Headers"u8) || Ascii.EqualsIgnoreCase(text, "#Totals"u8)
        || Ascii.EqualsIgnoreCase(text, "#Data"u8) || Ascii.EqualsIgnoreCase(text, "#All"u8);

    // A column or two: where they end, and so where a mistake begins when that is not the end.
    private static int Columns(ReadOnlySpan<byte> text, int at)
    {
        var end = Column(text, at);
        if (end < 0) return ~at;
        return text[end] == ':' ? Column(text, end + 1) is > 0 and var second ? second : ~(end + 1) : end;
    }

    private static int Column(ReadOnlySpan<byte> text, int at)
    {
        if (text[at] != '[') return -1;
        var end = Name(text, at + 1);
        return end > at + 1 && text[end] == ']' ? end + 1 : -1;
    }

    private static int Name(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length - 1 && text[at] is not ((byte)'[' or (byte)']' or (byte)'#')) at += text[at] == '\'' ? 2 : 1;
        return Math.Min(at, text.Length - 1);
    }

    private static (int Offset, int Length) End(ReadOnlySpan<byte> text, int at)
    {
        if (at < 0) return (~at, 1);
        at = Spaces(text, at);
        return at == text.Length - 1 ? default : (at, 1);
    }

    private static int Spaces(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length - 1 && ByteClass.IsSpace(text[at])) at++;
        return at;
    }
}
