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

    /// <summary>True when a wrong separator was reported; who writes one writes all of them.</summary>
    private bool _misseparated;

    /// <summary>How far a search for the end of a sheet's name got in vain: none that begins before it gets further.</summary>
    private int _searched;

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
        var isOpen = _dialect == FormulaDialect.OpenFormula;
        if (isOpen && _text.StartsWith("of:"u8)) length = 3;
        if (Peek(length) == '=') length++;
        if (isOpen && length > 0 && Peek(length) == '=') length++;              // of:==, "recalculate whatever happens"
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
            case (byte)'\'': Quoted(); break;
            case (byte)'[': Brackets(); break;
            case (byte)'#': HashOrError(); break;
            case (byte)'$': Dollar(); break;
            case (byte)'!': Bang(); break;
            case (byte)'.' when ByteClass.IsDigit(Peek(1)): Number(); break;
            case (byte)'<' when Peek(1) == '>': Take(TokenKind.NotEqual); break;
            case (byte)'<': Take(Peek(1) == '=' ? TokenKind.LessOrEqual : TokenKind.Less); break;
            case (byte)'>': Take(Peek(1) == '=' ? TokenKind.GreaterOrEqual : TokenKind.Greater); break;
            case (byte)',': Comma(); break;
            case (byte)';': Take(_dialect == FormulaDialect.OpenFormula ? TokenKind.Comma : TokenKind.Semicolon, 1); break;
            case (byte)'|' when _dialect == FormulaDialect.OpenFormula: Take(TokenKind.Semicolon, 1); break;
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
            (byte)'~' => TokenKind.Tilde,
            _ => TokenKind.Bad,
        };
        if (kind == TokenKind.Bad) Bad();
        else Take(kind, 1);
    }

    // What no formula has is one mistake, however many of it stand in a row.
    private void Bad()
    {
        var end = _at + 1;
        while (end < _text.Length && (_text[end] == _text[_at] || ByteClass.IsForeign(_text[end]))) end++;
        if (_text[_at] == '$')
            while (end < _text.Length && (_text[end] == '$' || ByteClass.IsNamePart(_text[end]))) end++;
        _buffer.Report(DiagnosticCode.UnexpectedCharacter, _at, end - _at);
        Take(TokenKind.Bad, end - _at);
    }

    private void Comma()
    {
        if (_dialect == FormulaDialect.OpenFormula && !_misseparated)
        {
            _misseparated = true;
            _buffer.Report(DiagnosticCode.WrongSeparator, _at, 1);
        }
        Take(TokenKind.Comma, 1);
    }

    private void Dollar()
    {
        if (TryArea() || (_dialect == FormulaDialect.OpenFormula && TryOpenName())) return;
        Bad();
    }

    // In OpenFormula the intersection; else, as in the names of a workbook, whichever sheet the formula stands on: !A1.
    private void Bang()
    {
        var next = Peek(1);
        if (_dialect == FormulaDialect.OpenFormula) Take(TokenKind.Exclamation, 1);
        else if (ByteClass.IsNameStart(next) || next is (byte)'$' or (byte)'#') Take(TokenKind.Qualifier, 1);
        else Bad();
    }

    private void Take(TokenKind kind) =>
        Take(kind, kind is TokenKind.LessOrEqual or TokenKind.NotEqual or TokenKind.GreaterOrEqual ? 2 : 1);

    private void Take(TokenKind kind, int length, int data = -1)
    {
        _buffer.Add(new Token(kind, _at, length, data));
        _at += length;
        if (kind != TokenKind.Space) _last = kind;
    }

    // A text, a sheet's name or brackets without an end take in all that follows, closing parentheses too.
    private void TakeRest(TokenKind kind, DiagnosticCode code, int opening)
    {
        _buffer.Report(code, opening, 1);
        _buffer.IsCutOff = true;
        Take(kind, _text.Length - _at);
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
