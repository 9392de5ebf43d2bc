using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Syntax;

/// <summary>
/// Cuts formula text into tokens that tile it. Bytes are taken as they are. Mistakes are reported into the buffer and the text goes on
/// behind them, so that one mistake gives one message.
/// </summary>
internal ref partial struct Lexer
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly SyntaxBuffer _buffer;
    private readonly FormulaDialect _dialect;
    private int _at;

    /// <summary>The last token that is no space: what a <c>#</c> or a quote means depends on it.</summary>
    private TokenKind _last;

    private Lexer(ReadOnlySpan<byte> text, FormulaDialect dialect, SyntaxBuffer buffer)
    {
        _text = text;
        _dialect = dialect;
        _buffer = buffer;
    }

    /// <summary>Fills the buffer's tokens and references; the last token is <see cref="TokenKind.End"/>.</summary>
    public static void Run(ReadOnlySpan<byte> text, FormulaDialect dialect, SyntaxBuffer buffer)
    {
        var lexer = new Lexer(text, dialect, buffer);
        lexer.Start();
        while (lexer._at < text.Length) lexer.Next();
        buffer.Add(new Token(TokenKind.End, text.Length, 0));
    }

    private void Start()
    {
        var length = 0;
        if (_dialect == FormulaDialect.OpenFormula && _text.StartsWith("of:"u8)) length = 3;
        if (length < _text.Length && _text[length] == '=') length++;
        if (length > 0) Take(TokenKind.Start, length);
    }

    private void Next()
    {
        var b = _text[_at];
        if (ByteClass.IsNameStart(b)) Word();
        else if (ByteClass.IsDigit(b)) Number();
        else if (ByteClass.IsSpace(b)) Take(TokenKind.Space, Spaces(_at) - _at);
        else Punctuation(b);
    }

    private void Punctuation(byte b)
    {
        switch (b)
        {
            case (byte)'"': Text(); break;
            case (byte)'\'': QuotedQualifier(); break;
            case (byte)'[': Brackets(); break;
            case (byte)'#': HashOrError(); break;
            case (byte)'$': Dollar(); break;
            case (byte)'.' when ByteClass.IsDigit(Peek(1)): Number(); break;
            case (byte)'<': Take(Peek(1) switch { (byte)'=' => TokenKind.LessOrEqual, (byte)'>' => TokenKind.NotEqual, _ => TokenKind.Less }); break;
            case (byte)'>': Take(Peek(1) == '=' ? TokenKind.GreaterOrEqual : TokenKind.Greater); break;
            case (byte)';': Take(_dialect == FormulaDialect.OpenFormula ? TokenKind.Comma : TokenKind.Semicolon, 1); break;
            case (byte)'|' when _dialect == FormulaDialect.OpenFormula: Take(TokenKind.Semicolon, 1); break;
            case (byte)'~' when _dialect == FormulaDialect.OpenFormula: Take(TokenKind.Tilde, 1); break;
            case (byte)'!' when _dialect == FormulaDialect.OpenFormula: Take(TokenKind.Exclamation, 1); break;
            default: Single(b); break;
        }
    }

    private void Single(byte b)
    {
        var kind = b switch
        {
            (byte)'(' => TokenKind.LeftParenthesis,
            (byte)')' => TokenKind.RightParenthesis,
            (byte)'{' => TokenKind.LeftBrace,
            (byte)'}' => TokenKind.RightBrace,
            (byte)',' => TokenKind.Comma,
            (byte)'+' => TokenKind.Plus,
            (byte)'-' => TokenKind.Minus,
            (byte)'*' => TokenKind.Asterisk,
            (byte)'/' => TokenKind.Slash,
            (byte)'^' => TokenKind.Caret,
            (byte)'&' => TokenKind.Ampersand,
            (byte)'=' => TokenKind.Equal,
            (byte)'%' => TokenKind.Percent,
            (byte)':' => TokenKind.Colon,
            (byte)'@' => TokenKind.At,
            _ => TokenKind.Bad,
        };
        if (kind == TokenKind.Bad) _buffer.Report(DiagnosticCode.UnexpectedCharacter, _at, 1);
        Take(kind, 1);
    }

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
        _buffer.Report(DiagnosticCode.UnclosedText, _at, 1);
        Take(TokenKind.Text, _text.Length - _at);
    }

    private void Number()
    {
        if (_dialect == FormulaDialect.A1 && TryReference(A1Notation.ReadArea(_text[_at..], out var rows), rows)) return;
        var i = Run(Digits(_at), '.');
        i = Digits(i);
        i = Exponent(i);
        if (i < _text.Length && (ByteClass.IsNamePart(_text[i]) || _text[i] == '!') && DigitWord(i)) return;
        Take(TokenKind.Number, i - _at);
    }

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

    // After something that has a value '#' is the spilled range; elsewhere it begins an error literal.
    private void HashOrError()
    {
        var length = ErrorText.ReadPrefix(_text[_at..], out var error);
        if (length > 0 && !EndsOperand(_last))
        {
            var next = Peek(length);
            var qualifies = error == ErrorKind.Ref && (ByteClass.IsNameStart(next) || next is (byte)'$' or (byte)'#');
            Take(qualifies ? TokenKind.Qualifier : TokenKind.Error, length);
        }
        else if (EndsOperand(_last))
        {
            Take(TokenKind.Hash, 1);
        }
        else
        {
            length = 1;
            while (_at + length < _text.Length && char.IsAsciiLetterOrDigit((char)_text[_at + length])) length++;
            if (Peek(length) is (byte)'!' or (byte)'?') length++;
            _buffer.Report(DiagnosticCode.BadError, _at, length);
            Take(TokenKind.Error, length);
        }
    }

    private static bool EndsOperand(TokenKind kind) =>
        kind is TokenKind.Reference or TokenKind.Name or TokenKind.Structured or TokenKind.RightParenthesis or TokenKind.Hash;

    private void Dollar()
    {
        if (TryArea()) return;
        _buffer.Report(DiagnosticCode.UnexpectedCharacter, _at, 1);
        Take(TokenKind.Bad, 1);
    }

    private void Take(TokenKind kind) => Take(kind, kind is TokenKind.LessOrEqual or TokenKind.NotEqual or TokenKind.GreaterOrEqual ? 2 : 1);

    private void Take(TokenKind kind, int length, int data = -1)
    {
        _buffer.Add(new Token(kind, _at, length, data));
        _at += length;
        if (kind != TokenKind.Space) _last = kind;
    }

    private readonly byte Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : (byte)0;

    // Where a run that begins at 'from' ends.
    private readonly int Spaces(int from)
    {
        while (from < _text.Length && ByteClass.IsSpace(_text[from])) from++;
        return from;
    }

    private readonly int Digits(int from)
    {
        while (from < _text.Length && ByteClass.IsDigit(_text[from])) from++;
        return from;
    }

    private readonly int NameParts(int from)
    {
        while (from < _text.Length && ByteClass.IsNamePart(_text[from])) from++;
        return from;
    }

    private readonly int Run(int from, char one) => from < _text.Length && _text[from] == one ? from + 1 : from;
}
