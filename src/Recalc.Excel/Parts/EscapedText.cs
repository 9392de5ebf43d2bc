using System.Globalization;

namespace Recalc.Excel.Parts;

/// <summary>
/// The escapes of <c>ST_Xstring</c> (ISO/IEC 29500-1 §22.9.2.19): <c>_xHHHH_</c> stands for one UTF-16 unit that XML cannot hold, and
/// <c>_x005F_</c> for an underscore that would otherwise begin an escape.
/// </summary>
internal static class EscapedText
{
    private const int EscapeLength = 7;

    public static string Decode(ReadOnlySpan<char> text)
    {
        var escape = FindEscape(text, 0);
        if (escape < 0) return text.ToString();
        var decoded = new System.Text.StringBuilder(text.Length);
        var at = 0;
        for (; escape >= 0; escape = FindEscape(text, at))
        {
            decoded.Append(text[at..escape]);
            decoded.Append((char)ushort.Parse(text.Slice(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            at = escape + EscapeLength;
        }
        return decoded.Append(text[at..]).ToString();
    }

    private static int FindEscape(ReadOnlySpan<char> text, int start)
    {
        while (true)
        {
            var at = text[start..].IndexOf("_x", StringComparison.Ordinal);
            if (at < 0) return -1;
            start += at;
            if (IsEscape(text[start..])) return start;
            start++;
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= EscapeLength && text[6] == '_' && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3])
        && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
