using System.IO.Compression;
using System.Text.Json;

namespace Recalc.Conformance;

/// <summary>Reads the texts of a case file: an object a line, <c>.jsonl</c> or <c>.jsonl.gz</c>. Streams it; only one line is held.</summary>
internal static class CaseFile
{
    /// <summary>Takes the text of a property; the bytes are valid during the call only.</summary>
    public delegate void Sink(ReadOnlySpan<byte> text);

    /// <summary>Gives the values of the property <paramref name="name"/> of all lines, those that are text.</summary>
    public static void Read(string path, ReadOnlySpan<byte> name, Sink sink)
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
                Line(buffer.AsSpan(start, length), name, sink);
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
        Line(buffer.AsSpan(0, end), name, sink);
    }

    private static void Line(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, Sink sink)
    {
        if (line.IndexOf(name) < 0) return;                                     // most rows of an array have a value only
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(name);
            reader.Read();
            if (isWanted && reader.TokenType == JsonTokenType.String) Text(reader, sink);
            else reader.Skip();
        }
    }

    private static void Text(in Utf8JsonReader reader, Sink sink)
    {
        if (!reader.ValueIsEscaped)
        {
            sink(reader.ValueSpan);
            return;
        }
        var text = new byte[reader.ValueSpan.Length];
        sink(text.AsSpan(0, reader.CopyString(text)));
    }
}
