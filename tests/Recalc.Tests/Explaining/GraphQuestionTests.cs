using Recalc.Addressing;
using Recalc.Explaining;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc.Tests.Explaining;

/// <summary>What all questions about graphs have in common.</summary>
public class GraphQuestionTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public GraphQuestionTests() => _sheet = _book.AddSheet("S");

    private RegionGraph Graph => _book.Explain.Regions;

    private string Edges => GraphText.EdgesOf(Graph);

    [Fact]
    public void Asking_evaluates_nothing()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse("B1:B5"), "=A1");
        _book.SetFormula("net", "=S!B5");
        var runs = 0;
        var node = _book.Compute(ctx => ctx.Get<double>("net") + ++runs);
        _book.Engine.Log = new EvaluationLog();
        Assert.Equal("S!A1 -> S!B1:B5, S!B1:B5 -> net", Edges);
        _ = (Graph.ToDot(), Graph.ToMermaid(), _book.Explain.Layers(), _book.Explain.Rings(out _), _book.Explain.Cone(At("net")).ToDot());
        Assert.Empty(_book.Engine.Log.Ran);
        Assert.Empty(_book.Engine.Log.Cleaned);
        Assert.Equal((0, 0), (_book.Engine.Log.Frames, runs));
        Assert.Equal(1, node.Value);
    }

    [Fact]
    public void A_fork_has_its_own()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(Cell("B1"), "=A1");
        using var fork = _book.Fork();
        fork.Sheets[0].SetFormula(Cell("C1"), "=B1*2");
        Assert.Equal("S!A1 -> S!B1, S!B1 -> S!C1", GraphText.EdgesOf(fork.Explain.Regions));
        Assert.Equal("S!A1 -> S!B1", Edges);
        Assert.All(fork.Explain.Regions.Vertices, v => Assert.Same(fork, v.Workbook));
        Assert.NotSame(Graph, fork.Explain.Regions);
        Assert.Equal("S!B1 -> S!C1", GraphText.EdgesOf(fork.Explain.Cone(At("S!B1"), isUpwards: false)));
    }

    [Fact]
    public void What_is_disposed_says_so()
    {
        var fork = _book.Fork();
        var (explain, graph) = (fork.Explain, fork.Explain.Regions);
        var place = new Place(fork.Sheets[0], Cell("A1"));
        var cone = explain.Cone(place);
        fork.Dispose();
        Action[] questions =
        [
            () => _ = graph.Vertices, () => _ = graph.Edges.Any(), () => graph.ContainsVertex(place), () => graph.InEdges(place), () => graph.OutEdges(place), () => graph.ToDot(),
            () => graph.ToMermaid(), () => explain.Layers(), () => explain.Rings(out _), () => explain.Cone(place), () => _ = cone.Vertices, () => cone.InEdges(place), () => cone.ToDot(),
        ];
        Assert.All(questions, q => Assert.Throws<ObjectDisposedException>(q));
    }

    [Fact]
    public void Code_that_a_read_calls_does_not_ask()
    {
        var (explain, place) = (_book.Explain, At("S!A1"));
        Action[] questions =
        [
            () => _ = Graph.Vertices, () => Graph.ContainsVertex(place), () => Graph.InEdges(place), () => Graph.ToDot(), () => Graph.ToMermaid(), () => explain.Layers(), () => explain.Rings(out _),
            () => explain.Cone(place),
        ];
        foreach (var question in questions)
        {
            var node = _book.Compute(_ =>
            {
                question();
                return 1.0;
            });
            var failure = Assert.Throws<CellErrorException>(() => node.Value);
            Assert.StartsWith("InvalidOperationException: A C# node reads the workbook through its context", failure.Message, StringComparison.Ordinal);
        }
    }

    private static CellAddress Cell(string cell) => CellAddress.Parse(cell);

    private Place At(string text) => _book.Explain.At(text);
}
