using System.Buffers;
using System.Text;

namespace Recalc.Syntax;

/// <summary>
/// A formula as it was written: its bytes, the tokens that tile them, the tree over the tokens, and the mistakes. Nothing is lost:
/// <see cref="WriteTo"/> gives back every byte. Any text has a tree, however wrong it is. Immutable; safe to share.
/// </summary>
public sealed class SyntaxTree
{
    private SyntaxToken[]? _tokens;

    private SyntaxTree(byte[] text, FormulaDialect dialect, string? stream, SyntaxBuffer buffer)
    {
        (Text, Dialect, Stream) = (text, dialect, stream);
        TokenArray = buffer.Tokens.ToArray();
        Records = buffer.Nodes.ToArray();
        var diagnostics = new Diagnostic[buffer.Diagnostics.Length];
        for (var i = 0; i < diagnostics.Length; i++) diagnostics[i] = buffer.Diagnostics[i].ToDiagnostic(stream, text);
        Array.Sort(diagnostics, (left, right) => left.Offset.CompareTo(right.Offset));
        Diagnostics = diagnostics;
    }

    /// <summary>The bytes that were parsed.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>How the text is spelled.</summary>
    public FormulaDialect Dialect { get; }

    /// <summary>The name of the text in diagnostics, such as a cell; null when it has none.</summary>
    public string? Stream { get; }

    /// <summary>The mistakes, from left to right; empty for a formula that can be understood.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The node of the whole formula.</summary>
    public SyntaxNode Root => new(this, Records.Length - 1);

    /// <summary>The tokens, white space included, which tile the text; the last has the kind <see cref="TokenKind.End"/>.</summary>
    public IReadOnlyList<SyntaxToken> Tokens => _tokens ??= [.. TokenArray.Select(t => new SyntaxToken(this, t))];

    internal Token[] TokenArray { get; }
    internal SyntaxRecord[] Records { get; }

    /// <summary>Parses a formula. Takes time in proportion to its length; never throws for what the text says.</summary>
    /// <param name="text">The formula, with or without a leading <c>=</c>.</param>
    /// <param name="dialect">How it is spelled.</param>
    /// <param name="stream">What to call the text in diagnostics.</param>
    public static SyntaxTree Parse(string text, FormulaDialect dialect = FormulaDialect.A1, string? stream = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(Encoding.UTF8.GetBytes(text), dialect, stream);
    }

    /// <summary>Parses a formula from bytes, which are taken as they are; they should be UTF-8, but need not.</summary>
    /// <param name="text">The formula, with or without a leading <c>=</c>.</param>
    /// <param name="dialect">How it is spelled.</param>
    /// <param name="stream">What to call the text in diagnostics.</param>
    public static SyntaxTree Parse(ReadOnlySpan<byte> text, FormulaDialect dialect = FormulaDialect.A1, string? stream = null)
    {
        var buffer = new SyntaxBuffer();
        new Parser(buffer).Parse(text, dialect);
        return new SyntaxTree(text.ToArray(), dialect, stream, buffer);
    }

    /// <summary>Prints the tree by its tokens: byte for byte what was parsed.</summary>
    public void WriteTo(IBufferWriter<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        foreach (var token in TokenArray) destination.Write(Text.Span.Slice(token.Offset, token.Length));
    }

    /// <summary>The text through the lens of UTF-8.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Text.Span);
}
