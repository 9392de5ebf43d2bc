namespace Recalc.Scripts;

/// <summary>
/// Operators that only lazy functions need: each leaves a logical on top for the jump that follows, and below it either the value that
/// was asked about, or nothing when the branch replaces it.
/// </summary>
internal enum Probe : short
{
    /// <summary>x → TRUE when x is an error, else x, FALSE (IFERROR).</summary>
    IsError = 0x100,

    /// <summary>x → TRUE when x is #N/A, else x, FALSE (IFNA).</summary>
    IsNotAvailable,

    /// <summary>x, y → TRUE when they are equal, else x, FALSE (SWITCH).</summary>
    IsEqual,

    /// <summary>i, k → TRUE when i, cut to an integer, is k, else i, FALSE (CHOOSE).</summary>
    IsChoice,

    /// <summary>x → nothing: what was asked about is not needed any more (SWITCH with a default).</summary>
    Drop,

    /// <summary>x → its error, or #N/A (SWITCH without a default).</summary>
    ToNotAvailable,

    /// <summary>i → its error, or #VALUE! (CHOOSE past its values).</summary>
    ToValueError,
}
