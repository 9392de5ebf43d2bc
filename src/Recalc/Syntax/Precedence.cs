namespace Recalc.Syntax;

/// <summary>
/// How tightly operators bind, loosest first (Excel's order: a sign binds tighter than <c>^</c>, and <c>^</c> to the
/// left).
/// </summary>
internal enum Precedence : byte
{
    /// <summary>An open parenthesis, call or array: nothing is taken out of it.</summary>
    Open,
    Juxtaposition,
    Comparison,
    Concatenation,
    Sum,
    Product,
    Power,
    Percent,
    Sign,
    At,
    Union,
    Intersection,
    Range,
}
