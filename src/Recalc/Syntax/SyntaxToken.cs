using System.Text;

namespace Recalc.Syntax;

/// <summary>A token of a formula: a kind and a stretch of the text. The tokens of a tree tile its text. Immutable; safe to share.</summary>
public readonly struct SyntaxToken
{
    private readonly SyntaxTree _tree;
    private readonly Token _token;

    internal SyntaxToken(SyntaxTree tree, Token token) => (_tree, _token) = (tree, token);

    /// <summary>What the token is.</summary>
    public TokenKind Kind => _token.Kind;

    /// <summary>Where it begins: a byte offset into the text.</summary>
    public int Offset => _token.Offset;

    /// <summary>How many bytes it has.</summary>
    public int Length => _token.Length;

    /// <summary>Its bytes, as they were written.</summary>
    public ReadOnlySpan<byte> Bytes => _tree.Text.Span.Slice(Offset, Length);

    /// <summary>Its bytes through the lens of UTF-8; what is no UTF-8 shows as U+FFFD.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
