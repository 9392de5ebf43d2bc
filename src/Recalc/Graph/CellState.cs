namespace Recalc.Graph;

/// <summary>
/// What a cell may be besides done; kept in planes of bits. Must without marked is illegal, claimed says nothing of the others.
/// </summary>
internal enum CellState : byte
{
    /// <summary>A precedent may have changed: the value has to be checked before it is used.</summary>
    Marked,

    /// <summary>A direct precedent did change, or the formula is new: it has to run.</summary>
    Must,

    /// <summary>A run is computing it.</summary>
    Claimed,
}
