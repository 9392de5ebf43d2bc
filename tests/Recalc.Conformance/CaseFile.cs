using System.IO.Compression;
using System.Text.Json;

namespace Recalc.Conformance;

/// <summary>
/// Reads the texts of a case file: an object a line, <c>.jsonl</c> or <c>.jsonl.gz</c>. Streams it; only one line is
/// held.
/// </summary>
internal static class CaseFile
{
    /// <summary>Takes the text of two properties, empty where there is none; the bytes are valid during the call only.</summary>
    public delegate void Sink(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second);

    /// <summary>Gives the values of two properties of all lines that have the first, as far as they are text.</summary>
    public static void Read(string path, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Sink sink)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        var buffer = new byte[1 << 18];
        var (start, end) = (0, 0);
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                Line(buffer.AsSpan(start, length), first, second, sink);
                start += length + 1;
                continue;
            }
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length) Array.Resize(ref buffer, 2 * end);
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0) break;
            end += read;
        }
        Line(buffer.AsSpan(0, end), first, second, sink);
    }

    private static void Line(ReadOnlySpan<byte> line, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Sink sink)
    {
        if (line.IndexOf(first) < 0) return;                                    // most rows of an array have a value only
        ReadOnlySpan<byte> one = default, two = default;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFirst = reader.ValueTextEquals(first);
            var isSecond = reader.ValueTextEquals(second);
            reader.Read();
            if (isFirst) one = Text(reader);
            else if (isSecond) two = Text(reader);
            reader.Skip();
        }
        sink(one, two);
    }

    private static ReadOnlySpan<byte> Text(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) return default;
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        var text = new byte[reader.ValueSpan.Length];
        return text.AsSpan(0, reader.CopyString(text));
    }
}
