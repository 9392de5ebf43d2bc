using Recalc.Addressing;
using Recalc.Scripts;

namespace Recalc.Graph;

/// <summary>
/// A rectangle of cells with the same formula in relative form. Immutable: a region that changes is replaced under its number.
/// </summary>
internal readonly record struct Region(int FirstColumn, int FirstRow, int LastColumn, int LastRow, FormulaId Formula, RegionKind Kind)
{
    public Region(CellRange range, FormulaId formula, RegionKind kind)
        : this(range.First.Column, range.First.Row, range.Last.Column, range.Last.Row, formula, kind) { }

    public CellRange Range => new(FirstColumn, FirstRow, LastColumn, LastRow);

    public int Columns => LastColumn - FirstColumn + 1;
    public int Rows => LastRow - FirstRow + 1;

    public bool IsSingle => FirstColumn == LastColumn && FirstRow == LastRow;

    /// <summary>True when each cell has the formula for itself; false for the cells of an array, and for what may spill.</summary>
    public bool IsCellByCell => Kind == RegionKind.Fill || (Kind == RegionKind.Array && IsSingle);

    public bool IsAnchor(CellAddress cell) => cell.Column == FirstColumn && cell.Row == FirstRow;
}
