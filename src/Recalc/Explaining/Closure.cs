using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Recalculation;

namespace Recalc.Explaining;

/// <summary>
/// What cells rest on, or who rests on them, directly and through others. Works by stretches of formulas that were not met before, and takes a column of which each row
/// rests on its neighbour at once, so that it takes time in proportion to the stretches. For one question, within the gate.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="limit">How many stretches are looked at, at most.</param>
internal sealed class Closure(Engine engine, int limit)
{
    private readonly ReferenceReader _reader = new(engine);
    private readonly MetCells _met = new();
    private readonly List<GridRange> _unmet = [];
    private readonly Stack<GridRange> _work = new();
    private readonly List<GridRange> _found = [];
    private readonly List<Reach> _reaches = [];
    private readonly List<Region> _regions = [];
    private readonly HashSet<GridRange> _expanded = [];
    private readonly HashSet<GridRange> _known = [];
    private int _steps;

    /// <summary>False when the limit was met.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>All cells that rest on some cell of a rectangle.</summary>
    public List<GridRange> FindDependents(GridRange cells)
    {
        Follow(cells);
        while (IsComplete && _work.TryPop(out var next)) Follow(next);
        return Rectangles.Join(_met.ToList());
    }

    /// <summary>All cells that the cells of a rectangle rest on.</summary>
    public List<GridRange> FindPrecedents(GridRange cells)
    {
        Expand(cells);
        while (IsComplete && _work.TryPop(out var next)) Return(next);
        return Rectangles.Join(_found);
    }

    private void Follow(GridRange changed)
    {
        if (!CanStep()) return;
        _reaches.Clear();
        _found.Clear();
        engine.Graph.AddDependents(changed, _reaches);
        // A row that rests on the one before it leads to all behind it.
        foreach (var (users, runsTo, _, _) in _reaches)
        {
            var (first, last) = (users.Range.First, users.Range.Last);
            var run = new CellRange(first.Column, Math.Min(first.Row, runsTo), last.Column, Math.Max(last.Row, runsTo));
            _reader.AddUser(users with { Range = run }, _found);
        }
        var reached = _found.Count;
        engine.Discoveries.AddDependents(changed, _found);
        for (var i = _found.Count - 1; i >= reached; i--)
        {
            var user = _found[i];
            _found.RemoveAt(i);
            _reader.AddUser(user, _found);
        }
        if (changed.Grid == Grid.Names) _reader.AddReaders(NodeStore.NodeOf(changed.Range.First), _found);
        foreach (var user in _found) Enter(user);
    }

    private void Expand(GridRange cells)
    {
        if (!_expanded.Add(cells)) return;
        _regions.Clear();
        _reader.Model[cells.Grid].Regions.AddCrossing(cells.Range, _regions);
        foreach (var region in _regions)
        {
            if (!CanStep()) return;
            if (region.Kind != RegionKind.Fill) Enter(new GridRange(cells.Grid, new CellRange(region.Range.First)));
            else if (region.Range.TryIntersect(cells.Range, out var common)) Enter(new GridRange(cells.Grid, common));
        }
        if (cells.Grid == Grid.Names) Enter(cells);
    }

    // What a stretch of a region rests on.
    private void Return(GridRange stretch)
    {
        if (!CanStep()) return;
        var (from, first) = (_found.Count, stretch.Range.First);
        var range = stretch.Range;
        if (_reader.Model[stretch.Grid].Regions.TryFind(first, out var region))
        {
            if (region.Kind == RegionKind.Fill) Lengthen(stretch.Grid, region, ref range);
            _reader.AddPrecedents(stretch.Grid, region, range, _found);
        }
        else _reader.AddRead(NodeStore.NodeOf(first), _found);
        // Those that were found before are not looked at again.
        var kept = from;
        for (var i = from; i < _found.Count; i++)
        {
            if (!_known.Add(_found[i])) continue;
            _found[kept] = _found[i];
            Expand(_found[kept++]);
        }
        _found.RemoveRange(kept, _found.Count - kept);
    }

    // A row that rests on the one before it rests on all before that.
    private void Lengthen(int grid, in Region region, ref CellRange range)
    {
        var (first, last) = (range.First, range.Last);
        var (top, bottom) = (first.Row, last.Row);
        foreach (var reference in _reader.ReferencesOf(grid, region))
        {
            if (reference.Grid != grid || !new AxisReference(reference.Area.Column1, reference.Area.Column2).HoldsOwn(first.Column, last.Column)) continue;
            var direction = new AxisReference(reference.Area.Row1, reference.Area.Row2).Direction;
            if (direction > 0) top = region.FirstRow;
            if (direction < 0) bottom = region.LastRow;
        }
        if (top == first.Row && bottom == last.Row) return;
        range = new CellRange(first.Column, top, last.Column, bottom);
        _met.Add(new GridRange(grid, range));
    }

    // The stretches of a rectangle that were not met before are looked at later.
    private void Enter(GridRange cells)
    {
        _unmet.Clear();
        _met.Add(cells, _unmet);
        foreach (var stretch in _unmet) _work.Push(stretch);
    }

    private bool CanStep()
    {
        if (_steps++ >= limit) IsComplete = false;
        return IsComplete;
    }
}
