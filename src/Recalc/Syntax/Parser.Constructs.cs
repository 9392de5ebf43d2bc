namespace Recalc.Syntax;

/// <content>Constructs that are opened and closed: parentheses, calls, arrays.</content>
internal sealed partial class Parser
{
    private void Open(SyntaxKind kind)
    {
        RefuseInArray(Current);
        _open++;
        if (kind == SyntaxKind.Array) _arrays++;
        ref var waiting = ref Push(kind, Precedence.Open);
        waiting.FirstElement = waiting.FirstNode;
    }

    private void OpenCall()
    {
        RefuseInArray(Current);
        ref var waiting = ref Push(SyntaxKind.Call, Precedence.Open);
        if (waiting.Token > 0 && _buffer.Tokens[waiting.Token - 1] is { Kind: TokenKind.Qualifier } qualifier) waiting.Offset = qualifier.Offset;
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
        _open++;
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
        var kind = InnermostOpen();
        if (token.Kind == TokenKind.Semicolon && kind != SyntaxKind.Array && !_misseparated)
        {
            _misseparated = true;
            _buffer.Report(DiagnosticCode.WrongSeparator, token.Offset, token.Length);
        }
        if (kind is SyntaxKind.Missing or SyntaxKind.Parenthesized)             // separates no arguments: joins areas
        {
            Reduce(Precedence.Union);
            Push(SyntaxKind.Union, Precedence.Union);
            return true;
        }
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
        _skipped = false;
        return true;
    }

    private SyntaxKind InnermostOpen()
    {
        for (var i = _depth - 1; i >= 0; i--)
            if (_stack[i].Precedence == Precedence.Open) return _stack[i].Kind;
        return SyntaxKind.Missing;
    }

    private void EndRow(ref Waiting array)
    {
        var nodes = _buffer.Nodes;
        var size = nodes.Length - array.FirstElement;
        var first = nodes[array.FirstElement];
        var (offset, end) = (first.Offset, nodes[^1].End);
        for (var i = array.FirstElement; i < nodes.Length; i++) offset = Math.Min(offset, nodes[i].Offset);
        if (array.Children++ == 0) array.Columns = array.Elements;
        else if (array.Columns != array.Elements) _buffer.Report(DiagnosticCode.RaggedArray, offset, end - offset);
        Add(SyntaxKind.ArrayRow, -1, offset, end - offset, array.Elements, size + 1);
        array.Elements = 0;
        array.FirstElement = _buffer.Nodes.Length;
    }

    private void Close(TokenKind closing)
    {
        Reduce(Precedence.Juxtaposition);
        var token = Current;
        _at++;
        var fits = _depth > 0 && (closing == TokenKind.RightBrace) == (_stack[_depth - 1].Kind == SyntaxKind.Array);
        if (!fits)
        {
            _buffer.Report(DiagnosticCode.Unopened, token.Offset, token.Length);
            SkipSpace();
        }
        if (fits || (_depth > 0 && Current.Kind == TokenKind.End)) Finish(token.End);
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
        _skipped = false;
        if (open.Kind == SyntaxKind.Array) _arrays--;
        if (open.Kind is SyntaxKind.Call or SyntaxKind.Invoke)
        {
            _calls--;
            if (open.Children - (open.Kind == SyntaxKind.Invoke ? 1 : 0) > SyntaxLimits.Arguments)
                _buffer.Report(DiagnosticCode.TooManyArguments, open.Offset, _buffer.Tokens[open.Token].Length);
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
        var innermost = -1;
        for (var i = 0; i < _depth; i++)
            if (_stack[i].Precedence == Precedence.Open) innermost = _stack[i].Token;
        if (innermost >= 0 && !SwallowedTheEnd())
        {
            var token = _buffer.Tokens[innermost];
            _buffer.Report(DiagnosticCode.Unclosed, token.Offset, token.Length, _open);
        }
        while (_depth > 0)
        {
            Reduce(Precedence.Juxtaposition);
            if (_depth > 0) Finish(Current.Offset);
        }
    }

    // A text, a sheet name or brackets without an end take in everything, closing parentheses too.
    private bool SwallowedTheEnd()
    {
        foreach (var diagnostic in _buffer.Diagnostics)
            if (diagnostic.Code is DiagnosticCode.UnclosedText or DiagnosticCode.BadSheetName or DiagnosticCode.BadBrackets) return true;
        return false;
    }
}
