using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>
/// Marks what depends on cells that change, directly or through others. What is marked already is not propagated again, so work is in
/// proportion to what becomes marked, by stretches. For one thread; allocates nothing once its lists have grown.
/// </summary>
/// <param name="graph">Who depends on whom by the references of formulas.</param>
/// <param name="states">Where the marks of a grid are kept: the grid's own planes, or others to change nothing.</param>
/// <param name="cyclic">The cells of a grid whose value came from a cycle; null when nothing runs because of that.</param>
/// <param name="regions">The formulas of a grid; null when there are neither arrays nor spills.</param>
/// <param name="potential">The cells that a spill of a grid may fill, its anchor first; null when spills stay as they are.</param>
/// <param name="discovered">Who depends on whom besides; null when nobody does.</param>
/// <param name="nodes">The nodes, which are marked too; null when they stay as they are.</param>
internal sealed partial class Marker(
    DependencyGraph graph, Func<int, StatePlane> states, Func<int, HashSet<CellAddress>>? cyclic = null, IDependents? discovered = null,
    Func<int, RegionMap>? regions = null, Func<int, Region, CellRange>? potential = null, NodeStore? nodes = null)
{
    /// <summary>Stretches that are newly marked, whose dependents are still to be marked; empty between calls unless they are held.</summary>
    private readonly Stack<(GridRange Cells, long Hop)> _work = new();

    /// <summary>The dependents of the stretch at hand.</summary>
    private readonly List<Reach> _dependents = [];
    private readonly List<GridRange> _others = [];

    /// <summary>
    /// True when some cell may be marked without having to run. Set by marking; for the owner to reset once everything is clean.
    /// </summary>
    public bool HasUnconfirmed { get; set; }

    /// <summary>Turns to the graph of another workbook of the same family.</summary>
    public void Attach(DependencyGraph otherGraph, IDependents otherDiscovered, NodeStore otherNodes) => (graph, discovered, nodes) = (otherGraph, otherDiscovered, otherNodes);

    /// <summary>True while work waits for <see cref="Release"/>.</summary>
    private bool _isHeld;

    /// <summary>From now on only direct dependents are marked, until <see cref="Release"/>. Nothing may be read meanwhile.</summary>
    public void Hold() => _isHeld = true;

    /// <summary>Marks what depends on all that was marked since <see cref="Hold"/>.</summary>
    public void Release()
    {
        _isHeld = false;
        Drain();
    }

    /// <summary>Marks what depends on cells. Direct dependents have to run when the cells did change, not when they may have.</summary>
    public void Mark(GridRange changed, bool direct)
    {
        Follow(changed, direct, NoHop);
        Drain();
    }

    /// <summary>Marks cells with a new formula, which have to run, and what depends on them.</summary>
    public void MarkFormulas(GridRange cells)
    {
        var plane = states(cells.Grid);
        plane.SetMarked(cells.Range);
        plane.SetMust(cells.Range);
        MarkArrays(cells);
        Mark(cells, direct: false);
    }

    private void Follow(GridRange changed, bool direct, long hop)
    {
        _dependents.Clear();
        graph.AddDependents(changed, _dependents);
        if (discovered is not null)
        {
            _others.Clear();
            discovered.AddDependents(changed, _others);
            foreach (var other in _others) _dependents.Add(new Reach(other));
        }
        foreach (var reach in _dependents)
        {
            var (grid, cells) = reach.Cells;
            if (grid == Grid.Names && nodes is not null && nodes.IsArea(cells.First, out var area))
            {
                MarkNode(area, direct);
                continue;
            }
            var plane = states(grid);
            MarkRectangle(plane, reach, hop);
            if (direct) plane.SetMust(cells);
            else if (cyclic is not null) MustWhereCyclic(plane, cells, cyclic(grid));
        }
    }

    // Stretches of the same rows in neighbouring columns are pushed together.
    private void MarkRectangle(StatePlane plane, in Reach reach, long hop)
    {
        var (cells, runsTo) = (reach.Cells.Range, reach.RunsTo);
        var (first, last) = (cells.First.Row, cells.Last.Row);
        if (first == last && runsTo == first)
        {
            MarkRow(plane, reach, hop);
            return;
        }
        CellRange? pending = null;
        for (var column = cells.First.Column; column <= cells.Last.Column; column++)
        {
            for (var row = first; row <= last;)
            {
                var isMarked = plane.IsMarked(column, row);
                if (isMarked && row == last) break;
                var end = plane.RunEnd(CellState.Marked, column, row, Math.Max(last, runsTo));
                if (!isMarked)
                {
                    // A stretch that begins with the rows above a run goes on back over it, and one that reaches the last row, beyond it.
                    var start = row == first && runsTo < row ? plane.RunStart(CellState.Marked, column, row, runsTo) : row;
                    var stretch = new CellRange(column, start, column, end);
                    plane.SetMarked(column, start, end);
                    var isLonger = start < first || end > last;
                    if (isLonger && cyclic is not null) MustWhereCyclic(plane, stretch, cyclic(reach.Cells.Grid));
                    if (pending is not { } before) pending = stretch;
                    else if (IsBeside(before, stretch)) pending = before.Union(stretch);
                    else
                    {
                        Push(reach, before, hop);
                        pending = stretch;
                    }
                }
                row = end + 1;
            }
        }
        if (pending is { } rest) Push(reach, rest, hop);
    }

    // As MarkRectangle, of a row that leads to no others.
    private void MarkRow(StatePlane plane, in Reach reach, long hop)
    {
        var (row, end) = (reach.Cells.Range.First.Row, reach.Cells.Range.Last.Column);
        for (var column = reach.Cells.Range.First.Column; column <= end; column++)
        {
            if (!plane.TryMark(column, row)) continue;
            var start = column;
            while (column < end && plane.TryMark(column + 1, row)) column++;
            Push(reach, new CellRange(start, row, column, row), hop);
        }
    }

    private static bool IsBeside(CellRange left, CellRange right) =>
        left.Last.Column + 1 == right.First.Column && left.First.Row == right.First.Row && left.Last.Row == right.Last.Row;

    // What was marked because of another is to be followed, at once as far as it is a loop.
    private void Push(in Reach reach, CellRange marked, long cause)
    {
        var cells = new GridRange(reach.Cells.Grid, marked);
        var hop = reach.MovesAlong && marked.First.Row == marked.Last.Row ? AddHop(cause, cells, reach) : NoHop;
        Push(cells, hop);
        if (hop != NoHop) FollowLoop(hop);
    }

    private void Push(GridRange marked, long hop)
    {
        HasUnconfirmed = true;
        _work.Push((marked, hop));
        MarkArrays(marked);
    }

    // The cells of an array or spill are marked with its anchor.
    private void MarkArrays(GridRange marked)
    {
        if (regions is null || !regions(marked.Grid).HasFixed) return;
        foreach (var region in regions(marked.Grid).FindFixed(marked.Range))
        {
            if (!marked.Range.Contains(region.Range.First)) continue;
            states(marked.Grid).SetMarked(region.Range);
            var (filled, anchor) = (region.Range, region.Range.First);
            if (region.Kind == RegionKind.Spill && potential is not null)
            {
                // Where it may come to lie counts as where it lies, until it has run.
                filled = filled.Union(potential(marked.Grid, region));
                states(marked.Grid).AddSpill(filled, anchor);
            }
            if (filled.Count > 1) _work.Push((new GridRange(marked.Grid, filled), NoHop));
        }
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
