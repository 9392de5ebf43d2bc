using System.Text;
using System.Text.Unicode;

namespace Recalc.Names;

/// <summary>
/// UTF-8 as a lens over bytes: for folding case, for length, for display. Bytes that are no UTF-8 become lone surrogates
/// (U+DC80 to U+DCFF), so that different bytes stay different and every byte comes back.
/// </summary>
internal static class Utf8Lens
{
    private const char FirstEscape = '\uDC00';

    /// <summary>Decodes into <paramref name="destination"/>, which has at least as many characters as there are bytes.</summary>
    public static int Decode(ReadOnlySpan<byte> bytes, Span<char> destination)
    {
        var written = 0;
        while (true)
        {
            Utf8.ToUtf16(bytes, destination[written..], out var read, out var count, replaceInvalidSequences: false);
            written += count;
            if (read == bytes.Length) return written;
            destination[written++] = (char)(FirstEscape + bytes[read]);
            bytes = bytes[(read + 1)..];
        }
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 512) return new string(DecodeLong(bytes));
        Span<char> characters = stackalloc char[bytes.Length];
        return new string(characters[..Decode(bytes, characters)]);
    }

    /// <summary>The bytes of a text that <see cref="Decode(ReadOnlySpan{byte})"/> made, or of any other.</summary>
    public static byte[] Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uDC80', '\uDCFF')) return Encoding.UTF8.GetBytes(text);
        var bytes = new List<byte>(text.Length);
        Span<byte> rune = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out var value))
            {
                bytes.AddRange(rune[..value.EncodeToUtf8(rune)]);
                i += value.Utf16SequenceLength - 1;
            }
            else if (text[i] is >= '\uDC80' and <= '\uDCFF')
            {
                bytes.Add((byte)(text[i] - FirstEscape));
            }
            else
            {
                bytes.AddRange("\uFFFD"u8);
            }
        }
        return [.. bytes];
    }

    private static ReadOnlySpan<char> DecodeLong(ReadOnlySpan<byte> bytes)
    {
        var characters = new char[bytes.Length];
        return characters.AsSpan(0, Decode(bytes, characters));
    }
}
