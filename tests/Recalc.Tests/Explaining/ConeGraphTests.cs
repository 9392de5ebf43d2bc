using System.Diagnostics;
using QuikGraph.Algorithms;
using Recalc.Addressing;
using Recalc.Explaining;
using Recalc.Recalculation;

namespace Recalc.Tests.Explaining;

public class ConeGraphTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public ConeGraphTests() => _sheet = _book.AddSheet("S");

    [Fact]
    public void Upwards_are_what_a_cell_rests_on()
    {
        for (var row = 0; row < 10; row++) _sheet[new CellAddress(0, row)] = row;
        _sheet.SetFormula(CellRange.Parse("B1:B10"), "=A1*2");
        _sheet.SetFormula(CellRange.Parse("C1:C10"), "=SUM(A1:B1)+$E$1");
        _sheet.SetFormula(Cell("D1"), "=C3+C5");
        Assert.Equal("S!A1:A10, S!B3, S!B5, S!C3, S!C5, S!D1", Vertices("S!D1"));
        Assert.Equal("S!A1:A10 -> S!B3, S!A1:A10 -> S!C3, S!B3 -> S!C3", GraphText.EdgesOf(Cone("S!C3")));
        Assert.Equal("S!A1:A10, S!B3, S!B4, S!C3, S!C4", Vertices("S!C3:C4"));
        Assert.Equal("S!A1:A10", Vertices("S!A4"));
        Assert.Equal("", Vertices("S!E1"));                                     // blank
    }

    [Fact]
    public void Downwards_are_what_rests_on_a_cell()
    {
        for (var row = 0; row < 10; row++) _sheet[new CellAddress(0, row)] = row;
        _sheet.SetFormula(CellRange.Parse("B1:B10"), "=A1*2");
        _sheet.SetFormula(Cell("D1"), "=SUM(B4:B6)+E1");
        Assert.Equal("S!A4 -> S!B4, S!B4 -> S!D1", GraphText.EdgesOf(Cone("S!A4", isUpwards: false)));
        Assert.Equal("S!A3:A4 -> S!B3, S!A3:A4 -> S!B4, S!B4 -> S!D1", GraphText.EdgesOf(Cone("S!A3:A4", isUpwards: false)));
        Assert.Equal("S!A10 -> S!B10", GraphText.EdgesOf(Cone("S!A10:B10", isUpwards: false)));
        Assert.Equal("S!E1 -> S!D1", GraphText.EdgesOf(Cone("S!E1", isUpwards: false)));
        Assert.Equal("S!A7:A9", Vertices("S!A7:A9", isUpwards: false).Split(", ")[0]);
        Assert.Equal("S!G7", Vertices("S!G7", isUpwards: false));
    }

    [Fact]
    public void Names_nodes_and_arrays_are_met_as_a_whole()
    {
        _book["rate"] = 2;
        _book.SetFormula("net", "=rate*S!A1");
        _ = _book.Compute("total", ctx => ctx.Get<double>("net"));
        _sheet.SetFormula(Cell("B1"), "=A1:A3*total");
        _sheet.SetFormula(Cell("D1"), "=B2");
        _ = _sheet[Cell("D1")];
        Assert.Equal("S!B1:B3 -> S!D1, rate -> net, net -> total, total -> S!B1:B3", GraphText.EdgesOf(Cone("S!D1")));
        Assert.Equal("S!B1:B3 -> S!D1, net -> total, total -> S!B1:B3", GraphText.EdgesOf(Cone("net", isUpwards: false)));
        _sheet[Cell("A1")] = 5;
        _ = _sheet[Cell("D1")];
        Assert.Equal("S!A1 -> S!B1:B3, S!A1 -> net, S!B1:B3 -> S!D1, rate -> net, net -> total, total -> S!B1:B3", GraphText.EdgesOf(Cone("S!D1")));
    }

    [Fact]
    public void Random_models_agree_with_cell_by_cell()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var model = new MixedModel(seed);
            List<Place> regions = [.. model.Book.Explain.Regions.Vertices];
            foreach (var root in model.Precedents.Keys)
            {
                var reached = Closure(root, p => model.Precedents.GetValueOrDefault(p, []));
                var inputs = reached.Where(c => !model.Precedents.ContainsKey(c)).Select(c => MixedModel.VertexOf(regions, c)).OfType<Place>();
                Same(model, [.. reached.Where(model.Precedents.ContainsKey), .. inputs], model.Book.Explain.Cone(root), seed, root);
                Same(model, Closure(root, model.DependentsOf), model.Book.Explain.Cone(root, isUpwards: false), seed, root);
            }
            foreach (var root in model.Inputs) Same(model, Closure(root, model.DependentsOf), model.Book.Explain.Cone(root, isUpwards: false), seed, root);
        }
    }

    [Fact]
    public void Rings_of_cells_are_strongly_connected_components()
    {
        _sheet.SetFormula(CellRange.Parse("A1:A3"), "=B1");
        _sheet.SetFormula(CellRange.Parse("B1:B3"), "=A1+C1");
        _sheet.SetFormula(Cell("C2"), "=A3");
        var components = new Dictionary<Place, int>();
        Assert.Equal(3, Cone("S!B2").StronglyConnectedComponents(components));
        Assert.Equal("S!A2, S!B2 | S!A3, S!B3 | S!C2", string.Join(" | ", components.GroupBy(c => c.Value, c => c.Key.ToString())
            .Select(g => string.Join(", ", g.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_nearest_are_taken_when_there_are_more_than_asked_for()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse("A2:A1000"), "=A1+1");
        var cone = _book.Explain.Cone(At("S!A1000"), limit: 4);
        Assert.False(cone.IsComplete);
        Assert.Equal("S!A997 -> S!A998, S!A998 -> S!A999, S!A999 -> S!A1000", GraphText.EdgesOf(cone));
        Assert.True(_book.Explain.Cone(At("S!A4"), limit: 4).IsComplete);
        Assert.False(_book.Explain.Cone(At("S!A4"), limit: 3).IsComplete);
        Assert.False(_book.Explain.Cone(At("S!A1"), isUpwards: false, limit: 999).IsComplete);
        Assert.True(_book.Explain.Cone(At("S!A1"), isUpwards: false, limit: 1000).IsComplete);
        Assert.Throws<ArgumentOutOfRangeException>(() => _book.Explain.Cone(At("S!A4"), limit: 0));
        Assert.Throws<ArgumentException>(() => _book.Explain.Cone(default));
        Assert.Throws<ArgumentException>(() => _book.Explain.Cone(new Place(new Workbook().AddSheet("S"), Cell("A1"))));
        _sheet.SetFormula(Cell("C1"), "=SUM(A:A)");
        Assert.Equal(7, _book.Explain.Cone(At("S!C1"), limit: 7).VertexCount);
        Assert.Equal(7, _book.Explain.Cone(At("S!A:A"), isUpwards: false, limit: 7).VertexCount);
    }

    [Fact]
    public void Deep_chains_take_no_stack_and_little_time()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse("A2:A100000"), "=A1+1");
        _book.Engine.Log = new EvaluationLog();
        var watch = Stopwatch.StartNew();
        foreach (var cone in new[] { Cone("S!A100000"), Cone("S!A1", isUpwards: false) })
        {
            Assert.True(cone.IsComplete);
            Assert.Equal((100_000, 99_999), (cone.VertexCount, cone.EdgeCount));
            var components = new Dictionary<Place, int>();
            Assert.Equal(100_000, cone.StronglyConnectedComponents(components));
            Assert.Equal("S!A1, S!A2", string.Join(", ", cone.TopologicalSort().Take(2)));
        }
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
        Assert.Empty(_book.Engine.Log.Ran);
    }

    [Fact]
    public void Sums_that_grow_are_not_gone_through_again()
    {
        _sheet.SetFormula(CellRange.Parse("B1:B30000"), "=A1");
        _sheet.SetFormula(CellRange.Parse("C1:C30000"), "=SUM(B$1:B1)");
        _sheet.SetFormula(Cell("D1"), "=SUM(C1:C30000)");
        var watch = Stopwatch.StartNew();
        Assert.Equal(60_001, Cone("S!D1").VertexCount);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);                       // 450,000,000 references to cells
    }

    [Fact]
    public void Vertices_stay_and_edges_follow_the_workbook()
    {
        _sheet.SetFormula(Cell("B2"), "=A1");
        _sheet.SetFormula(Cell("C3"), "=B2");
        var cone = Cone("S!C3");
        _sheet.SetFormula(Cell("C3"), "=B2+D4");
        _sheet.SetFormula(Cell("D4"), "=B2");
        Assert.Equal("S!B2 -> S!C3", GraphText.EdgesOf(cone));
        _sheet.SetFormula(Cell("C3"), "=D4");
        Assert.Equal("", GraphText.EdgesOf(cone));
        Assert.Equal("S!B2, S!C3", GraphText.VerticesOf(cone));
        Assert.False(cone.ContainsVertex(At("S!D4")));
        Assert.False(cone.ContainsVertex(At("S!B2:C3")));
    }

    private static HashSet<Place> Closure(Place root, Func<Place, IEnumerable<Place>> next)
    {
        var (found, work) = (new HashSet<Place> { root }, new Stack<Place>([root]));
        while (work.TryPop(out var at))
            foreach (var other in next(at))
                if (found.Add(other)) work.Push(other);
        return found;
    }

    private static void Same(MixedModel model, HashSet<Place> vertices, ConeGraph cone, int seed, Place root)
    {
        Assert.True(cone.IsComplete);
        Assert.True(vertices.SetEquals(cone.Vertices), $"Seed {seed}, {root}: {string.Join(", ", vertices)} are not {string.Join(", ", cone.Vertices)}");
        GraphText.CheckEnds(cone);
        var edges = model.EdgesBetween([.. vertices]);
        Assert.True(edges.SetEquals(cone.Edges), $"Seed {seed}, {root}: {string.Join(", ", edges)} are not {string.Join(", ", cone.Edges)}");
    }

    private ConeGraph Cone(string root, bool isUpwards = true) => _book.Explain.Cone(At(root), isUpwards);

    private string Vertices(string root, bool isUpwards = true) => GraphText.VerticesOf(Cone(root, isUpwards));

    private static CellAddress Cell(string cell) => CellAddress.Parse(cell);

    private Place At(string text) => _book.Explain.At(text);
}
