namespace Recalc.Syntax;

/// <content>What follows an operand: operators, separators, closing parentheses; and taking waiting operators off the stack.</content>
internal sealed partial class Parser
{
    /// <summary>Takes what follows an operand, up to an operator that wants another one; false at the end of the text.</summary>
    private bool Operator()
    {
        while (true)
        {
            var spaced = Current.Kind == TokenKind.Space;
            SkipSpace();
            var token = Current;
            switch (token.Kind)
            {
                case TokenKind.End: return false;
                case TokenKind.Percent: Postfix(SyntaxKind.Percent, Precedence.Percent); continue;
                case TokenKind.Hash: Postfix(SyntaxKind.SpillRange, Precedence.Range + 1); continue;
                case TokenKind.RightParenthesis or TokenKind.RightBrace:
                    Close(token);
                    continue;
                case TokenKind.Comma or TokenKind.Semicolon: return Separator(token);
                case TokenKind.LeftParenthesis when !spaced && CanBeCalled(_buffer.Nodes[^1].Kind):
                    OpenInvoke();
                    if (CloseEmptyCall()) continue;
                    return true;
                case TokenKind.Bad: Skip(); continue;
            }
            if (Binary(token.Kind) is { } binary)
            {
                RefuseInArray(token);
                GoOn();
                Reduce(binary.Precedence);
                Push(binary.Kind, binary.Precedence);
                return true;
            }
            Adjacent(spaced, token);                                            // only operands are left
            return true;
        }
    }

    // Behind an operand: what was reported before is over. (To be asked before operators are completed.)
    private void GoOn() => _skipped &= _buffer.Nodes[^1].Kind == SyntaxKind.Missing;

    private static (SyntaxKind Kind, Precedence Precedence)? Binary(TokenKind token) => token switch
    {
        TokenKind.Plus => (SyntaxKind.Add, Precedence.Sum),
        TokenKind.Minus => (SyntaxKind.Subtract, Precedence.Sum),
        TokenKind.Asterisk => (SyntaxKind.Multiply, Precedence.Product),
        TokenKind.Slash => (SyntaxKind.Divide, Precedence.Product),
        TokenKind.Caret => (SyntaxKind.Power, Precedence.Power),
        TokenKind.Ampersand => (SyntaxKind.Concatenate, Precedence.Concatenation),
        TokenKind.Equal => (SyntaxKind.Equal, Precedence.Comparison),
        TokenKind.NotEqual => (SyntaxKind.NotEqual, Precedence.Comparison),
        TokenKind.Less => (SyntaxKind.Less, Precedence.Comparison),
        TokenKind.LessOrEqual => (SyntaxKind.LessOrEqual, Precedence.Comparison),
        TokenKind.Greater => (SyntaxKind.Greater, Precedence.Comparison),
        TokenKind.GreaterOrEqual => (SyntaxKind.GreaterOrEqual, Precedence.Comparison),
        TokenKind.Colon => (SyntaxKind.Range, Precedence.Range),
        TokenKind.Tilde => (SyntaxKind.Union, Precedence.Union),
        TokenKind.Exclamation => (SyntaxKind.Intersection, Precedence.Intersection),
        _ => null,
    };

    private static bool CanBeCalled(SyntaxKind kind) =>
        kind is SyntaxKind.Parenthesized or SyntaxKind.Call or SyntaxKind.Invoke or SyntaxKind.Name;

    private static bool CanBeArea(SyntaxKind kind) => kind is SyntaxKind.Reference or SyntaxKind.Name or SyntaxKind.Structured
        or SyntaxKind.Parenthesized or SyntaxKind.Call or SyntaxKind.Invoke or SyntaxKind.Range
        or SyntaxKind.SpillRange or SyntaxKind.Error;

    // Space between two areas is an operator. Anything else side by side is a mistake.
    private void Adjacent(bool spaced, Token token)
    {
        var areas = spaced && CanBeArea(_buffer.Nodes[^1].Kind)
            && token.Kind is not (TokenKind.Number or TokenKind.Text or TokenKind.Logical or TokenKind.LeftBrace);
        if (!(areas || _skipped || IsTornText(token.Kind))) _buffer.Report(DiagnosticCode.OperatorExpected, token.Offset, token.Length);
        var precedence = areas ? Precedence.Intersection : Precedence.Juxtaposition;
        Reduce(precedence);
        ref var waiting = ref Push(areas ? SyntaxKind.Intersection : SyntaxKind.Juxtaposition, precedence);
        _at--;                                                                  // the operator is the space; the operand is still to come
        waiting.Token = areas ? _at - 1 : -1;
    }

    // When a text has no end, a quote is missing or too many somewhere before, and what stands beside a text is turned inside out.
    private bool IsTornText(TokenKind next) =>
        _buffer.IsCutOff && (next == TokenKind.Text || _buffer.Nodes[^1].Kind == SyntaxKind.Text);

    private void Postfix(SyntaxKind kind, Precedence precedence)
    {
        Reduce(precedence);
        var operand = _buffer.Nodes[^1];
        var token = Current;
        RefuseInArray(token);
        Add(kind, _at++, operand.Offset, token.End - operand.Offset, 1, operand.Size + 1);
    }

    /// <summary>Completes the waiting operators that bind at least as tightly.</summary>
    private void Reduce(Precedence precedence)
    {
        while (_depth > 0 && _stack[_depth - 1].Precedence >= precedence && _stack[_depth - 1].Precedence != Precedence.Open) Complete();
    }

    private void Complete()
    {
        var waiting = _stack[--_depth];
        var nodes = _buffer.Nodes;
        var right = nodes[^1];
        if (waiting.Precedence is Precedence.Sign or Precedence.At)
        {
            var offset = _buffer.Tokens[waiting.Token].Offset;
            Add(waiting.Kind, waiting.Token, offset, right.End - offset, 1, right.Size + 1);
            return;
        }
        var leftIndex = nodes.Length - 1 - right.Size;
        var left = nodes[leftIndex];
        if (waiting.Precedence >= Precedence.Union) RelateReferences(leftIndex, nodes.Length - 1);
        Add(waiting.Kind, waiting.Token, left.Offset, right.End - left.Offset, 2, left.Size + right.Size + 1);
    }

    // What joins references is about to become the next node.
    private void RelateReferences(int left, int right)
    {
        var wrong = _unrelated >= 0 && (_unrelated == left || _unrelated == right) ? _unrelated
            : !CanBeReference(left) ? left
            : !CanBeReference(right) ? right : -1;
        if (wrong < 0) return;
        var operand = _buffer.Nodes[wrong];
        if (wrong != _unrelated) _buffer.Report(DiagnosticCode.ReferenceExpected, operand.Offset, operand.Length);
        _unrelated = _buffer.Nodes.Length;
    }

    // A call, a name and what was reported already may yet be one.
    private bool CanBeReference(int index)
    {
        var nodes = _buffer.Nodes;
        while (nodes[index].Kind == SyntaxKind.Parenthesized) index--;
        return nodes[index].Kind is not (SyntaxKind.Number or SyntaxKind.Text or SyntaxKind.Logical or SyntaxKind.Array
            or SyntaxKind.UnaryPlus or SyntaxKind.Negate or SyntaxKind.Percent or (>= SyntaxKind.Add and <= SyntaxKind.GreaterOrEqual));
    }
}
