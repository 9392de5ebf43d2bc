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

    /// <summary>True when columns are computed together, as their cells do not look at one another.</summary>
    public bool IsWide;

    /// <summary>True when the frames above take one column at a time: several together formed a loop.</summary>
    public bool IsNarrow;

    /// <summary>True for an anchor that the frame below waits for only because it may spill where that reads.</summary>
    public bool IsSettling;

    /// <summary>True while cells of <see cref="Want"/> may still be marked.</summary>
    public bool IsWaiting;

    /// <summary>Run: the grid of the stretch, the region it belongs to, its columns, of which those before the first are done, and its rows.</summary>
    public int Grid;
    public int Column;
    public int LastColumn;
    public Region Region;
    public int First;
    public int Last;

    /// <summary>Run: the rows that are claimed in the columns from the first to one, a part of the stretch; none when the last comes before the first.</summary>
    public int ClaimFirst;
    public int ClaimLast;
    public int ClaimLastColumn;

    /// <summary>The cells that have to be valid before this frame goes on, and the cell from which on they were not yet looked at.</summary>
    public GridRange Want;
    public CellAddress From;

    /// <summary>The regions whose cells are taken one by one above this frame, for they form a loop; null when there are none.</summary>
    public RegionSet? Single;

    /// <summary>Recurrence: its columns, whose rows are those of the stretch.</summary>
    public RecurrenceMember[]? Members;

    /// <summary>Node: the visits from this one on are the frame's, up to those of the next frame of a node.</summary>
    public int Floor;

    /// <summary>Cycle: its cells.</summary>
    public Cycle? Cycle;

    /// <summary>Run: the cells that are claimed, when there are any.</summary>
    public readonly CellRange Claim => new(Column, ClaimFirst, ClaimLastColumn, ClaimLast);

    /// <summary>Run: how many cells are claimed.</summary>
    public readonly int Claimed => (ClaimLast - ClaimFirst + 1) * (ClaimLastColumn - Column + 1);
}
