namespace Recalc.Functions;

/// <summary>How a function takes an argument: what the compiler leaves unread and what it lifts over arrays.</summary>
public enum ArgumentKind : byte
{
    /// <summary>One value. A reference is read; an array lifts the function over its elements.</summary>
    Value,

    /// <summary>An array or area as a whole, read as the function asks for its cells: the ranges of SUM, the table of VLOOKUP.</summary>
    Area,

    /// <summary>A reference as such, which need not be read: the argument of ROW, the base of OFFSET.</summary>
    Reference,

    /// <summary>An expression that is evaluated only when the function asks for it: the branches of IF.</summary>
    Lazy,

    /// <summary>A lambda: the last argument of MAP.</summary>
    Lambda,

    /// <summary>A name that the function defines: the variables of LET, the parameters of LAMBDA.</summary>
    Definition,
}
