namespace Recalc.Syntax;

/// <content>Constructs that are opened and closed: parentheses, calls, arrays.</content>
internal sealed partial class Parser
{
    private void Open(SyntaxKind kind)
    {
        RefuseInArray(Current);
        if (kind == SyntaxKind.Array && _arrays++ == 0) _refused = false;
        ref var waiting = ref Push(kind, Precedence.Open);
        waiting.FirstElement = waiting.FirstNode;
    }

    private void OpenCall()
    {
        RefuseInArray(Current);
        ref var waiting = ref Push(SyntaxKind.Call, Precedence.Open);
        var before = Math.Max(0, waiting.Token - 1);
        if (_buffer.Tokens[before] is { Kind: TokenKind.Qualifier } qualifier) waiting.Offset = qualifier.Offset;
        SkipSpace();
        _at++;                                                                  // the lexer saw the parenthesis
        EnterCall();
    }

    private void OpenInvoke()
    {
        Reduce(Precedence.Range + 1);
        var called = _buffer.Nodes[^1];
        ref var waiting = ref Push(SyntaxKind.Invoke, Precedence.Open);
        waiting.FirstNode -= called.Size;
        waiting.Offset = called.Offset;
        waiting.Children = 1;
        EnterCall();
    }

    private void EnterCall()
    {
        if (++_calls <= SyntaxLimits.Nesting || _tooDeep) return;
        _tooDeep = true;
        var token = _buffer.Tokens[_stack[_depth - 1].Token];
        _buffer.Report(DiagnosticCode.TooDeep, token.Offset, token.Length);
    }

    // F() has no arguments, where F(,) has two that were left out.
    private bool CloseEmptyCall()
    {
        SkipSpace();
        if (Current.Kind != TokenKind.RightParenthesis) return false;
        Emit(_stack[--_depth], Current.End);
        _at++;
        return true;
    }

    private bool Separator(Token token)
    {
        var kind = _innermost < 0 ? SyntaxKind.Missing : _stack[_innermost].Kind;
        if (token.Kind == TokenKind.Semicolon && kind != SyntaxKind.Array && !_misseparated && !(_refused && _arrays > 0))
        {
            _misseparated = true;
            _buffer.Report(DiagnosticCode.WrongSeparator, token.Offset, token.Length);
        }
        if (kind is SyntaxKind.Missing or SyntaxKind.Parenthesized)             // separates no arguments: joins areas
        {
            GoOn();
            Reduce(Precedence.Union);
            Push(SyntaxKind.Union, Precedence.Union);
            return true;
        }
        if (kind == SyntaxKind.Array) GoOn();
        else _skipped = false;
        Reduce(Precedence.Juxtaposition);
        ref var open = ref _stack[_depth - 1];
        if (kind != SyntaxKind.Array)
        {
            open.Children++;
        }
        else
        {
            open.Elements++;
            if (token.Kind == TokenKind.Semicolon) EndRow(ref open);
        }
        _at++;
        return true;
    }

    private void EndRow(ref Waiting array)
    {
        var nodes = _buffer.Nodes;
        var size = nodes.Length - array.FirstElement;
        var first = nodes.Length - 1;
        for (var i = 1; i < array.Elements; i++) first -= nodes[first].Size;
        var (offset, end) = (nodes[first].Offset, nodes[^1].End);
        if (array.Children++ == 0) array.Columns = array.Elements;
        else if (array.Columns > 0 && array.Columns != array.Elements)
        {
            _buffer.Report(DiagnosticCode.RaggedArray, offset, end - offset);
            array.Columns = 0;                                                  // once an array
        }
        Add(SyntaxKind.ArrayRow, -1, offset, end - offset, array.Elements, size + 1);
        array.Elements = 0;
        array.FirstElement = _buffer.Nodes.Length;
    }

    private bool ClosesInnermost(TokenKind closing) =>
        _innermost >= 0 && (closing == TokenKind.RightBrace) == (_stack[_innermost].Kind == SyntaxKind.Array);

