using System.Text;

namespace Recalc.Scripts;

/// <summary>Takes a structured reference apart: <c>Table[[#This Row],[a]:[b]]</c>, <c>[@x]</c>, <c>Table[]</c>; an apostrophe escapes.</summary>
internal ref struct StructuredReferenceReader
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private TableParts _parts;
    private string? _first;
    private string? _last;

    private StructuredReferenceReader(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads what stands from the outermost opening bracket on; false when that is no structured reference.</summary>
    public static bool TryRead(ReadOnlySpan<char> brackets, out StructuredReference? reference)
    {
        var reader = new StructuredReferenceReader(brackets[1..^1]);
        var isRead = reader.Read();
        reference = isRead ? new StructuredReference(reader._parts, reader._first, reader._last) : null;
        return isRead;
    }

    private bool Read()
    {
        SkipSpace();
        if (_at == _text.Length) return true;
        if (_text[_at] == '@')
        {
            _at++;
            _parts = TableParts.ThisRow;
            SkipSpace();
            if (_at == _text.Length) return true;
        }
        if (_text[_at] != '[') return Plain();
        while (true)
        {
            if (!Item()) return false;
            SkipSpace();
            if (_at == _text.Length) return true;
            if (_text[_at++] != ',') return false;
            SkipSpace();
        }
    }

    // Without inner brackets the rest is one keyword or one column.
    private bool Plain()
    {
        var isKeyword = _text[_at] == '#';                                      // a column that begins so has an apostrophe before it
        var name = Name('\0');
        if (isKeyword) return AddPart(name);
        _first = _last = name;
        return name.Length > 0;
    }

    private bool Item()
    {
        if (!Bracketed(out var name, out var isKeyword)) return false;
        if (isKeyword) return AddPart(name);
        if (_first is not null) return false;
        _first = _last = name;
        SkipSpace();
        if (_at == _text.Length || _text[_at] != ':') return true;
        _at++;
        SkipSpace();
        if (!Bracketed(out name, out isKeyword) || isKeyword) return false;
        _last = name;
        return true;
    }

    private bool Bracketed(out string name, out bool isKeyword)
    {
        (name, isKeyword) = ("", false);
        if (_at == _text.Length || _text[_at++] != '[') return false;
        isKeyword = _at < _text.Length && _text[_at] == '#';
        name = Name(']');
        return _at++ < _text.Length;
    }

    private string Name(char end)
    {
        var name = new StringBuilder();
        for (; _at < _text.Length && _text[_at] != end; _at++)
        {
            if (_text[_at] == '\'' && _at + 1 < _text.Length) _at++;
            name.Append(_text[_at]);
        }
        return name.ToString();
    }

    private bool AddPart(string keyword)
    {
        var part = keyword.ToUpperInvariant() switch
        {
            "#ALL" => TableParts.All,
            "#DATA" => TableParts.Data,
            "#HEADERS" => TableParts.Headers,
            "#TOTALS" => TableParts.Totals,
            "#THIS ROW" => TableParts.ThisRow,
            _ => TableParts.None,
        };
        _parts |= part;
        return part != TableParts.None;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
