namespace Recalc.Syntax;

/// <summary>
/// Builds the tree of a formula from its tokens, by operator precedence with a stack of its own: no recursion, so no text is too deep
/// for it. Nodes come out in post-order.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>An operator that waits for its right operand, or a construct that waits to be closed.</summary>
    private struct Waiting
    {
        public SyntaxKind Kind;
        public Precedence Precedence;
        public int Token;

        /// <summary>For a construct: where its subtree begins in the nodes, and its text.</summary>
        public int FirstNode;
        public int Offset;

        /// <summary>For a construct: the place on the stack of the one around it, or -1.</summary>
        public int Outer;

        /// <summary>For a construct: how many children are complete. For an array: its rows.</summary>
        public int Children;

        /// <summary>For an array: the elements of the current row, where that begins, and the elements of the first row.</summary>
        public int Elements;
        public int FirstElement;
        public int Columns;
    }

    private readonly SyntaxBuffer _buffer;
    private Waiting[] _stack = new Waiting[32];
    private int _depth;
    private int _at;

    /// <summary>The place on the stack of the innermost construct that is open, or -1.</summary>
    private int _innermost;

    /// <summary>Constructs on the stack that are open, and how many of them are calls and arrays.</summary>
    private int _open;
    private int _calls;
    private int _arrays;

    /// <summary>By how much the tokens from this one on open more parentheses and braces than they close; 0 when nobody asked.</summary>
    private int _counted;
    private int _parentheses;
    private int _braces;

    /// <summary>True when nesting was reported; once is enough.</summary>
    private bool _tooDeep;

    /// <summary>True when a wrong separator was reported; who writes one writes all of them.</summary>
    private bool _misseparated;

    /// <summary>True when the array around was reported to hold something else than constants; once is enough.</summary>
    private bool _refused;

    /// <summary>True right behind something that was reported: what that breaks is no second mistake.</summary>
    private bool _skipped;

    /// <summary>
    /// The last operator between references that was reported to join something else; what it is part of is no second
    /// mistake.
    /// </summary>
    private int _unrelated;

    public Parser(SyntaxBuffer buffer) => _buffer = buffer;

    /// <summary>Lexes and parses; the root is the buffer's last node. The buffer is cleared first.</summary>
    public void Parse(ReadOnlySpan<byte> text, FormulaDialect dialect)
    {
        _buffer.Clear();
        if (IsTooLong(text))
        {
            Refuse(text.Length);
            return;
        }
        Lexer.Run(text, dialect, _buffer);
        Tree();
    }

    /// <summary>Parses what the lexer has put into the buffer.</summary>
    public void ParseTokens() => Tree();

    // Tokens tile the text, however long it is.
    private void Refuse(int length)
    {
        _buffer.Report(DiagnosticCode.TooLong, 0, 0);
        for (var at = 0; at < length; at += SyntaxLimits.Bytes)
            _buffer.Add(new Token(TokenKind.Bad, at, Math.Min(SyntaxLimits.Bytes, length - at)));
        _buffer.Add(new Token(TokenKind.End, length, 0));
        Add(SyntaxKind.Missing, -1, 0, 0, 0, 1);
    }

    public static bool IsTooLong(ReadOnlySpan<byte> text)
    {
        if (text.Length <= SyntaxLimits.Characters) return false;
        if (text.Length > SyntaxLimits.Bytes) return true;
        var characters = System.Text.Encoding.UTF8.GetCharCount(text);
        foreach (var prefix in (ReadOnlySpan<string>)["_xlfn.", "_xlws.", "_xlpm."])
            characters -= prefix.Length * text.Count(System.Text.Encoding.ASCII.GetBytes(prefix));
        return characters > SyntaxLimits.Characters;
    }

    private void Tree()
    {
        (_depth, _at, _open, _calls, _arrays, _innermost, _unrelated) = (0, 0, 0, 0, 0, -1, -1);
        _counted = _parentheses = _braces = 0;
        _tooDeep = _misseparated = _refused = _skipped = false;
        if (_buffer.Tokens[0].Kind == TokenKind.Start) _at++;
        SkipSpace();
        if (Current.Kind == TokenKind.End)
        {
            _buffer.Report(DiagnosticCode.Empty, Current.Offset, 0);
            Add(SyntaxKind.Missing, -1, Current.Offset, 0, 0, 1);
            return;
        }
        while (Operand() && Operator()) { }
        CloseAll();
    }

    private Token Current => _buffer.Tokens[_at];

    private void SkipSpace()
    {
        while (Current.Kind == TokenKind.Space) _at++;
    }

    /// <summary>Takes an operand; false at the end of the text.</summary>
    private bool Operand()
    {
        while (true)
        {
            SkipSpace();
            var token = Current;
            switch (token.Kind)
            {
                case TokenKind.Number: return Leaf(SyntaxKind.Number);
                case TokenKind.Text: return Leaf(SyntaxKind.Text);
                case TokenKind.Logical: return Leaf(SyntaxKind.Logical);
                case TokenKind.Error: return Leaf(SyntaxKind.Error);
                case TokenKind.Reference: return Leaf(SyntaxKind.Reference);
                case TokenKind.Name: return Leaf(SyntaxKind.Name);
                case TokenKind.Structured: return Leaf(SyntaxKind.Structured);
                case TokenKind.Qualifier:
                    if (Qualified()) return true;
                    continue;
                case TokenKind.Plus: Sign(SyntaxKind.UnaryPlus); continue;
                case TokenKind.Minus: Sign(SyntaxKind.Negate); continue;
                case TokenKind.At:
                    RefuseInArray(token);
                    Push(SyntaxKind.ImplicitIntersection, Precedence.At);
                    continue;
                case TokenKind.LeftParenthesis: Open(SyntaxKind.Parenthesized); continue;
                case TokenKind.LeftBrace: Open(SyntaxKind.Array); continue;
                case TokenKind.Function:
                    OpenCall();
                    if (CloseEmptyCall()) return true;
                    continue;
                case TokenKind.Bad: Skip(); continue;
                default: return MissingOperand();
            }
        }
    }

    private void Skip()
    {
        _at++;
        _skipped = true;
    }

    private bool Leaf(SyntaxKind kind)
    {
        var token = Current;
        if (kind is SyntaxKind.Reference or SyntaxKind.Name or SyntaxKind.Structured) RefuseInArray(token);
        Add(kind, _at++, token.Offset, token.Length, 0, 1);
        _skipped = false;
        return true;
    }

    // In an array a sign is part of a number.
    private void Sign(SyntaxKind kind)
    {
        var sign = Current;
        Push(kind, Precedence.Sign);
        if (_arrays == 0) return;
        SkipSpace();
        if (Current.Kind != TokenKind.Number) RefuseInArray(sign);
    }

    private void RefuseInArray(Token token)
    {
        if (_arrays == 0 || _refused) return;
        _refused = true;
        _buffer.Report(DiagnosticCode.ArrayOfConstants, token.Offset, token.Length);
    }

    private bool Qualified()
    {
        var qualifier = Current;
        var kind = _buffer.Tokens[_at + 1].Kind switch
        {
            TokenKind.Reference => SyntaxKind.Reference,
            TokenKind.Name => SyntaxKind.Name,
            TokenKind.Structured => SyntaxKind.Structured,
            TokenKind.Error => SyntaxKind.Error,
            TokenKind.Logical => SyntaxKind.Name,
            TokenKind.Function => SyntaxKind.Call,
            _ => SyntaxKind.Missing,
        };
        _at++;
        if (kind == SyntaxKind.Missing)
        {
            _buffer.Report(DiagnosticCode.BadQualified, qualifier.Offset, qualifier.Length);
            Add(SyntaxKind.Missing, -1, qualifier.Offset, qualifier.Length, 0, 1);
            _skipped = true;
            return true;
        }
        if (kind == SyntaxKind.Call)
        {
            OpenCall();
            return CloseEmptyCall();
        }
        RefuseInArray(qualifier);
        var token = Current;
        _buffer.Add(new SyntaxRecord
        {
            Kind = kind, IsQualified = true, Size = 1, Token = _at++, Offset = qualifier.Offset, Length = token.End - qualifier.Offset,
        });
        _skipped = false;
        return true;
    }

    // Where an operand is missing: an omitted argument is none, anything else is a mistake, said once. At the end of the text an
    // unclosed parenthesis is the mistake, not the operand that would have followed; and so is a parenthesis that closes nothing.
    private bool MissingOperand()
    {
        var token = Current;
        if (!(_skipped || IsOmitted(token.Kind) || (token.Kind == TokenKind.End && _open > 0) || ClosesNothing(token.Kind)))
        {
            _buffer.Report(DiagnosticCode.OperandExpected, token.Offset, token.Length);
            _skipped = true;
        }
        Add(SyntaxKind.Missing, -1, token.Offset, 0, 0, 1);
        return true;
    }

    private bool IsOmitted(TokenKind next) => _depth > 0
        && _stack[_depth - 1].Kind is SyntaxKind.Call or SyntaxKind.Invoke
        && next is TokenKind.Comma or TokenKind.Semicolon or TokenKind.RightParenthesis;

    private bool ClosesNothing(TokenKind next) =>
        next is TokenKind.RightParenthesis or TokenKind.RightBrace && !ClosesInnermost(next);

    private void Add(SyntaxKind kind, int token, int offset, int length, int children, int size) => _buffer.Add(new SyntaxRecord
    {
        Kind = kind, Children = children, Size = size, Token = token, Offset = offset, Length = length,
    });

    private ref Waiting Push(SyntaxKind kind, Precedence precedence)
    {
        if (_depth == _stack.Length) Array.Resize(ref _stack, 2 * _depth);
        ref var waiting = ref _stack[_depth++];
        waiting = new Waiting
        {
            Kind = kind, Precedence = precedence, Token = _at, FirstNode = _buffer.Nodes.Length, Offset = Current.Offset,
        };
        _at++;
        if (precedence != Precedence.Open) return ref waiting;
        waiting.Outer = _innermost;
        _innermost = _depth - 1;
        _open++;
        return ref waiting;
    }
}
