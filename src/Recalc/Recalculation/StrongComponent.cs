using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// Finds cells that are certain to join a cycle: those that its cells read whatever their values, and that lead back to it so. A ring that
/// is closed through a SUM would otherwise take its cells in one by one and begin anew with each. Works by stretches. For one thread.
/// </summary>
internal sealed class StrongComponent(Model model, DependencyGraph graph, TraitReader traits)
{
    private readonly Dictionary<int, StatePlane> _forward = [];
    private readonly Dictionary<int, StatePlane> _backward = [];

    /// <summary>Claimed cells that were met on the way.</summary>
    private readonly Dictionary<int, StatePlane> _claimed = [];
    private readonly Stack<GridRange> _work = new();
    private readonly List<GridReference> _references = [];
    private readonly List<GridRange> _dependents = [];

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other, DependencyGraph otherGraph) => (model, graph) = (other, otherGraph);

    /// <summary>Adds the cells that are certain to join.</summary>
    public void AddTo(HashSet<GridCell> members)
    {
        _forward.Clear();
        _backward.Clear();
        _claimed.Clear();
        foreach (var member in members) Visit(member, Expand);
        while (_work.TryPop(out var stretch)) Expand(stretch);
        foreach (var member in members) Visit(member, Return);
        while (_work.TryPop(out var stretch)) Return(stretch);
        foreach (var (id, plane) in _backward) AddMarked(id, plane, members);
    }

    /// <summary>True for a claimed cell that the members read whatever their values, directly or through others.</summary>
    public bool Reads(int grid, CellAddress cell) => _claimed.TryGetValue(grid, out var plane) && plane.IsMarked(cell.Column, cell.Row);

    private static void Visit(GridCell member, Action<GridRange> visit) => visit(new GridRange(member.Grid, new CellRange(member.Cell)));

    // What the rows of one region read for certain: marked cells of formulas that read all they refer to, and that nobody claimed.
    private void Expand(GridRange stretch)
    {
        var (first, last) = (stretch.Range.First, stretch.Range.Last);
        if (!model[stretch.Grid].Regions.TryFind(first, out var region) || !IsStrict(stretch.Grid, region)) return;
        _references.Clear();
        model.AddReferences(stretch.Grid, region.Formula, _references);
        foreach (var reference in _references)
        {
            if (!reference.Area.TryAt(first, out var range) || !reference.Area.TryAt(last, out var end)) continue;
            Enter(reference.Grid, range.Union(end));
        }
    }

    private void Enter(int id, CellRange range)
    {
        var grid = model[id];
        var seen = PlaneOf(_forward, id);
        var from = range.First;
        while (grid.States.TryFindMarked(range, from, out var cell))
        {
            var (column, row, last) = (cell.Column, cell.Row, cell.Row);
            var isClaimed = grid.States.IsClaimed(column, row);
            var isNew = !seen.IsMarked(column, row) && !isClaimed;
            if (grid.Regions.TryFind(cell, out var region)) last = Math.Min(region.LastRow, range.Last.Row);
            last = grid.States.RunEnd(CellState.Marked, column, row, last);
            last = grid.States.RunEnd(CellState.Claimed, column, row, last);
            last = seen.RunEnd(CellState.Marked, column, row, last);
            if (isClaimed) PlaneOf(_claimed, id).SetMarked(column, row, last);
            else if (isNew && IsStrict(id, region))
            {
                seen.SetMarked(column, row, last);
                _work.Push(new GridRange(id, new CellRange(column, row, column, last)));
            }
            if (!GridCell.TryNext(range, new CellAddress(column, last), out from)) return;
        }
    }

    // Those of the cells found that lead to a stretch.
    private void Return(GridRange stretch)
    {
        _dependents.Clear();
        graph.AddDependents(stretch, _dependents);
        foreach (var dependent in _dependents)
        {
            if (!_forward.TryGetValue(dependent.Grid, out var found)) continue;
            var seen = PlaneOf(_backward, dependent.Grid);
            var from = dependent.Range.First;
            while (found.TryFindMarked(dependent.Range, from, out var cell))
            {
                var last = found.RunEnd(CellState.Marked, cell.Column, cell.Row, dependent.Range.Last.Row);
                var isNew = !seen.IsMarked(cell.Column, cell.Row);
                last = seen.RunEnd(CellState.Marked, cell.Column, cell.Row, last);
                if (isNew)
                {
                    seen.SetMarked(cell.Column, cell.Row, last);
                    _work.Push(new GridRange(dependent.Grid, new CellRange(cell.Column, cell.Row, cell.Column, last)));
                }
                if (!GridCell.TryNext(dependent.Range, new CellAddress(cell.Column, last), out from)) break;
            }
        }
    }

    private bool IsStrict(int grid, in Region region) => (traits.Of(region.Formula, grid) & ScriptTraits.Selective) == 0;

    private static StatePlane PlaneOf(Dictionary<int, StatePlane> planes, int grid) =>
        planes.TryGetValue(grid, out var plane) ? plane : planes[grid] = new StatePlane();

    private static void AddMarked(int id, StatePlane plane, HashSet<GridCell> members)
    {
        var from = CellRange.Sheet.First;
        while (plane.TryFindMarked(CellRange.Sheet, from, out var cell))
        {
            members.Add(new GridCell(id, cell));
            if (!GridCell.TryNext(CellRange.Sheet, cell, out from)) return;
        }
    }
}
