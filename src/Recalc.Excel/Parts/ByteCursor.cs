using System.Buffers;

namespace Recalc.Excel.Parts;

/// <summary>Walks over bytes of markup. What does not fit is not taken, and the cursor stays where it was.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> text)
{
    // Printable ASCII without what markup is made of; '>' is left out because of "]]>".
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (byte)c)
            .Where(c => c is not ((byte)'<' or (byte)'>' or (byte)'&'))]);

    private static readonly SearchValues<byte> PlainAttribute =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (byte)c)
            .Where(c => c is not ((byte)'<' or (byte)'&' or (byte)'"'))]);

    private readonly ReadOnlySpan<byte> _text = text;

    public int Position { get; private set; }

    private readonly ReadOnlySpan<byte> Rest => _text[Position..];

    public bool Take(ReadOnlySpan<byte> literal)
    {
        if (!Rest.StartsWith(literal)) return false;
        Position += literal.Length;
        return true;
    }

    /// <summary>Takes a space, a name, <c>=</c> and a value in double quotes.</summary>
    public bool TakeAttribute(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = name = default;
        var rest = Rest;
        if (rest.IsEmpty || rest[0] != ' ') return false;
        var nameEnd = 1;
        while (nameEnd < rest.Length && rest[nameEnd] != '=' && rest[nameEnd] > ' ') nameEnd++;
        var start = nameEnd + 2;
        if (start > rest.Length || !rest[nameEnd..].StartsWith("=\""u8)) return false;
        var length = rest[start..].IndexOfAnyExcept(PlainAttribute);
        if (length < 0 || rest[start + length] != '"') return false;
        name = rest[1..nameEnd];
        value = rest.Slice(start, length);
        Position += start + length + 1;
        return true;
    }

    /// <summary>Takes text up to the next tag; false when it is not plain, or too long.</summary>
    public bool TakeText(CharBuffer buffer)
    {
        while (true)
        {
            var rest = Rest;
            var length = rest.IndexOfAnyExcept(Plain);
            if (length < 0 || !buffer.TryAppend(rest[..length])) return false;
            Position += length;
            if (rest[length] == '<') return true;
            if (!TakeEntity(buffer)) return false;
        }
    }

    private bool TakeEntity(CharBuffer buffer) =>
        Take("&amp;"u8) ? buffer.TryAppend("&"u8)
        : Take("&lt;"u8) ? buffer.TryAppend("<"u8)
        : Take("&gt;"u8) ? buffer.TryAppend(">"u8)
        : Take("&quot;"u8) ? buffer.TryAppend("\""u8)
        : Take("&apos;"u8) && buffer.TryAppend("'"u8);
}
