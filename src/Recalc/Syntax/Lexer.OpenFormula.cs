using Recalc.Addressing;

namespace Recalc.Syntax;

/// <content>
/// References of OpenFormula (OASIS ODF 1.2 part 2, §5.8): <c>[.A1]</c>, <c>[$Sheet.A1:.B2]</c>, <c>['file'#Sheet.A1]</c>. What stands
/// before the cell becomes a qualifier token, what follows a reference token, so that the tokens of all dialects mean the same.
/// </content>
internal ref partial struct Lexer
{
    private void OpenReference()
    {
        var close = ClosingBracket();
        if (close < 0)
        {
            TakeRest(TokenKind.Bad, DiagnosticCode.BadBrackets, _at);
            return;
        }
        var end = close + 1;
        var cell = SkipSheet(_at + 1, close);
        if (cell < 0 || !TryOpenArea(cell, close, out var area, out var isError))
        {
            _buffer.Report(DiagnosticCode.BadBrackets, _at, end - _at);
            Take(TokenKind.Bad, end - _at);
            return;
        }
        if (cell > _at + 2) Take(TokenKind.Qualifier, cell - _at);
        if (isError) Take(TokenKind.Error, end - _at);
        else Take(TokenKind.Reference, end - _at, _buffer.Add(area));
    }

    private readonly int ClosingBracket()
    {
        for (var i = _at + 1; i < _text.Length; i++)
        {
            if (_text[i] == ']') return i;
            if (_text[i] == '\'') i = ClosingApostrophe(i) - 1;
        }
        return -1;
    }

    // Behind the dot that ends the sheet (and the workbook before '#'); -1 when there is none before 'close'.
    private readonly int SkipSheet(int from, int close)
    {
        for (var i = from; i < close; i++)
        {
            if (_text[i] == '.') return i + 1;
            if (_text[i] == '\'') i = ClosingApostrophe(i) - 1;
        }
        return -1;
    }

    private readonly bool TryOpenArea(int from, int close, out AreaReference area, out bool isError)
    {
        Span<byte> plain = stackalloc byte[A1Notation.MaxAreaLength];
        area = default;
        isError = _text[from..close].IndexOf("#REF!"u8) >= 0;
        if (isError) return true;
        var colon = _text[from..close].IndexOf((byte)':');
        var first = colon < 0 ? _text[from..close] : _text.Slice(from, colon);
        var last = default(ReadOnlySpan<byte>);
        if (colon >= 0)
        {
            var second = SkipSheet(from + colon + 1, close);
            if (second < 0) return false;
            last = _text[second..close];
        }
        if (first.Length > A1Notation.MaxCellLength || last.Length > A1Notation.MaxCellLength) return false;
        first.CopyTo(plain);
        var length = first.Length;
        if (colon >= 0)
        {
            plain[length++] = (byte)':';
            last.CopyTo(plain[length..]);
            length += last.Length;
        }
        return A1Notation.ReadArea(plain[..length], out area) == length;
    }

    /// <summary>
    /// Takes a name with its sheet or source (§5.11): <c>$$name</c>, <c>$Sheet.name</c>, <c>'Sheet 1'.name</c>, <c>'file'#name</c>,
    /// <c>'file'#$Sheet.name</c>; false when it is none.
    /// </summary>
    private bool TryOpenName()
    {
        var name = _at;
        if (_text[name] == '\'')
        {
            var source = ClosingApostrophe(name);
            if (source < _text.Length && _text[source] == '#') name = source + 1;
        }
        var sheet = SheetLabel(name);
        if (sheet < _text.Length && _text[sheet] == '.') name = sheet + 1;
        int end;
        if (name < _text.Length && _text[name..].StartsWith("$$"u8))
        {
            end = SheetLabel(name + 1);
            if (end == name + 1 || end > _text.Length) return false;
        }
        else
        {
            if (name == _at || name >= _text.Length || !ByteClass.IsNameStart(_text[name])) return false;
            end = NameParts(name);
        }
        if (name > _at) Take(TokenKind.Qualifier, name - _at);
        Take(TokenKind.Name, end - name);
        return true;
    }

    // Behind a label in apostrophes, or a word without a dot, with or without '$' before it; 'from' when there is none.
    private readonly int SheetLabel(int from)
    {
        var at = Run(from, '$');
        if (at >= _text.Length) return from;
        if (_text[at] == '\'') return ClosingApostrophe(at);
        var end = at;
        while (end < _text.Length && _text[end] != '.' && ByteClass.IsNamePart(_text[end])) end++;
        return end > at ? end : from;
    }
}
