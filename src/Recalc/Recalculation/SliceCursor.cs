using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>How far a recalculation has come that is done in slices: sheet by sheet, cell by cell, and then the nodes. <c>default</c> is its beginning.</summary>
internal struct SliceCursor
{
    /// <summary>The position of the grid among those of the model.</summary>
    public int Grid { get; private set; }

    /// <summary>The first cell of it that is still to be looked at.</summary>
    public CellAddress From { get; private set; }

    /// <summary>The first node that is.</summary>
    public int Node { get; set; }

    public void NextGrid() => (Grid, From) = (Grid + 1, default);

    /// <summary>Goes on after a cell. False when it is the last of its sheet.</summary>
    public bool MovePast(CellAddress cell)
    {
        if (!GridCell.TryNext(CellRange.Sheet, cell, out var next)) return false;
        From = next;
        return true;
    }
}
