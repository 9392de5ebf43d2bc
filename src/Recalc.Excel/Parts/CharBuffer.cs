using System.Text;
using System.Xml;
using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>
/// Collects characters from the XML reader without making strings. Grows to the longest text met, and no further than
/// allowed.
/// </summary>
internal sealed class CharBuffer(int limit)
{
    private const int Slack = 16;

    private char[] _chars = new char[256];
    private int _length;

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, _length);
    public bool IsEmpty => _length == 0;

    public void Clear() => _length = 0;

    /// <summary>Appends the value of the attribute or text that the reader stands on.</summary>
    /// <exception cref="InvalidDataException">The text is too long.</exception>
    public void Append(PartReader reader)
    {
        var xml = reader.Xml;
        while (true)
        {
            // A pair of surrogates needs room for both.
            if (_chars.Length - _length < Slack) Array.Resize(ref _chars, 2 * _chars.Length);
            var count = xml.ReadValueChunk(_chars, _length, _chars.Length - _length);
            if (count == 0) return;
            _length += count;
            if (_length > limit)
                throw new InvalidDataException($"A text has more than {limit} characters; raise MaxTextLength if it is meant to.");
            reader.Continue();
        }
    }

    /// <summary>Appends ASCII; false when it would be too long.</summary>
    public bool TryAppend(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length > limit - _length) return false;
        if (ascii.Length > _chars.Length - _length) Array.Resize(ref _chars, Math.Max(2 * _chars.Length, _length + ascii.Length));
        Encoding.ASCII.GetChars(ascii, _chars.AsSpan(_length));
        _length += ascii.Length;
        return true;
    }

    /// <summary>
    /// Appends the text of the element that the reader stands on, and goes to its end. Elements within it are passed
    /// over.
    /// </summary>
    public void AppendContent(PartReader reader)
    {
        var xml = reader.Xml;
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (reader.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (xml.Depth == depth + 1) Append(reader);
                    break;
                case XmlNodeType.EndElement:
                    if (xml.Depth == depth) return;
                    break;
            }
        }
    }
}
