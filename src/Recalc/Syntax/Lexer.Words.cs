using Recalc.Addressing;

namespace Recalc.Syntax;

/// <content>Words: what begins with a letter, an apostrophe or a bracket. References, names, functions, qualifiers, tables.</content>
internal ref partial struct Lexer
{
    private void Word()
    {
        if (_dialect != FormulaDialect.OpenFormula && TryArea()) return;
        var end = NameParts(_at);
        if (_dialect != FormulaDialect.OpenFormula && TryQualifier(end)) return;
        var next = end < _text.Length ? _text[end] : (byte)0;
        if (next == '(' || (next != 0 && ByteClass.IsSpace(next) && CallsBehindSpace(end)))
        {
            Take(TokenKind.Function, end - _at);
            return;
        }
        if (next == '[' && _dialect != FormulaDialect.OpenFormula)
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
        word.Length is 4 or 5 && (System.Text.Ascii.EqualsIgnoreCase(word, "TRUE"u8) || System.Text.Ascii.EqualsIgnoreCase(word, "FALSE"u8));

    private bool TryArea()
    {
        var text = _text[_at..];
        if (_dialect == FormulaDialect.R1C1) return TryReference(R1C1Notation.ReadArea(text, out var relative), relative);
        if (_dialect == FormulaDialect.OpenFormula) return false;
        var length = A1Notation.ReadArea(text, out var area);
        if (TryReference(length, area)) return true;
        if (length == 0 || area.Shape != ReferenceShape.Area) return false;
        length = A1Notation.ReadCell(text, out var column, out var row);      // A1:LOG10( and A1:B2! begin with the cell A1
        return TryReference(length, AreaReference.Cell(column, row));
    }

    // A reference counts only where it ends: LOG10( is a function, A1! a sheet, A1.x a name.
    private bool TryReference(int length, in AreaReference area)
    {
        if (length == 0) return false;
        var next = Peek(length);
        if (next != 0 && (ByteClass.IsNamePart(next) || next is (byte)'(' or (byte)'!' or (byte)'$')) return false;
        if (next == '[' && _dialect == FormulaDialect.A1) return false;
        if (next == ':' && IsSheetRange(_at + length)) return false;
        Take(TokenKind.Reference, length, _buffer.Add(area));
        return true;
    }

    // Jan:Mar!A1 begins like whole columns, and A1 in Q1:Q4!A1 like a cell.
    private readonly bool IsSheetRange(int colon)
    {
        if (ByteClass.IsNamePart(_text[colon - 1]) is false) return false;
        var end = colon + 1;
        while (end < _text.Length && ByteClass.IsNamePart(_text[end])) end++;
        return end > colon + 1 && end < _text.Length && _text[end] == '!' && !LooksLikeCell(_text[(colon + 1)..end]);
    }

    private static bool LooksLikeCell(ReadOnlySpan<byte> word) => A1Notation.ReadCell(word, out _, out _) == word.Length;

    /// <summary>Takes <c>Sheet!</c> or <c>First:Last!</c> when the word that ends at <paramref name="end"/> begins one.</summary>
    private bool TryQualifier(int end)
    {
        if (end >= _text.Length) return false;
        if (_text[end] == ':')
        {
            var last = NameParts(end + 1);
            if (last == end + 1 || last >= _text.Length || _text[last] != '!') return false;
            end = last;
        }
        if (_text[end] != '!') return false;
        Take(TokenKind.Qualifier, end + 1 - _at);
        return true;
    }

    private void QuotedQualifier()
    {
        var end = ClosingApostrophe(_at);
        if (end < _text.Length && _text[end] == ':' && end + 1 < _text.Length && _text[end + 1] == '\'') end = ClosingApostrophe(end + 1);
        if (end < _text.Length && _text[end] == '!')
        {
            Take(TokenKind.Qualifier, end + 1 - _at);
            return;
        }
        _buffer.Report(DiagnosticCode.BadSheetName, _at, Math.Min(end, _text.Length) - _at);
        Take(TokenKind.Bad, Math.Min(end, _text.Length) - _at);
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

    private void Brackets()
    {
        if (_dialect == FormulaDialect.OpenFormula)
        {
            OpenReference();
            return;
        }
        var close = _text[_at..].IndexOf((byte)']');
        if (close > 0)
        {
            var end = NameParts(_at + close + 1);
            if (end < _text.Length && _text[end] == '!' && Peek(1) != '[')
            {
                Take(TokenKind.Qualifier, end + 1 - _at);
                return;
            }
            if (end > _at + close + 1 && TryQualifier(end)) return;
        }
        Structured(_at);
    }

    /// <summary>Takes a table's name, if any, and the brackets at <paramref name="open"/> with all that they hold.</summary>
    private void Structured(int open)
    {
        var depth = 0;
        for (var i = open; i < _text.Length; i++)
        {
            switch (_text[i])
            {
                case (byte)'\'': i++; break;                                   // escapes the next character
                case (byte)'[': depth++; break;
                case (byte)']' when --depth == 0:
                    Take(TokenKind.Structured, i + 1 - _at);
                    return;
            }
        }
        _buffer.Report(DiagnosticCode.BadBrackets, open, 1);
        Take(TokenKind.Structured, _text.Length - _at);
    }
}
