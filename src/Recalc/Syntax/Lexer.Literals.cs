using System.Globalization;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Syntax;

/// <content>Literals: text, numbers, error values.</content>
internal ref partial struct Lexer
{
    /// <summary>No number below this length overflows, unless its exponent has three digits.</summary>
    private const int LongNumber = 300;

    private void Text()
    {
        var i = _at + 1;
        while (i < _text.Length)
        {
            var quote = _text[i..].IndexOf((byte)'"');
            if (quote < 0) break;
            i += quote + 1;
            if (i >= _text.Length || _text[i] != '"')
            {
                Take(TokenKind.Text, i - _at);
                return;
            }
            i++;
        }
        TakeRest(TokenKind.Text, DiagnosticCode.UnclosedText, _at);
    }

    private void Number()
    {
        if (_dialect == FormulaDialect.A1 && TryReference(A1Notation.ReadArea(_text[_at..], out var rows), rows)) return;
        var mantissa = Digits(Run(Digits(_at), '.'));
        var end = Exponent(mantissa);
        if (end < _text.Length && (ByteClass.IsNamePart(_text[end]) || _text[end] == '!') && DigitWord(end)) return;
        var isSuspect = end - mantissa > 3 || end - _at > LongNumber;
        if (isSuspect && Overflows(_text[_at..end])) _buffer.Report(DiagnosticCode.BadNumber, _at, end - _at);
        Take(TokenKind.Number, end - _at);
    }

    private static bool Overflows(ReadOnlySpan<byte> number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsInfinity(value);

    // A sheet such as 2019! or 4Q!, which Excel would quote; anything else that goes on like a name is a mistake.
    private bool DigitWord(int end)
    {
        var word = NameParts(end);
        if (word < _text.Length && _text[word] == '!' && _dialect != FormulaDialect.OpenFormula)
        {
            Take(TokenKind.Qualifier, word + 1 - _at);
            return true;
        }
        if (word == end) return false;
        if (word == end + 1 && (_text[end] | 0x20) == 'e' && word < _text.Length && _text[word] is (byte)'+' or (byte)'-')
            word = NameParts(word + 1);                                         // 1E+ without digits
        _buffer.Report(DiagnosticCode.BadNumber, _at, word - _at);
        Take(TokenKind.Number, word - _at);
        return true;
    }

    private readonly int Exponent(int i)
    {
        if (i >= _text.Length || (_text[i] | 0x20) != 'e') return i;
        var digits = i + 1 < _text.Length && _text[i + 1] is (byte)'+' or (byte)'-' ? i + 2 : i + 1;
        var end = Digits(digits);
        return end == digits ? i : end;
    }

    // After something that has a value '#' is the spilled range, unless it spells an error: A1 #REF! is an intersection.
    private void HashOrError()
    {
        var length = ErrorText.ReadPrefix(_text[_at..], out var error);
        if (length > 0)
        {
            Take(error == ErrorKind.Ref && IsQualified(_at + length) ? TokenKind.Qualifier : TokenKind.Error, length);
        }
        else if (EndsOperand(_last))
        {
            Take(TokenKind.Hash, 1);
        }
        else
        {
            length = 1;
            while (char.IsAsciiLetterOrDigit((char)Peek(length))) length++;
            if (Peek(length) is (byte)'!' or (byte)'?') length++;
            _buffer.Report(DiagnosticCode.BadError, _at, length);
            Take(TokenKind.Error, length);
        }
    }

    // #REF! stands for the sheet in #REF!A1 and in #REF!#REF!, but not in #REF!#, which spills.
    private readonly bool IsQualified(int at)
    {
        if (at >= _text.Length || _dialect == FormulaDialect.OpenFormula) return false;
        return ByteClass.IsNameStart(_text[at]) || ByteClass.IsDigit(_text[at]) || _text[at] == '$'
            || (_text[at] == '#' && ErrorText.ReadPrefix(_text[at..], out _) > 0);
    }

    private static bool EndsOperand(TokenKind kind) =>
        kind is TokenKind.Reference or TokenKind.Name or TokenKind.Structured or TokenKind.Error or TokenKind.RightParenthesis
            or TokenKind.Hash;
}
