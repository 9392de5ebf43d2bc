using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// One level of a read. It holds no operands: what waits for a precedent is evaluated again from its start, so a frame costs its own
/// hundred bytes only, and a chain of a million frames is no danger.
/// </summary>
internal struct Frame
{
    public FrameKind Kind;

    /// <summary>True when rows are taken from the last to the first: formulas look down.</summary>
    public bool Backward;

    /// <summary>True when rows are taken one by one: they may rest on one another.</summary>
    public bool OneByOne;

    /// <summary>True while the rows may be a recurrence that needs no frame for each cell.</summary>
    public bool Recurs;

    /// <summary>True while cells of <see cref="Want"/> may still be marked.</summary>
    public bool IsWaiting;

    /// <summary>Run: the grid and column of the stretch, the region it belongs to, and its rows.</summary>
    public int Grid;
    public int Column;
    public Region Region;
    public int First;
    public int Last;

    /// <summary>Run: the rows that are claimed, a part of the stretch; none when the last comes before the first.</summary>
    public int ClaimFirst;
    public int ClaimLast;

    /// <summary>The cells that have to be valid before this frame goes on, and the cell from which on they were not yet looked at.</summary>
    public GridRange Want;
    public CellAddress From;

    /// <summary>The regions whose cells are taken one by one above this frame, for they form a loop; null when there are none.</summary>
    public RegionSet? Single;

    /// <summary>Recurrence: its columns, whose rows are those of the stretch.</summary>
    public RecurrenceMember[]? Members;

    /// <summary>Cycle: its cells.</summary>
    public Cycle? Cycle;

    /// <summary>Run: how many rows are claimed.</summary>
    public readonly int Claimed => ClaimLast - ClaimFirst + 1;
}
