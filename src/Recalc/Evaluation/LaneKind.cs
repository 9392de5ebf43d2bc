namespace Recalc.Evaluation;

/// <summary>What a register holds.</summary>
internal enum LaneKind : byte
{
    /// <summary>The same value in every lane.</summary>
    Uniform,

    /// <summary>The rows of a column, read where they lie.</summary>
    Column,

    /// <summary>A value a lane, computed.</summary>
    Computed,

    /// <summary>A reference that was not read: each lane sees an area of its own.</summary>
    Reference,
}
