namespace Recalc.Syntax;

/// <summary>
/// A node of the tree, which lies in one array in post-order: operands before their operator, so a node's last child is right before
/// it, and its first child's subtree begins <see cref="Size"/> - 1 places before it.
/// </summary>
internal struct SyntaxRecord
{
    public SyntaxKind Kind;

    /// <summary>True when the token before <see cref="Token"/> is its qualifier.</summary>
    public bool IsQualified;

    public int Children;

    /// <summary>Nodes of the subtree, this one included.</summary>
    public int Size;

    /// <summary>
    /// The token that says what the node is: the literal, the operator, the function's name, the opening parenthesis; -1 when
    /// none does.
    /// </summary>
    public int Token;

    public int Offset;
    public int Length;

    public readonly int End => Offset + Length;
}
