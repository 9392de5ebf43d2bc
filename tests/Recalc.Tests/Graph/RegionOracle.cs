using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Tests.Graph;

/// <summary>A sheet's formulas without regions: what each cell has, and fixed rectangles as a list. For small sheets and few rectangles.</summary>
internal sealed class RegionOracle
{
    private readonly Dictionary<CellAddress, FormulaId> _fills = [];
    private readonly List<(CellRange Range, FormulaId Formula, RegionKind Kind)> _fixed = [];

    public IReadOnlyDictionary<CellAddress, FormulaId> Fills => _fills;

    public IReadOnlyList<(CellRange Range, FormulaId Formula, RegionKind Kind)> Fixed => _fixed;

    public void Set(CellAddress cell, FormulaId formula)
    {
        if (_fills.TryGetValue(cell, out var old) && old == formula) return;
        Clear(new CellRange(cell));
        _fills[cell] = formula;
    }

    public void SetFixed(CellRange range, FormulaId formula, RegionKind kind)
    {
        Clear(range);
        _fixed.Add((range, formula, kind));
    }

    public void Clear(CellRange range)
    {
        foreach (var cell in _fills.Keys.Where(range.Contains).ToList()) _fills.Remove(cell);
        for (var i = _fixed.Count - 1; i >= 0; i--)
        {
            if (!_fixed[i].Range.Intersects(range)) continue;
            if (range.Contains(_fixed[i].Range.First)) _fixed.RemoveAt(i);
            else _fixed[i] = _fixed[i] with { Range = new CellRange(_fixed[i].Range.First) };
        }
    }

    /// <summary>The formula and kind of a cell, and the rectangle if it is a fixed one.</summary>
    public (FormulaId Formula, RegionKind Kind, CellRange? Range)? Find(CellAddress cell)
    {
        foreach (var (range, formula, kind) in _fixed)
            if (range.Contains(cell)) return (formula, kind, range);
        return _fills.TryGetValue(cell, out var fill) ? (fill, RegionKind.Fill, null) : null;
    }

    /// <summary>Connected sets of filled cells with the same formula, by flooding; a fixed rectangle is one of its own.</summary>
    public int CountConnected()
    {
        var (left, count) = (_fills.Keys.ToHashSet(), _fixed.Count);
        while (left.Count > 0)
        {
            count++;
            var pending = new Queue<CellAddress>([left.First()]);
            left.Remove(pending.Peek());
            while (pending.TryDequeue(out var cell))
                foreach (var next in Neighbours(cell))
                    if (left.Contains(next) && _fills[next] == _fills[cell] && left.Remove(next)) pending.Enqueue(next);
        }
        return count;
    }

    /// <summary>Asserts that the map says the same, and that its regions are disjoint rectangles that tile just these cells.</summary>
    public void AssertAgrees(RegionMap map)
    {
        var regions = map.Regions.ToList();
        Assert.Equal(map.Count, regions.Count);
        foreach (var (cell, formula) in _fills)
        {
            Assert.True(map.TryFind(cell, out var region), $"{cell} has a formula and no region");
            Assert.Equal((formula, RegionKind.Fill), (region.Formula, region.Kind));
            Assert.True(region.Range.Contains(cell));
        }
        AssertTiles(regions);
        Assert.Equal(CountConnected(), map.CountConnected());
        Assert.InRange(map.CountConnected(), 0, map.Count);
    }

    /// <summary>Asserts that each cell lies in one region, which has its formula.</summary>
    public void AssertTiles(IReadOnlyCollection<Region> regions)
    {
        Assert.All(regions.Where(r => r.Kind == RegionKind.Fill), r => Assert.All(Cells(r.Range), cell => Assert.Equal(r.Formula, _fills[cell])));
        var tiled = regions.Where(r => r.Kind == RegionKind.Fill).SelectMany(r => Cells(r.Range)).ToList();
        Assert.Equal(_fills.Count, tiled.Count);
        Assert.Equal(_fills.Count, tiled.Distinct().Count());
        Assert.Equal(
            _fixed.Select(f => new Region(f.Range, f.Formula, f.Kind)).OrderBy(r => r.Range.First),
            regions.Where(r => r.Kind != RegionKind.Fill).OrderBy(r => r.Range.First));
    }

    public static IEnumerable<CellAddress> Cells(CellRange range)
    {
        for (var column = range.First.Column; column <= range.Last.Column; column++)
            for (var row = range.First.Row; row <= range.Last.Row; row++) yield return new CellAddress(column, row);
    }

    private static IEnumerable<CellAddress> Neighbours(CellAddress cell)
    {
        if (cell.Column > 0) yield return new CellAddress(cell.Column - 1, cell.Row);
        if (cell.Row > 0) yield return new CellAddress(cell.Column, cell.Row - 1);
        if (cell.Column < SheetLimits.Columns - 1) yield return new CellAddress(cell.Column + 1, cell.Row);
        if (cell.Row < SheetLimits.Rows - 1) yield return new CellAddress(cell.Column, cell.Row + 1);
    }
}
