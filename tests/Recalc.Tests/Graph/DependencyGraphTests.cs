using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Tests.Graph;

public class DependencyGraphTests
{
    private static readonly Gen<(GridRange Cells, int Formula)[]> Edits = Gen.Select(FormulaModel.Cells, Gen.Int[-1, 4]).Array[0, 25];

    [Fact]
    public void Dependents_are_what_the_formulas_refer_to_after_any_edits() =>
        Gen.Select(FormulaModel.Formulas, Edits, Edits, FormulaModel.Cells.Array[5]).Sample((formulas, before, after, probes) =>
        {
            var model = new FormulaModel(formulas);
            var graph = new DependencyGraph(model);
            foreach (var (cells, formula) in before) model.Set(cells, formula, graph);
            AssertAgrees(model, graph, probes);
            foreach (var (cells, formula) in after)
            {
                model.Set(cells, formula, graph);
                AssertAgrees(model, graph, probes);
            }
            graph.Invalidate();
            AssertAgrees(model, graph, probes);
        }, iter: 500);

    [Fact]
    public void Cells_that_touch_and_have_the_same_reference_are_one_entry_whatever_their_formulas()
    {
        var model = new FormulaModel([.. Enumerable.Range(0, 500).Select(_ => new[] { Fixed(0, "A1") })]);
        var cells = RegionOracle.Cells(CellRange.Parse("C1:G100")).ToArray();
        new Random(1).Shuffle(cells);
        for (var i = 0; i < cells.Length; i++) model.Set(new GridRange(0, new CellRange(cells[i])), i, graph: null);
        Assert.Equal(500, model[0].Regions.Count);
        var graph = new DependencyGraph(model);
        Assert.Equal(1, graph.Count);
        Assert.Equal([new GridRange(0, CellRange.Parse("C1:G100"))], Dependents(graph, 0, "A1"));
        Assert.Empty(Dependents(graph, 0, "A2"));
        Assert.Empty(Dependents(graph, 1, "A1"));
    }

    [Fact]
    public void Cells_that_are_added_one_by_one_become_one_entry()
    {
        var model = new FormulaModel([.. Enumerable.Range(0, 1_000).Select(_ => new[] { Fixed(0, "A1") })]);
        var graph = new DependencyGraph(model);
        Assert.Equal(0, graph.Count);
        for (var i = 0; i < 1_000; i++) model.Set(new GridRange(1, new CellRange(3, i, 3, i)), i, graph);
        Assert.Equal(1, graph.Count);
        Assert.Equal([new GridRange(1, CellRange.Parse("D1:D1000"))], Dependents(graph, 0, "A1"));
    }

    [Fact]
    public void An_array_formula_counts_its_anchor_alone()
    {
        var model = new FormulaModel([[Fixed(0, "A1")]]);
        model[0].Regions.SetFixed(CellRange.Parse("C3:F9"), new FormulaId(0), RegionKind.Array);
        model[1].Regions.SetFixed(CellRange.Parse("C4:XFD1048576"), new FormulaId(0), RegionKind.Spill);
        Assert.Equal(
            [new GridRange(0, CellRange.Parse("C3")), new GridRange(1, CellRange.Parse("C4"))],
            Dependents(new DependencyGraph(model), 0, "A1").OrderBy(d => d.Grid));
    }

    [Fact]
    public void What_lies_off_the_sheet_is_no_reference()
    {
        var up = new GridReference(0, AreaReference.Cell(Coordinate.Relative(0), Coordinate.Relative(-1)));
        var model = new FormulaModel([[up]]);
        var graph = new DependencyGraph(model);
        graph.Build();
        graph.Add(0, CellRange.Parse("B1"), new FormulaId(0));
        Assert.Equal(0, graph.Count);
        graph.Add(0, CellRange.Parse("B2:B3"), new FormulaId(0));
        graph.Remove(0, CellRange.Parse("B1:B2"), new FormulaId(0));
        Assert.Equal([new GridRange(0, CellRange.Parse("B3"))], Dependents(graph, 0, "A1:XFD1048576"));
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var model = new FormulaModel([[Fixed(0, "A1")], [new(0, AreaReference.Cell(Coordinate.Relative(-1), Coordinate.Relative(0)))]]);
        for (var i = 0; i < 2_000; i++) model.Set(new GridRange(0, new CellRange(1 + i % 40, 2 * i, 1 + i % 40, 2 * i)), i, graph: null);
        var (graph, into) = (new DependencyGraph(model), new List<GridRange>(10_000));
        graph.AddDependents(new GridRange(0, CellRange.Sheet), into);
        var all = into.Count;
        Assert.Equal(0, Allocated.By(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                into.Clear();
                graph.AddDependents(new GridRange(0, CellRange.Sheet), into);
                graph.AddDependents(new GridRange(0, new CellRange(i % 40, 2 * i, i % 40, 2 * i)), into);
            }
        }));
        Assert.Equal(2_000, all);
    }

    private static GridReference Fixed(int grid, string cell)
    {
        var address = CellAddress.Parse(cell);
        return new GridReference(grid, AreaReference.Cell(Coordinate.Absolute(address.Column), Coordinate.Absolute(address.Row)));
    }

    private static List<GridRange> Dependents(DependencyGraph graph, int grid, string changed)
    {
        var dependents = new List<GridRange>();
        graph.AddDependents(new GridRange(grid, CellRange.Parse(changed)), dependents);
        return dependents;
    }

    private static void AssertAgrees(FormulaModel model, DependencyGraph graph, GridRange[] probes)
    {
        foreach (var probe in probes.Append(new GridRange(0, CellRange.Sheet)).Append(new GridRange(1, CellRange.Parse("A4091"))))
        {
            var found = new List<GridRange>();
            graph.AddDependents(probe, found);
            var cells = found.SelectMany(f => RegionOracle.Cells(f.Range).Select(c => (f.Grid, Cell: c))).Distinct();
            Assert.Equal(model.Dependents(probe).OrderBy(d => d.Grid).ThenBy(d => d.Cell), cells.OrderBy(d => d.Grid).ThenBy(d => d.Cell));
        }
    }
}
