namespace Recalc.Syntax;

/// <summary>The limits of formula text, as Excel has them (specification "Excel specifications and limits").</summary>
public static class SyntaxLimits
{
    /// <summary>Characters of a formula, not counting the prefixes that files put before newer functions and parameters.</summary>
    public const int Characters = 8192;

    /// <summary>Levels of functions within functions.</summary>
    public const int Nesting = 64;

    /// <summary>Arguments of a function.</summary>
    public const int Arguments = 255;

    /// <summary>Bytes of a formula that are looked at at all: the length of a token has 16 bits.</summary>
    internal const int Bytes = ushort.MaxValue;

    /// <summary>Diagnostics that are kept of one formula.</summary>
    internal const int Diagnostics = 20;
}
