using Recalc.Addressing;

namespace Recalc.Syntax;

/// <content>Words: what begins with a letter or an apostrophe. References, names, functions, qualifiers, tables.</content>
internal ref partial struct Lexer
{
    private void Word()
    {
        var isOpen = _dialect == FormulaDialect.OpenFormula;
        if (!isOpen && TryArea()) return;
        var end = NameParts(_at);
        if (!isOpen && (TryQualifier(end) || TryConversation(end))) return;
        var next = end < _text.Length ? _text[end] : (byte)0;
        if (next == '(' || (next != 0 && ByteClass.IsSpace(next) && CallsBehindSpace(end)))
        {
            Take(TokenKind.Function, end - _at);
            return;
        }
        if (next == '[' && !isOpen)
        {
            Structured(end);
            return;
        }
        Take(IsLogical(_text[_at..end]) ? TokenKind.Logical : TokenKind.Name, end - _at);
    }

    private readonly bool CallsBehindSpace(int end)
    {
        var next = Spaces(end);
        return next < _text.Length && _text[next] == '(';
    }

    private static bool IsLogical(ReadOnlySpan<byte> word) =>
        word.Length is 4 or 5 && (System.Text.Ascii.EqualsIgnoreCase(word, "TRUE"u8)
            || System.Text.Ascii.EqualsIgnoreCase(word, "FALSE"u8));

    private bool TryArea()
    {
        if (_dialect == FormulaDialect.OpenFormula) return false;
        var text = _text[_at..];
        var length = ReadArea(text, out var area);
        if (TryReference(length, area)) return true;
        if (length == 0 || area.Shape != ReferenceShape.Area) return false;
        length = ReadArea(text[..text.IndexOf((byte)':')], out area);           // A1:LOG10(, A1:B2! and A1:B2# begin with the cell A1
        return TryReference(length, area);
    }

    private readonly int ReadArea(ReadOnlySpan<byte> text, out AreaReference area) =>
        _dialect == FormulaDialect.R1C1 ? R1C1Notation.ReadArea(text, out area) : A1Notation.ReadArea(text, out area);

    // A reference counts only where it ends: LOG10( is a function, A1! a sheet, A1.x a name.
    private bool TryReference(int length, in AreaReference area)
    {
        if (length == 0) return false;
        var next = Peek(length);
        if (next != 0 && (ByteClass.IsNamePart(next) || next is (byte)'(' or (byte)'!' or (byte)'$')) return false;
        if (next == '[' && _dialect == FormulaDialect.A1) return false;
        if (next == '#' && area.Shape == ReferenceShape.Area) return false;
        Take(TokenKind.Reference, length, _buffer.Add(area));
        return true;
    }

    /// <summary>
    /// Takes <c>Sheet!</c> or <c>First:Last!</c> when the word that ends at <paramref name="end"/> begins one. The first of two sheets is
    /// never like a cell, which would be quoted: <c>A1:B!C1</c> is a range. Behind a qualifier there is no second one.
    /// </summary>
    private bool TryQualifier(int end)
    {
        if (end >= _text.Length) return false;
        if (_text[end] == ':')
        {
            var last = NameParts(end + 1);
            if (_last == TokenKind.Qualifier || last == end + 1 || last >= _text.Length || _text[last] != '!') return false;
            end = last;
        }
        if (_text[end] != '!') return false;
        Take(TokenKind.Qualifier, end + 1 - _at);
        return true;
    }

    // A conversation with another program: application|topic!item, application|'topic'!'item'.
    private bool TryConversation(int bar)
    {
        if (bar >= _text.Length || _text[bar] != '|') return false;
        var end = bar + 1 < _text.Length && _text[bar + 1] == '\'' ? ClosingApostrophe(bar + 1) : NameParts(bar + 1);
        if (end == bar + 1 || end >= _text.Length || _text[end] != '!') return false;
        Take(TokenKind.Qualifier, end + 1 - _at);
        return true;
    }

    private void Quoted()
    {
        var isOpen = _dialect == FormulaDialect.OpenFormula;
        if (isOpen && TryOpenName()) return;
        var end = ClosingApostrophe(_at);
        if (!isOpen && end + 1 < _text.Length && _text[end] == ':' && _text[end + 1] == '\'') end = ClosingApostrophe(end + 1);
        if (end > _text.Length)
        {
            TakeRest(TokenKind.Bad, DiagnosticCode.BadSheetName, _at);
            return;
        }
        var isEmpty = end == _at + 2;
        var isQualifier = !isOpen && end < _text.Length && _text[end] == '!';
        if (!isEmpty && !isOpen && !isQualifier && _last == TokenKind.Qualifier && _text[_at - 1] == '!')
        {
            Take(TokenKind.Name, end - _at);                                    // the item of a conversation, or of a link: [1]!'an item'
            return;
        }
        if (isQualifier) end++;
        var longer = isQualifier || isOpen ? -1 : QualifierEnd(end);
        if (isEmpty || !isQualifier) _buffer.Report(DiagnosticCode.BadSheetName, _at, Math.Max(longer, end) - _at);
        Take(isQualifier || longer > 0 ? TokenKind.Qualifier : TokenKind.Bad, Math.Max(longer, end) - _at);
    }

    // 'John's sheet'!A1: an apostrophe that should have been doubled. The name goes on to the one that '!' follows; -1 when none does.
    private int QualifierEnd(int from)
    {
        if (from < _searched) return -1;
        for (; from < _text.Length; from++)
        {
            var b = _text[from];
            if (b == '\'' && from + 1 < _text.Length && _text[from + 1] == '!') return from + 2;
            if (!ByteClass.IsNamePart(b) && b is not ((byte)'\'' or (byte)' ' or (byte)'-')) break;
        }
        _searched = from;
        return -1;
    }

    // Behind the apostrophe that closes the one at 'open'; two in a row stand for one. Past the end when there is none.
    private readonly int ClosingApostrophe(int open)
    {
        for (var i = open + 1; i < _text.Length; i++)
        {
            if (_text[i] != '\'') continue;
            if (i + 1 >= _text.Length || _text[i + 1] != '\'') return i + 1;
            i++;
        }
        return _text.Length + 1;
    }
}
