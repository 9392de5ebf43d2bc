namespace Recalc.Recalculation;

/// <summary>Which other rows of their own region the formulas of a column look at.</summary>
internal enum SelfReference : byte
{
    /// <summary>None: rows may be computed together.</summary>
    None,

    /// <summary>Rows above only: from the first to the last.</summary>
    Up,

    /// <summary>Rows below only: from the last to the first.</summary>
    Down,

    /// <summary>Rows on both sides, or their own.</summary>
    Mixed,
}
