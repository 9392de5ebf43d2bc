namespace Recalc.Recalculation;

/// <summary>Which other rows, or columns, of their own region formulas look at.</summary>
internal enum SelfReference : byte
{
    /// <summary>None: they may be computed together.</summary>
    None,

    /// <summary>Rows above, or columns to the left, only: from the first to the last.</summary>
    Before,

    /// <summary>Rows below, or columns to the right, only: from the last to the first.</summary>
    After,

    /// <summary>Those on both sides, or their own.</summary>
    Mixed,
}
