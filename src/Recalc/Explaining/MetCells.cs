using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Explaining;

/// <summary>The cells that a search has met, a bit each. For one question, within the gate.</summary>
internal sealed class MetCells
{
    private readonly Dictionary<int, StatePlane> _planes = [];

    /// <summary>Says that cells are met.</summary>
    public void Add(GridRange cells) => PlaneOf(cells.Grid).SetMarked(cells.Range);

    /// <summary>Says that cells are met, and adds the rectangles of those that were not before.</summary>
    public void Add(GridRange cells, ICollection<GridRange> unmet)
    {
        var plane = PlaneOf(cells.Grid);
        var (first, last) = (cells.Range.First, cells.Range.Last);
        CellRange? pending = null;
        for (var column = first.Column; column <= last.Column; column++)
        {
            for (int row = first.Row, end; row <= last.Row; row = end + 1)
            {
                var isMet = plane.IsMarked(column, row);
                end = plane.RunEnd(CellState.Marked, column, row, last.Row);
                if (isMet) continue;
                plane.SetMarked(column, row, end);
                var stretch = new CellRange(column, row, column, end);
                if (pending is { } before && before.Last.Column + 1 == column && before.First.Row == row && before.Last.Row == end) pending = before.Union(stretch);
                else
                {
                    if (pending is { } other) unmet.Add(cells with { Range = other });
                    pending = stretch;
                }
            }
        }
        if (pending is { } rest) unmet.Add(cells with { Range = rest });
    }

    /// <summary>All cells that are met, column by column; names one by one.</summary>
    public List<GridRange> ToList()
    {
        var found = new List<GridRange>();
        foreach (var (grid, plane) in _planes) AddMarked(grid, plane, found);
        return found;
    }

    private StatePlane PlaneOf(int grid) => _planes.TryGetValue(grid, out var plane) ? plane : _planes[grid] = new StatePlane();

    private static void AddMarked(int grid, StatePlane plane, List<GridRange> cells)
    {
        var from = CellRange.Sheet.First;
        while (plane.TryFindMarked(CellRange.Sheet, from, out var first))
        {
            var end = grid == Grid.Names ? first.Row : plane.MarkedRunEnd(first.Column, first.Row, SheetLimits.Rows - 1);
            var last = new CellAddress(first.Column, end);
            cells.Add(new GridRange(grid, new CellRange(first, last)));
            if (!GridCell.TryNext(CellRange.Sheet, last, out from)) break;
        }
    }
}
