namespace Recalc.Graph;

/// <summary>What a cell is besides done, as a set of <see cref="CellState"/>.</summary>
[Flags]
internal enum CellStates : byte
{
    None = 0,
    Marked = 1,
    Must = 2,
    Claimed = 4,
}
