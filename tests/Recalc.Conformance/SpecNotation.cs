using System.Globalization;
using System.Text;

namespace Recalc.Conformance;

/// <summary>
/// How a spec file writes what markdown cannot: <c>␊ ␍ ␉ ␠</c> are a line feed, a carriage return, a tab and a space, <c>⟨FF⟩</c> is a
/// byte, and <c>⟨64×F(⟩</c> stands for its text 64 times.
/// </summary>
internal static class SpecNotation
{
    public static byte[] Bytes(string notation)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < notation.Length; i++)
        {
            if (notation[i] == '⟨')
            {
                var close = notation.IndexOf('⟩', i);
                bytes.AddRange(Bracketed(notation[(i + 1)..close]));
                i = close;
                continue;
            }
            var length = char.IsHighSurrogate(notation[i]) ? 2 : 1;
            bytes.AddRange(Encoding.UTF8.GetBytes(Plain(notation.Substring(i, length))));
            i += length - 1;
        }
        return [.. bytes];
    }

    private static byte[] Bracketed(string text)
    {
        var times = text.IndexOf('×', StringComparison.Ordinal);
        if (times < 0) return Convert.FromHexString(text);
        var count = int.Parse(text[..times], CultureInfo.InvariantCulture);
        return [.. Enumerable.Repeat(Bytes(text[(times + 1)..]), count).SelectMany(b => b)];
    }

    private static string Plain(string character) => character switch
    {
        "␊" => "\n",
        "␍" => "\r",
        "␉" => "\t",
        "␠" => " ",
        _ => character,
    };
}
