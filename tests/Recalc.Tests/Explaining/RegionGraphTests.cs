using System.Text;
using QuikGraph;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.Search;
using Recalc.Addressing;
using Recalc.Explaining;
using Recalc.Syntax;

namespace Recalc.Tests.Explaining;

public class RegionGraphTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public RegionGraphTests() => _sheet = _book.AddSheet("S");

    private RegionGraph Graph => _book.Explain.Regions;

    private string Vertices => GraphText.VerticesOf(Graph);

    private string Edges => GraphText.EdgesOf(Graph);

    [Fact]
    public void Of_an_empty_workbook_nothing_is_told()
    {
        Assert.True(Graph is { IsVerticesEmpty: true, IsEdgesEmpty: true, VertexCount: 0, EdgeCount: 0, IsDirected: true, AllowParallelEdges: false });
        _sheet[Cell("A1")] = 1;                                                 // which nobody reads
        _book["rate"] = 2;
        Assert.Equal("", Vertices);
    }

    [Fact]
    public void A_column_filled_down_is_one_vertex()
    {
        for (var row = 0; row < 10; row++) _sheet[new CellAddress(0, row)] = row;
        _sheet.SetFormula(CellRange.Parse("B1:B10"), "=A1*2");
        _sheet.SetFormula(CellRange.Parse("C1:C10"), "=A1+B1");
        _sheet.SetFormula(Cell("D1"), "=SUM(C1:C10)");
        Assert.Equal("S!A1:A10, S!B1:B10, S!C1:C10, S!D1", Vertices);
        Assert.Equal("S!A1:A10 -> S!B1:B10, S!A1:A10 -> S!C1:C10, S!B1:B10 -> S!C1:C10, S!C1:C10 -> S!D1", Edges);
    }

    [Fact]
    public void Rows_that_read_one_another_are_an_edge_to_itself()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse("A2:A100"), "=A1+1");
        Assert.Equal("S!A1, S!A2:A100", Vertices);
        Assert.Equal("S!A1 -> S!A2:A100, S!A2:A100 -> S!A2:A100", Edges);
        Assert.Equal((2, 1, 3), (Graph.InDegree(At("S!A2:A100")), Graph.OutDegree(At("S!A2:A100")), Graph.Degree(At("S!A2:A100"))));
    }

    [Fact]
    public void Inputs_are_cut_by_formulas_and_joined_to_rectangles()
    {
        // A and B have values in rows 2 to 5 with a gap, C others, D is blank, and a formula divides column E.
        foreach (var cell in "A2 A5 B2 B3 B5 C2 C6 E1 E2 E4".Split(' ')) _sheet[Cell(cell)] = 1;
        _sheet.SetFormula(Cell("E3"), "=SUM(A:D)+F1+E4");
        _sheet.SetFormula(Cell("G1"), "=A3+E1");                                // A3 is blank, amid inputs
        Assert.Equal("S!A2:B5, S!C2:C6, S!E1:E2, S!E3, S!E4, S!G1", Vertices);
        Assert.Equal("S!A2:B5 -> S!E3, S!A2:B5 -> S!G1, S!C2:C6 -> S!E3, S!E1:E2 -> S!G1, S!E4 -> S!E3", Edges);
    }

    [Fact]
    public void Whole_columns_rows_and_sheets_are_read_as_far_as_there_is_something()
    {
        var other = _book.AddSheet("My sheet");
        _sheet[Cell("A1")] = 1;
        _sheet[Cell("A1048576")] = 1;
        other[Cell("C3")] = 1;
        other.SetFormula(CellRange.Parse("D1:D1048576"), "=C1");
        _sheet.SetFormula(Cell("C1"), "=SUM(A:A)+SUM('My sheet'!3:3)");
        _sheet.SetFormula(Cell("D1"), "=COUNT('My sheet'!A:XFD)");
        Assert.Equal("S!A:A, S!C1, S!D1, 'My sheet'!C3, 'My sheet'!D:D", Vertices);
        Assert.Equal("S!A:A -> S!C1, 'My sheet'!C3 -> S!C1, 'My sheet'!C3 -> S!D1, 'My sheet'!C3 -> 'My sheet'!D:D, 'My sheet'!D:D -> S!C1, 'My sheet'!D:D -> S!D1", Edges);
    }

    [Fact]
    public void Arrays_and_spills_are_one_vertex()
    {
        for (var row = 0; row < 3; row++) _sheet[new CellAddress(0, row)] = row;
        _sheet.BeginLoad().SetFormula(CellRange.Parse("B1:C3"), _book.ReadFormula(Encoding.UTF8.GetBytes("A1:A3*2"), Cell("B1"), FormulaFlavor.Array));
        _sheet.SetFormula(Cell("E1"), "=C1:C3+1");
        _sheet.SetFormula(Cell("G1"), "=SUM(E1#)");
        _sheet.SetFormula(Cell("H1"), "=E3");
        Assert.Equal("S!A1:A3, S!B1:C3, S!E1, S!G1, S!H1", Vertices);          // E1 never ran
        _ = (_sheet[Cell("G1")], _sheet[Cell("H1")]);
        Assert.Equal("S!A1:A3, S!B1:C3, S!E1:E3, S!G1, S!H1", Vertices);
        Assert.Equal("S!A1:A3 -> S!B1:C3, S!B1:C3 -> S!E1:E3, S!E1:E3 -> S!G1, S!E1:E3 -> S!H1", Edges);
        Assert.False(Graph.ContainsVertex(At("S!E1")));
        Assert.False(Graph.ContainsVertex(At("S!B1")));
    }

    [Fact]
    public void Names_and_nodes_are_vertices()
    {
        _book["rate"] = 0.05;
        _book["unread"] = 1;
        _book.SetFormula("net", "=rate*S!A1");
        _book.DefineName(new DefinedName("data", "S!$A$1:$A$2"));
        _sheet[Cell("A1")] = 1;
        var node = _book.Compute(ctx => ctx.Get<double>("net") + ctx.Get<double>(_sheet, Cell("B1")));
        _ = _book.Compute("total", ctx => ctx.Get(node) + Sum(ctx, CellRange.Parse("A1:A2")));
        _sheet.SetFormula(CellRange.Parse("C1:C2"), "=total+rate+SUM(data)");
        Assert.Equal("S!A1, S!C1:C2, rate, net, node 3, total", Vertices);
        _ = _sheet[Cell("C1")];
        Assert.Equal("S!A1, S!C1:C2, rate, net, node 3, total", Vertices);      // without what stands for A1:A2
        Assert.Equal("S!A1 -> S!C1:C2, S!A1 -> net, S!A1 -> total, rate -> S!C1:C2, rate -> net, net -> node 3, node 3 -> total, total -> S!C1:C2", Edges);
        Assert.True(Graph.ContainsVertex(node));
        Assert.False(Graph.ContainsVertex(_book.Explain.At("unread")));
    }

    [Fact]
    public void Discovered_references_are_edges_once_they_ran()
    {
        _sheet[Cell("A1")] = "B2";
        _sheet[Cell("B2")] = 7;
        _sheet.SetFormula(Cell("C1"), "=INDIRECT(A1)+1");
        Assert.Equal("S!A1 -> S!C1", Edges);
        Assert.Equal(8, _sheet[Cell("C1")]);
        Assert.Equal("S!A1 -> S!C1, S!B2 -> S!C1", Edges);
    }

    [Fact]
    public void References_off_the_sheet_are_none()
    {
        _sheet[Cell("A1048576")] = 1;
        _sheet.SetFormula(CellRange.Parse("B1048574:B1048576"), "=SUM(A1048575:A1048576)");
        Assert.Equal("S!A1048576 -> S!B1048574:B1048576", Edges);
        Assert.Equal("S!A1048576 -> S!B1048574", GraphText.EdgesOf(_book.Explain.Cone(At("S!B1048574"))));
        Assert.Equal("", GraphText.EdgesOf(_book.Explain.Cone(At("S!B1048576"))));
    }

    [Fact]
    public void Random_models_agree_with_cell_by_cell()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var model = new MixedModel(seed);
            var graph = model.Book.Explain.Regions;
            GraphText.CheckEnds(graph);
            List<Place> vertices = [.. graph.Vertices];
            foreach (var cell in model.Precedents.Keys) Assert.NotNull(MixedModel.VertexOf(vertices, cell));
            foreach (var cell in model.Inputs.Where(i => model.DependentsOf(i).Any())) Assert.NotNull(MixedModel.VertexOf(vertices, cell));
            var expected = model.EdgesBetween(vertices);
            Assert.True(expected.SetEquals(graph.Edges), $"Seed {seed}: {string.Join("; ", expected.Except(graph.Edges))} | {string.Join("; ", graph.Edges.Except(expected))}");
            foreach (var source in vertices)
                foreach (var target in vertices) Assert.Equal(expected.Contains(new SEquatableEdge<Place>(source, target)), graph.ContainsEdge(source, target));
        }
    }

    [Fact]
    public void Edges_are_told_in_every_way_of_QuikGraph()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(Cell("B1"), "=A1+A1");
        _sheet.SetFormula(Cell("C1"), "=A1+B1");
        var (a, b, c) = (At("S!A1"), At("S!B1"), At("S!C1"));
        Assert.True(Graph.TryGetEdge(a, b, out var edge));
        Assert.Equal(new SEquatableEdge<Place>(a, b), edge);
        Assert.True(Graph.ContainsEdge(edge));
        Assert.False(Graph.ContainsEdge(b, a));
        Assert.False(Graph.TryGetEdge(b, a, out edge));
        Assert.Equal(default, edge);
        Assert.True(Graph.TryGetEdges(a, b, out var edges));
        Assert.Equal([new SEquatableEdge<Place>(a, b)], edges);
        Assert.True(Graph.TryGetEdges(b, a, out edges));
        Assert.Empty(edges);
        Assert.False(Graph.TryGetEdges(a, At("S!D1"), out edges));
        Assert.Null(edges);
        Assert.Equal((2, 0, 2), (Graph.OutDegree(a), Graph.InDegree(a), Graph.Degree(a)));
        Assert.Equal(new SEquatableEdge<Place>(a, c), Graph.OutEdge(a, 1));
        Assert.Equal(new SEquatableEdge<Place>(b, c), Graph.InEdge(c, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Graph.InEdge(c, 2));
        Assert.True(Graph.IsInEdgesEmpty(a));
        Assert.True(Graph.IsOutEdgesEmpty(c));
        Assert.False(Graph.IsOutEdgesEmpty(a));
        Assert.False(Graph.IsEdgesEmpty || Graph.IsVerticesEmpty);
    }

    [Fact]
    public void What_is_no_vertex_is_refused()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse("B1:B3"), "=A1");
        using var fork = _book.Fork();
        var node = fork.Input(1.0);
        _book.AddSheet("T");
        Place[] foreign = [default, At("S!B1"), At("S!B1:B4"), At("S!C1"), new Place(fork.Sheets[0], Cell("A1")), node, new Place(new Workbook().AddSheet("S"), Cell("A1"))];
        foreach (var place in foreign)
        {
            Assert.False(Graph.ContainsVertex(place));
            Assert.False(Graph.ContainsEdge(place, At("S!B1:B3")));
            Assert.False(Graph.ContainsEdge(At("S!A1"), place));
            Assert.False(Graph.TryGetEdge(place, place, out _));
            Assert.False(Graph.TryGetEdges(place, At("S!A1"), out _));
            Assert.False(Graph.TryGetInEdges(place, out var edges));
            Assert.Null(edges);
            Assert.False(Graph.TryGetOutEdges(place, out edges));
            Assert.Null(edges);
            Assert.Throws<VertexNotFoundException>(() => Graph.InEdges(place));
            Assert.Throws<VertexNotFoundException>(() => Graph.OutEdges(place));
            Assert.Throws<VertexNotFoundException>(() => Graph.Degree(place));
            Assert.Throws<VertexNotFoundException>(() => Graph.IsInEdgesEmpty(place));
        }
        Assert.Equal("S!B1 is no vertex of the graph.", Assert.Throws<VertexNotFoundException>(() => Graph.OutDegree(At("S!B1"))).Message);
    }

    [Fact]
    public void Algorithms_of_QuikGraph_run_on_it()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var graph = new MixedModel(seed, isAcyclic: true).Book.Explain.Regions;
            var copy = new BidirectionalGraph<Place, SEquatableEdge<Place>>();
            copy.AddVertexRange(graph.Vertices);
            copy.AddEdgeRange(graph.Edges);
            var (components, expected) = (new Dictionary<Place, int>(), new Dictionary<Place, int>());
            Assert.Equal(copy.StronglyConnectedComponents(expected), graph.StronglyConnectedComponents(components));
            Assert.Equal(Groups(expected), Groups(components));
            if (graph.IsDirectedAcyclicGraph())
            {
                var order = graph.TopologicalSort().Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
                Assert.Equal(graph.VertexCount, order.Count);
                Assert.All(graph.Edges, e => Assert.True(order[e.Source] < order[e.Target]));
            }
            foreach (var root in graph.Vertices)
            {
                var (found, known) = (graph.ShortestPathsDijkstra(_ => 1, root), copy.ShortestPathsDijkstra(_ => 1, root));
                foreach (var vertex in graph.Vertices)
                {
                    Assert.Equal(known(vertex, out var path), found(vertex, out var other));
                    Assert.Equal(path?.Count(), other?.Count());
                }
            }
        }
    }

    [Fact]
    public void A_search_goes_from_inputs_to_what_rests_on_them()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(Cell("B2"), "=A1");
        _sheet.SetFormula(Cell("C3"), "=B2");
        _sheet.SetFormula(Cell("D1"), "=7");
        var (search, met) = (new BreadthFirstSearchAlgorithm<Place, SEquatableEdge<Place>>(Graph), new List<Place>());
        search.DiscoverVertex += met.Add;
        search.Compute(At("S!A1"));
        Assert.Equal("S!A1, S!B2, S!C3", string.Join(", ", met));
        Assert.True(Graph.IsDirectedAcyclicGraph());
    }

    [Fact]
    public void The_graph_is_that_of_the_workbook_as_it_is()
    {
        var graph = Graph;
        _sheet.SetFormula(CellRange.Parse("B1:B5"), "=A1");
        Assert.Equal("S!B1:B5", GraphText.VerticesOf(graph));
        _sheet[Cell("B3")] = 1;
        _sheet[Cell("A1")] = 1;
        Assert.Equal("S!A1, S!B1:B2, S!B4:B5", GraphText.VerticesOf(graph));
        Assert.Equal("S!A1 -> S!B1:B2", GraphText.EdgesOf(graph));
    }

    [Fact]
    public void A_wide_block_of_inputs_takes_no_longer_than_its_columns()
    {
        var load = _sheet.BeginLoad();
        for (var column = 0; column < SheetLimits.Columns; column++) load.SetNumber(new CellAddress(column, 1), 1);
        _sheet.SetFormula(Cell("A1"), "=SUM(2:2)");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("S!2:2 -> S!A1", Edges);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    private double Sum(ComputeContext ctx, CellRange range)
    {
        var numbers = new double[range.Count];
        ctx.Get(_sheet, range, numbers);
        return numbers.Sum();
    }

    private static string Groups(Dictionary<Place, int> components) =>
        string.Join(" | ", components.GroupBy(c => c.Value, c => c.Key.ToString()).Select(g => string.Join(", ", g.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static CellAddress Cell(string cell) => CellAddress.Parse(cell);

    private Place At(string text) => _book.Explain.At(text);
}
