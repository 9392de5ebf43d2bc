using Recalc.Addressing;
using Recalc.Names;
using Recalc.Syntax;

namespace Recalc.Scripts;

/// <summary>
/// Spells an OpenFormula formula as Excel does (ODF 1.2 part 2 §5 and §6), so that what comes after the parser knows one dialect. For
/// one thread.
/// </summary>
internal sealed class OpenFormulaSpelling
{
    private static readonly byte[][] Prefixes =
        ["COM.MICROSOFT."u8.ToArray(), "LEGACY."u8.ToArray(), "ORG.LIBREOFFICE."u8.ToArray(), "ORG.OPENOFFICE."u8.ToArray()];

    private readonly ByteWriter _spelling = new();

    /// <summary>Parentheses and calls that are open: the token that the current argument begins with, and whether a union stands in it.</summary>
    private readonly Stack<(bool IsCall, int Argument, bool HasUnion)> _open = new();

    /// <summary>Tokens before which an argument that holds a union begins, and ends: Excel's union is a comma, and wants parentheses there.</summary>
    private readonly HashSet<int> _opened = [];
    private readonly HashSet<int> _closed = [];

    /// <summary>The spelling of what was translated last.</summary>
    public ReadOnlySpan<byte> Written => _spelling.Written;

    /// <summary>Translates a formula that was parsed without a mistake; false when a name in it cannot be spelled in Excel.</summary>
    public bool TryTranslate(SyntaxBuffer buffer, ReadOnlySpan<byte> text)
    {
        _spelling.Clear();
        FindUnions(buffer.Tokens);
        for (var i = 0; i < buffer.Tokens.Length; i++)
        {
            if (_closed.Contains(i)) _spelling.Write((byte)')');
            if (_opened.Contains(i)) _spelling.Write((byte)'(');
            if (!Token(buffer, i, text)) return false;
        }
        return true;
    }

    private bool Token(SyntaxBuffer buffer, int index, ReadOnlySpan<byte> text)
    {
        var token = buffer.Tokens[index];
        var spelling = text.Slice(token.Offset, token.Length);
        switch (token.Kind)
        {
            case TokenKind.Start: break;
            case TokenKind.Comma or TokenKind.Tilde: _spelling.Write((byte)','); break;
            case TokenKind.Semicolon: _spelling.Write((byte)';'); break;
            case TokenKind.Exclamation: _spelling.Write((byte)' '); break;
            case TokenKind.Qualifier: _spelling.Write(Qualifier(buffer.Tokens[index + 1], token, text)); break;
            case TokenKind.Reference:
                _spelling.Advance(A1Notation.WriteArea(_spelling.Reserve(A1Notation.MaxAreaLength), buffer.References[token.Data], default));
                break;
            case TokenKind.Error when spelling[^1] == ']': _spelling.Write("#REF!"u8); break;
            case TokenKind.Function: _spelling.Write(WithoutPrefix(spelling)); break;
            case TokenKind.Name: return Name(spelling);
            default: _spelling.Write(spelling); break;
        }
        return true;
    }

    // [$Sheet.A1:$Other.B2] names its second sheet in the reference; $Sheet. and 'file'#$Sheet. before a name are all there is.
    private static byte[] Qualifier(Token qualified, Token qualifier, ReadOnlySpan<byte> text)
    {
        var start = qualifier.Offset;
        var sheets = text[start] == '[' ? text[(start + 1)..(qualified.End - 1)] : text[start..qualifier.End];
        return QualifierReader.ReadOpenFormula(sheets).Spelling;
    }

    private bool Name(ReadOnlySpan<byte> name)
    {
        if (name.StartsWith("$$"u8)) name = name[2..];
        if (name is [(byte)'\'', .., (byte)'\'']) name = name[1..^1];
        if (!ByteClass.IsNameStart(name[0]) || A1Notation.ReadArea(name, out _) == name.Length) return false;
        foreach (var b in name)
            if (!ByteClass.IsNamePart(b)) return false;
        _spelling.Write(name);
        return true;
    }

    private static ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> function)
    {
        foreach (var prefix in Prefixes)
            if (function.Length > prefix.Length && System.Text.Ascii.EqualsIgnoreCase(function[..prefix.Length], prefix)) return function[prefix.Length..];
        return function;
    }

    private void FindUnions(ReadOnlySpan<Token> tokens)
    {
        _open.Clear();
        _opened.Clear();
        _closed.Clear();
        var last = TokenKind.Start;
        for (var i = 0; i < tokens.Length; i++)
        {
            var kind = tokens[i].Kind;
            switch (kind)
            {
                case TokenKind.LeftParenthesis: _open.Push((last is TokenKind.Function or TokenKind.RightParenthesis or TokenKind.Name, i + 1, false)); break;
                case TokenKind.Tilde when _open.TryPop(out var around): _open.Push(around with { HasUnion = true }); break;
                case TokenKind.Comma when _open.TryPop(out var around):
                    EndArgument(around, i);
                    _open.Push((around.IsCall, i + 1, false));
                    break;
                case TokenKind.RightParenthesis when _open.TryPop(out var around): EndArgument(around, i); break;
            }
            if (kind != TokenKind.Space) last = kind;
        }
    }

    private void EndArgument((bool IsCall, int Argument, bool HasUnion) argument, int end)
    {
        if (!argument.IsCall || !argument.HasUnion) return;
        _opened.Add(argument.Argument);
        _closed.Add(end);
    }
}
