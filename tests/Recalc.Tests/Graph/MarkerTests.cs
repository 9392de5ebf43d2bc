using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Tests.Graph;

public class MarkerTests
{
    /// <summary>An edit of values, an edit that may have no effect, new formulas, or cells that become clean.</summary>
    private static readonly Gen<(string What, GridRange Cells)[]> Steps =
        Gen.Select(Gen.OneOf("direct", "direct", "indirect", "formulas", "done"), FormulaModel.Cells).Array[1, 10];

    private static readonly Gen<GridRange> Cell = FormulaModel.Cells.Select(c => new GridRange(c.Grid, new CellRange(c.Range.First)));

    [Fact]
    public void Marks_are_what_following_cell_by_cell_gives() => AreThoseOfCellByCell(FormulaModel.Formulas);

    [Fact]
    public void Marks_of_loops_are_what_following_cell_by_cell_gives() => AreThoseOfCellByCell(FormulaModel.Loops);

    private static void AreThoseOfCellByCell(Gen<GridReference[][]> anyFormulas) =>
        Gen.Select(
            anyFormulas, Gen.Select(FormulaModel.Cells, Gen.Int[0, 4]).Array[1, 12],
            Cell.Array[0, 4], Gen.Select(Cell, Cell).Array[0, 3], Steps)
        .Sample((formulas, fills, cyclic, edges, steps) =>
        {
            var model = new FormulaModel(formulas);
            foreach (var (cells, formula) in fills) model.Set(cells, formula, graph: null);
            foreach (var cell in cyclic)
                if (model.At.ContainsKey((cell.Grid, cell.Range.First))) model[cell.Grid].Cyclic.Add(cell.Range.First);
            var discovered = new Edges(edges.Where(e => model.At.ContainsKey((e.Item2.Grid, e.Item2.Range.First))));
            var marker = new Marker(new DependencyGraph(model), g => model[g].States, g => model[g].Cyclic, discovered);
            var naive = new NaiveMarks(model, discovered);
            foreach (var (what, cells) in steps)
            {
                Apply(what, cells, model, marker);
                naive.Apply(what, cells);
                foreach (var (grid, cell) in model.At.Keys)
                {
                    Assert.Equal(naive.Marked.Contains((grid, cell)), model[grid].States.IsMarked(cell.Column, cell.Row));
                    Assert.Equal(naive.Must.Contains((grid, cell)), model[grid].States.IsMust(cell.Column, cell.Row));
                }
                Assert.Equal(naive.Marked.Count, model.Grids.Sum(g => g.States.Marked));
                Assert.True(marker.HasUnconfirmed || naive.Marked.IsSubsetOf(naive.Must));
            }
        }, iter: 1_000);

    [Fact]
    public void A_running_total_is_marked_to_its_end_and_the_first_alone_has_to_run()
    {
        var (model, marker) = ColumnOf(AreaReference.Cell(Coordinate.Relative(0), Coordinate.Relative(-1)));
        marker.Mark(new GridRange(0, CellRange.Parse("B50000")), direct: true);
        var states = model[0].States;
        Assert.Equal(1_000_000 - 50_000, states.Marked);
        Assert.Equal((50_000, 999_999), (50_000, states.MarkedRunEnd(1, 50_000, 1_048_575)));
        Assert.Equal(50_000, states.RunEnd(CellState.Must, 1, 50_000, 1_048_575));
        Assert.True(marker.HasUnconfirmed);
        marker.Mark(new GridRange(0, CellRange.Parse("B1")), direct: true);
        Assert.Equal(1_000_000 - 1, states.Marked);
    }

    [Fact]
    public void A_loop_of_columns_is_marked_to_its_end_in_few_steps()
    {
        // B is what C was a row above, and C is B and A of the same row.
        var model = new FormulaModel([[Beside(1, -1)], [Beside(-1, 0), Beside(-2, 0)]]);
        var graph = new DependencyGraph(model);
        graph.Build();
        graph.Add(0, CellRange.Parse("B1:B1000000"), new FormulaId(0));
        graph.Add(0, CellRange.Parse("C1:C1000000"), new FormulaId(1));
        var counted = new CountedDependents();
        new Marker(graph, g => model[g].States, g => model[g].Cyclic, counted).Mark(new GridRange(0, CellRange.Parse("A1001")), direct: true);
        var states = model[0].States;
        Assert.Equal((2 * 999_000) - 1, states.Marked);
        Assert.Equal((1_000, 999_999), (states.MarkedRunStart(2, 999_999, 0), states.MarkedRunEnd(2, 1_000, 1_048_575)));
        Assert.InRange(counted.Questions, 1, 20);
    }

    private static GridReference Beside(int columns, int rows) => new(0, AreaReference.Cell(Coordinate.Relative(columns), Coordinate.Relative(rows)));

