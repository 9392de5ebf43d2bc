using System.Text;

namespace Recalc.Syntax;

/// <summary>
/// A node of the tree of a formula: a kind, a stretch of the text, and children. A view that is made when asked for. Immutable; safe
/// to share.
/// </summary>
public readonly struct SyntaxNode : IEquatable<SyntaxNode>
{
    private readonly SyntaxTree _tree;
    private readonly int _index;

    internal SyntaxNode(SyntaxTree tree, int index) => (_tree, _index) = (tree, index);

    private SyntaxRecord Record => _tree.Records[_index];

    /// <summary>What the node is.</summary>
    public SyntaxKind Kind => Record.Kind;

    /// <summary>Where it begins: a byte offset into the text.</summary>
    public int Offset => Record.Offset;

    /// <summary>How many bytes it takes up, the spaces within it included.</summary>
    public int Length => Record.Length;

    /// <summary>Its bytes, as they were written.</summary>
    public ReadOnlySpan<byte> Bytes => _tree.Text.Span.Slice(Offset, Length);

    /// <summary>
    /// The token that says what the node is (the literal, the operator, the name of the function, the opening parenthesis); null
    /// for nodes without one.
    /// </summary>
    public SyntaxToken? Token => Record.Token < 0 ? null : new SyntaxToken(_tree, _tree.TokenArray[Record.Token]);

    /// <summary>The sheets and the workbook that the node names, with the <c>!</c>; null when it names none.</summary>
    public SyntaxToken? Qualifier => Record.IsQualified ? new SyntaxToken(_tree, _tree.TokenArray[Record.Token - 1]) : null;

    /// <summary>The children, from left to right. Takes time in proportion to their number.</summary>
    public IReadOnlyList<SyntaxNode> Children
    {
        get
        {
            var children = new SyntaxNode[Record.Children];
            for (var (i, at) = (children.Length - 1, _index - 1); i >= 0; i--)
            {
                children[i] = new SyntaxNode(_tree, at);
                at -= _tree.Records[at].Size;
            }
            return children;
        }
    }

    /// <summary>Its bytes through the lens of UTF-8; what is no UTF-8 shows as U+FFFD.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    /// <inheritdoc/>
    public bool Equals(SyntaxNode other) => ReferenceEquals(_tree, other._tree) && _index == other._index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SyntaxNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _index;

    /// <summary>True when both are the same node of the same tree.</summary>
    public static bool operator ==(SyntaxNode left, SyntaxNode right) => left.Equals(right);

    /// <summary>True when they are different nodes.</summary>
    public static bool operator !=(SyntaxNode left, SyntaxNode right) => !left.Equals(right);
}
