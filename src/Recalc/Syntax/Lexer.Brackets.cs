namespace Recalc.Syntax;

/// <content>Brackets: other workbooks and structured references.</content>
internal ref partial struct Lexer
{
    private void Brackets()
    {
        if (_dialect == FormulaDialect.OpenFormula)
        {
            OpenReference();
            return;
        }
        var close = _text[_at..].IndexOf((byte)']');
        if (close > 0 && Peek(1) != '[')
        {
            var word = _at + close + 1;
            var end = NameParts(word);
            if (end < _text.Length && _text[end] == '!')
            {
                Take(TokenKind.Qualifier, end + 1 - _at);
                return;
            }
            if (end > word && TryQualifier(end)) return;
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
                    var (at, length) = StructuredText.Mistake(_text[open..(i + 1)]);
                    if (length > 0) _buffer.Report(DiagnosticCode.BadBrackets, open + at, length);
                    Take(TokenKind.Structured, i + 1 - _at);
                    return;
            }
        }
        TakeRest(TokenKind.Structured, DiagnosticCode.BadBrackets, open);
    }
}