    /// <summary>No dependents; counts how often it was asked for them, once for each stretch that is followed.</summary>
    private sealed class CountedDependents : IDependents
    {
        public int Questions { get; private set; }

        public void AddDependents(GridRange changed, List<GridRange> into) => Questions++;
    }

    [Fact]
    public void Marking_a_million_rows_again_and_again_allocates_nothing()
    {
        var (model, marker) = ColumnOf(AreaReference.Cell(Coordinate.Absolute(0), Coordinate.Absolute(0)));
        var (changed, states) = (new GridRange(0, CellRange.Parse("A1")), model[0].States);
        Assert.Equal(0, Allocated.By(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                states.Clear(CellRange.Sheet);
                marker.Mark(changed, direct: i % 2 == 0);
                marker.Mark(changed, direct: false);
            }
        }));
        Assert.Equal(1_000_000, states.Marked);
        Assert.False(states.IsMust(1, 7));
    }

    [Fact]
    public void Following_into_other_planes_leaves_the_marks_alone()
    {
        var model = new FormulaModel([[new GridReference(0, AreaReference.Cell(Coordinate.Relative(-1), Coordinate.Relative(0)))]]);
        model.Set(new GridRange(0, CellRange.Parse("B1:B9")), 0, graph: null);
        var flood = new StatePlane();
        new Marker(new DependencyGraph(model), _ => flood).Mark(new GridRange(0, CellRange.Parse("A3:A5")), direct: false);
        Assert.Equal((3, 0), (flood.Marked, model[0].States.Marked));
        Assert.True(flood.IsMarked(1, 2) && flood.IsMarked(1, 4));
    }

    // B1:B1000000, a million rows with one formula.
    private static (FormulaModel Model, Marker Marker) ColumnOf(AreaReference reference)
    {
        var model = new FormulaModel([[new GridReference(0, reference)]]);
        var graph = new DependencyGraph(model);
        graph.Build();
        graph.Add(0, CellRange.Parse("B1:B1000000"), new FormulaId(0));
        return (model, new Marker(graph, g => model[g].States, g => model[g].Cyclic));
    }

    private static void Apply(string what, GridRange cells, FormulaModel model, Marker marker)
    {
        switch (what)
        {
            case "direct" or "indirect":
                marker.Mark(cells, what == "direct");
                break;
            case "done":
                model[cells.Grid].States.Clear(cells.Range);
                break;
            default:
                foreach (var cell in RegionOracle.Cells(cells.Range))
                    if (model.At.ContainsKey((cells.Grid, cell))) marker.MarkFormulas(new GridRange(cells.Grid, new CellRange(cell)));
                break;
        }
    }

    /// <summary>References that no formula says.</summary>
    private sealed class Edges(IEnumerable<(GridRange From, GridRange To)> edges) : IDependents
    {
        private readonly (GridRange From, GridRange To)[] _edges = [.. edges];

        public void AddDependents(GridRange changed, List<GridRange> into) =>
            into.AddRange(_edges.Where(e => e.From.Grid == changed.Grid && e.From.Range.Intersects(changed.Range)).Select(e => e.To));
    }

    /// <summary>The marking of the design, cell by cell.</summary>
    private sealed class NaiveMarks(FormulaModel model, Edges discovered)
    {
        public HashSet<(int Grid, CellAddress Cell)> Marked { get; } = [];

        public HashSet<(int Grid, CellAddress Cell)> Must { get; } = [];

        public void Apply(string what, GridRange cells)
        {
            var own = RegionOracle.Cells(cells.Range).Select(c => (cells.Grid, Cell: c)).ToArray();
            switch (what)
            {
                case "direct" or "indirect":
                    Mark(cells, what == "direct");
                    break;
                case "done":
                    Marked.ExceptWith(own);
                    Must.ExceptWith(own);
                    break;
                default:
                    foreach (var cell in own.Where(model.At.ContainsKey))
                    {
                        Marked.Add(cell);
                        Must.Add(cell);
                        Mark(new GridRange(cell.Grid, new CellRange(cell.Cell)), direct: false);
                    }
                    break;
            }
        }

        private void Mark(GridRange changed, bool direct)
        {
            var work = new Queue<(GridRange, bool)>([(changed, direct)]);
            while (work.TryDequeue(out var step))
            {
                var others = new List<GridRange>();
                discovered.AddDependents(step.Item1, others);
                foreach (var cell in model.Dependents(step.Item1).Concat(others.Select(o => (o.Grid, Cell: o.Range.First))))
                {
                    if (Marked.Add(cell)) work.Enqueue((new GridRange(cell.Grid, new CellRange(cell.Cell)), false));
                    if (step.Item2 || model[cell.Grid].Cyclic.Contains(cell.Cell)) Must.Add(cell);
                }
            }
        }
    }
}
