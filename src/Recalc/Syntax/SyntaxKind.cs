namespace Recalc.Syntax;

/// <summary>The kinds of node in the tree of a formula.</summary>
public enum SyntaxKind : byte
{
    /// <summary>An argument that was left out, or an operand that should be there.</summary>
    Missing,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A logical.</summary>
    Logical,

    /// <summary>An error literal.</summary>
    Error,

    /// <summary>A cell, an area, or whole columns or rows, with or without a qualifier.</summary>
    Reference,

    /// <summary>A name, with or without a qualifier.</summary>
    Name,

    /// <summary>A structured reference, with or without a qualifier.</summary>
    Structured,

    /// <summary>An expression in parentheses: one child.</summary>
    Parenthesized,

    /// <summary>An array constant: its rows are the children.</summary>
    Array,

    /// <summary>A row of an array constant: its elements are the children.</summary>
    ArrayRow,

    /// <summary>A function called by name: the arguments are the children.</summary>
    Call,

    /// <summary>A value that is called: the first child is called, the others are the arguments.</summary>
    Invoke,

    /// <summary><c>+x</c></summary>
    UnaryPlus,

    /// <summary><c>-x</c></summary>
    Negate,

    /// <summary><c>@x</c></summary>
    ImplicitIntersection,

    /// <summary><c>x%</c></summary>
    Percent,

    /// <summary><c>x#</c></summary>
    SpillRange,

    /// <summary><c>x+y</c></summary>
    Add,

    /// <summary><c>x-y</c></summary>
    Subtract,

    /// <summary><c>x*y</c></summary>
    Multiply,

    /// <summary><c>x/y</c></summary>
    Divide,

    /// <summary><c>x^y</c></summary>
    Power,

    /// <summary><c>x&amp;y</c></summary>
    Concatenate,

    /// <summary><c>x=y</c></summary>
    Equal,

    /// <summary><c>x&lt;&gt;y</c></summary>
    NotEqual,

    /// <summary><c>x&lt;y</c></summary>
    Less,

    /// <summary><c>x&lt;=y</c></summary>
    LessOrEqual,

    /// <summary><c>x&gt;y</c></summary>
    Greater,

    /// <summary><c>x&gt;=y</c></summary>
    GreaterOrEqual,

    /// <summary><c>x:y</c> between expressions.</summary>
    Range,

    /// <summary><c>x y</c>: what both areas share.</summary>
    Intersection,

    /// <summary><c>x,y</c> where it is no list of arguments.</summary>
    Union,

    /// <summary>Two operands with nothing between them: a mistake that was reported.</summary>
    Juxtaposition,
}
