using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Tests.Graph;

/// <summary>
/// Two small grids of formulas, as the graph sees them and as a list of cells: the oracle for dependents. Cells lie in the corner where
/// four pages meet.
/// </summary>
internal sealed class FormulaModel : IReferenceSource
{
    public const int FirstRow = 4090;
    private const int Columns = 8, Rows = 14;

    /// <summary>Rectangles of cells with formulas.</summary>
    public static readonly Gen<GridRange> Cells = Gen.Select(
        Gen.Int[0, 1], Gen.Int[0, Columns - 1], Gen.Int[0, Rows - 1], Gen.Int[0, 3], Gen.Int[0, Rows],
        (grid, c, r, w, h) => new GridRange(
            grid, new CellRange(c, FirstRow + r, Math.Min(c + w, Columns - 1), FirstRow + Math.Min(r + h, Rows - 1))));

    /// <summary>References within and out of the cells, of every kind; those of running totals often.</summary>
    private static readonly Gen<GridReference> Reference = Gen.Select(Gen.Int[0, 1], Gen.Frequency(
        (4, Gen.Select(
            Axis(Columns, 0), Axis(Rows, FirstRow), (c, r) => new AreaReference(c.Item1, r.Item1, c.Item2, r.Item2, ReferenceShape.Area))),
        (2, Gen.Select(Gen.Int[-1, 1], Gen.Int[-1, 1], (c, r) => AreaReference.Cell(Coordinate.Relative(c), Coordinate.Relative(r)))),
        (1, Gen.Const(AreaReference.Cell(Coordinate.Relative(0), Coordinate.Relative(-1)))),
        (1, Gen.Const(AreaReference.Cell(Coordinate.Absolute(0), Coordinate.Absolute(FirstRow)))),
        (1, Gen.Const(AreaReference.Columns(Coordinate.Relative(-1), Coordinate.Relative(-1))))),
        (grid, area) => new GridReference(grid, area));

    /// <summary>What some formulas refer to; formula i is the i-th.</summary>
    public static readonly Gen<GridReference[][]> Formulas = Reference.Array[0, 3].Array[3, 5];

    /// <summary>Formulas that refer to single cells near by: filled down next to one another they are loops.</summary>
    public static readonly Gen<GridReference[][]> Loops = Gen.Select(Gen.Int[-1, 1], Gen.Int[-1, 1], Gen.Int[0, 9], (column, row, grid) =>
        new GridReference(grid == 0 ? 1 : 0, AreaReference.Cell(Coordinate.Relative(column), Coordinate.Relative(row)))).Array[1, 2].Array[3, 5];

    private readonly GridReference[][] _formulas;
    private readonly Grid[] _grids = [new(0), new(1)];

    public FormulaModel(GridReference[][] formulas) => _formulas = formulas;

    public Dictionary<(int Grid, CellAddress Cell), int> At { get; } = [];

    public IEnumerable<Grid> Grids => _grids;

    public Grid this[int grid] => _grids[grid];

    public void AddReferences(int grid, FormulaId formula, List<GridReference> references) => references.AddRange(_formulas[formula.Index]);

    /// <summary>Sets a formula in a rectangle, or takes those there away when it is -1, and tells a graph if there is one.</summary>
    public void Set(GridRange cells, int formula, DependencyGraph? graph)
    {
        var map = _grids[cells.Grid].Regions;
        foreach (var region in map.Regions.ToList())
            if (region.Range.TryIntersect(cells.Range, out var cut)) graph?.Remove(cells.Grid, cut, region.Formula);
        foreach (var cell in RegionOracle.Cells(cells.Range))
        {
            map.Clear(cell);
            At.Remove((cells.Grid, cell));
            if (formula < 0) continue;
            map.Set(cell, new FormulaId(formula % _formulas.Length));
            At[(cells.Grid, cell)] = formula % _formulas.Length;
        }
        if (formula >= 0) graph?.Add(cells.Grid, cells.Range, new FormulaId(formula % _formulas.Length));
    }

    /// <summary>The cells with a formula that refers to some cell of a rectangle, by looking at all of them.</summary>
    public HashSet<(int Grid, CellAddress Cell)> Dependents(GridRange changed) =>
        [.. At.Keys.Where(k => _formulas[At[k]].Any(r => r.Grid == changed.Grid && Refers(r.Area, k.Cell, changed.Range)))];

    private static bool Refers(AreaReference area, CellAddress cell, CellRange changed)
    {
        var (c1, c2) = (area.Column1.At(cell.Column), area.Column2.At(cell.Column));
        var (r1, r2) = (area.Row1.At(cell.Row), area.Row2.At(cell.Row));
        return Math.Min(c1, c2) <= changed.Last.Column && Math.Max(c1, c2) >= changed.First.Column
            && Math.Min(r1, r2) <= changed.Last.Row && Math.Max(r1, r2) >= changed.First.Row;
    }

    private static Gen<(Coordinate, Coordinate)> Axis(int count, int first)
    {
        var end = Gen.OneOf(Gen.Int[first, first + count - 1].Select(Coordinate.Absolute), Gen.Int[-3, 3].Select(Coordinate.Relative));
        return Gen.Select(end, end);
    }
}