    // A closing one of the other kind: either the one that belongs here was forgotten and this one closes a construct around; or it stands
    // in its place; or it is one too many. What the rest of the text closes decides.
    private void Close(Token token)
    {
        Reduce(Precedence.Juxtaposition);
        if (ClosesInnermost(token.Kind))
        {
            _at++;
            Finish(token.End);
            return;
        }
        var isBrace = token.Kind == TokenKind.RightBrace;
        var isForgotten = _innermost >= 0 && StaysOpen(!isBrace);
        if (isForgotten && StaysOpen(isBrace))
        {
            ReportUnclosed(1);
            Finish(token.Offset);
            return;
        }
        _buffer.Report(DiagnosticCode.Unopened, token.Offset, token.Length);
        _at++;
        if (isForgotten) Finish(token.End);
        else _skipped = true;
    }

    // True when the text behind the current token leaves parentheses (or braces) open. That text is counted through once, when this is
    // first asked; later only what was passed since is taken off.
    private bool StaysOpen(bool braces)
    {
        if (_counted == 0)
            for (var i = _at + 1; i < _buffer.Tokens.Length; i++) Count(i, 1);
        else
            while (_counted <= _at) Count(_counted++, -1);
        _counted = _at + 1;
        return braces ? _arrays > 0 && _arrays + _braces > 0 : _open > _arrays && _open - _arrays + _parentheses > 0;
    }

    private void Count(int token, int one)
    {
        switch (_buffer.Tokens[token].Kind)
        {
            case TokenKind.LeftParenthesis: _parentheses += one; break;
            case TokenKind.RightParenthesis: _parentheses -= one; break;
            case TokenKind.LeftBrace: _braces += one; break;
            case TokenKind.RightBrace: _braces -= one; break;
        }
    }

    /// <summary>Completes the construct on top of the stack, whose last child is complete.</summary>
    private void Finish(int end)
    {
        ref var open = ref _stack[_depth - 1];
        if (open.Kind == SyntaxKind.Array)
        {
            open.Elements++;
            EndRow(ref open);
        }
        else
        {
            open.Children++;
        }
        Emit(_stack[--_depth], end);
    }

    private void Emit(in Waiting open, int end)
    {
        _open--;
        _innermost = open.Outer;
        _skipped = false;
        if (open.Kind == SyntaxKind.Array) _arrays--;
        if (open.Kind is SyntaxKind.Call or SyntaxKind.Invoke)
        {
            _calls--;
            if (open.Children - (open.Kind == SyntaxKind.Invoke ? 1 : 0) > SyntaxLimits.Arguments)
                _buffer.Report(DiagnosticCode.TooManyArguments, _buffer.Tokens[open.Token].Offset, _buffer.Tokens[open.Token].Length);
        }
        _buffer.Add(new SyntaxRecord
        {
            Kind = open.Kind, IsQualified = open.Kind == SyntaxKind.Call && open.Offset < _buffer.Tokens[open.Token].Offset,
            Children = open.Children, Size = _buffer.Nodes.Length - open.FirstNode + 1,
            Token = open.Token, Offset = open.Offset, Length = end - open.Offset,
        });
    }

    private void CloseAll()
    {
        if (_innermost >= 0 && !_buffer.IsCutOff) ReportUnclosed(_open);
        while (_depth > 0)
        {
            Reduce(Precedence.Juxtaposition);
            if (_depth > 0) Finish(Current.Offset);
        }
    }

    /// <summary>
    /// Reports that the innermost construct is not closed, and others around it neither: the function's name, if any, and the
    /// parenthesis.
    /// </summary>
    private void ReportUnclosed(int count)
    {
        var (first, last) = (_stack[_innermost].Token, _stack[_innermost].Token);
        if (_buffer.Tokens[first].Kind == TokenKind.Function)
            while (_buffer.Tokens[last].Kind != TokenKind.LeftParenthesis) last++;
        var offset = _buffer.Tokens[first].Offset;
        _buffer.Report(DiagnosticCode.Unclosed, offset, _buffer.Tokens[last].End - offset, count);
    }
}
