namespace Recalc.Graph;

/// <summary>What holds the cells of a region together.</summary>
internal enum RegionKind : byte
{
    /// <summary>Each cell has the formula in relative form, and neighbours with the same one join.</summary>
    Fill,

    /// <summary>One array formula or data table over a fixed rectangle; the upper left cell is its anchor.</summary>
    Array,

    /// <summary>A dynamic array formula in the upper left cell, and the rectangle it spilled into.</summary>
    Spill,
}
