using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>A cell of a grid. Ordered by grid, then column, then row: the order in which cycles are iterated.</summary>
internal readonly record struct GridCell(int Grid, CellAddress Cell) : IComparable<GridCell>
{
    public int CompareTo(GridCell other) => Grid != other.Grid ? Grid.CompareTo(other.Grid) : Cell.CompareTo(other.Cell);

    /// <summary>The cell of a rectangle that comes after another in column, then row order; false after the last.</summary>
    public static bool TryNext(CellRange range, CellAddress cell, out CellAddress next)
    {
        next = cell.Row < range.Last.Row ? new CellAddress(cell.Column, cell.Row + 1)
            : cell.Column < range.Last.Column ? new CellAddress(cell.Column + 1, range.First.Row)
            : cell;
        return next != cell;
    }
}
