using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>
/// Marks what depends on cells that change, directly or through others. What is marked already is not propagated again, so work is in
/// proportion to what becomes marked, by stretches. For one thread; allocates nothing once its lists have grown.
/// </summary>
/// <param name="graph">Who depends on whom by the references of formulas.</param>
/// <param name="states">Where the marks of a grid are kept: the grid's own planes, or others to change nothing.</param>
/// <param name="cyclic">The cells of a grid whose value came from a cycle; null when nothing runs because of that.</param>
/// <param name="discovered">Who depends on whom besides; null when nobody does.</param>
internal sealed class Marker(
    DependencyGraph graph, Func<int, StatePlane> states, Func<int, HashSet<CellAddress>>? cyclic = null, IDependents? discovered = null)
{
    /// <summary>Stretches that are newly marked, whose dependents are still to be marked; empty between calls.</summary>
    private readonly Stack<GridRange> _work = new();

    /// <summary>The dependents of the stretch at hand, with the rows that a mark runs to.</summary>
    private readonly List<(GridRange Cells, int RunsTo)> _dependents = [];
    private readonly List<GridRange> _others = [];

    /// <summary>
    /// True when some cell may be marked without having to run. Set by marking; for the owner to reset once everything is clean.
    /// </summary>
    public bool HasUnconfirmed { get; set; }

    /// <summary>Marks what depends on cells. Direct dependents have to run when the cells did change, not when they may have.</summary>
    public void Mark(GridRange changed, bool direct)
    {
        Follow(changed, direct);
        while (_work.TryPop(out var marked)) Follow(marked, direct: false);
    }

    /// <summary>Marks cells with a new formula, which have to run, and what depends on them.</summary>
    public void MarkFormulas(GridRange cells)
    {
        var plane = states(cells.Grid);
        plane.SetMarked(cells.Range);
        plane.SetMust(cells.Range);
        Mark(cells, direct: false);
    }

    private void Follow(GridRange changed, bool direct)
    {
        _dependents.Clear();
        graph.AddDependents(changed, _dependents);
        if (discovered is not null)
        {
            _others.Clear();
            discovered.AddDependents(changed, _others);
            foreach (var other in _others) _dependents.Add((other, other.Range.Last.Row));
        }
        foreach (var (cells, runsTo) in _dependents)
        {
            var plane = states(cells.Grid);
            MarkRectangle(plane, cells, runsTo);
            if (direct) plane.SetMust(cells.Range);
            else if (cyclic is not null) MustWhereCyclic(plane, cells.Range, cyclic(cells.Grid));
        }
    }

    // Columns that were unmarked as a whole are pushed together, as far as they are neighbours; others stretch by stretch.
    private void MarkRectangle(StatePlane plane, GridRange cells, int runsTo)
    {
        var (firstRow, lastRow) = (cells.Range.First.Row, cells.Range.Last.Row);
        var firstWhole = -1;
        for (var column = cells.Range.First.Column; column <= cells.Range.Last.Column; column++)
        {
            var isWhole = !plane.IsMarked(column, firstRow) && plane.RunEnd(CellState.Marked, column, firstRow, lastRow) == lastRow;
            if (isWhole && runsTo == lastRow)
            {
                plane.SetMarked(column, firstRow, lastRow);
                if (firstWhole < 0) firstWhole = column;
                continue;
            }
            if (firstWhole >= 0) Push(cells.Grid, firstWhole, firstRow, column - 1, lastRow);
            firstWhole = -1;
            MarkColumn(plane, cells.Grid, column, (firstRow, lastRow), runsTo);
        }
        if (firstWhole >= 0) Push(cells.Grid, firstWhole, firstRow, cells.Range.Last.Column, lastRow);
    }

    private void MarkColumn(StatePlane plane, int grid, int column, (int First, int Last) rows, int runsTo)
    {
        for (var row = rows.First; row <= rows.Last;)
        {
            var end = plane.RunEnd(CellState.Marked, column, row, Math.Max(rows.Last, runsTo));
            if (!plane.IsMarked(column, row))
            {
                // A stretch that begins with the rows above a run goes on back over it, and one that reaches the last row, beyond it.
                var start = row == rows.First && runsTo < row ? plane.RunStart(CellState.Marked, column, row, runsTo) : row;
                plane.SetMarked(column, start, end);
                var isLonger = start < rows.First || end > rows.Last;
                if (isLonger && cyclic is not null) MustWhereCyclic(plane, new CellRange(column, start, column, end), cyclic(grid));
                Push(grid, column, start, column, end);
            }
            row = end + 1;
        }
    }

    private void Push(int grid, int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        HasUnconfirmed = true;
        _work.Push(new GridRange(grid, new CellRange(firstColumn, firstRow, lastColumn, lastRow)));
    }

    // The marked cells of a rectangle that are members of cycles have to run; whichever are fewer, cells or members, are gone through.
    private static void MustWhereCyclic(StatePlane plane, CellRange range, HashSet<CellAddress> members)
    {
        if (members.Count == 0) return;
        if (range.Count < members.Count)
        {
            for (var column = range.First.Column; column <= range.Last.Column; column++)
                for (var row = range.First.Row; row <= range.Last.Row; row++)
                    if (members.Contains(new CellAddress(column, row))) plane.SetMust(column, row, row);
            return;
        }
        foreach (var member in members)
            if (range.Contains(member)) plane.SetMust(member.Column, member.Row, member.Row);
    }
}
