using System.Diagnostics;
using QuikGraph.Algorithms;
using Recalc.Addressing;
using Recalc.Explaining;

namespace Recalc.Tests.Explaining;

public class LayerTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public LayerTests() => _sheet = _book.AddSheet("S");

    private string Layers => string.Join(" | ", _book.Explain.Layers());

    [Fact]
    public void Each_layer_reads_those_before_it()
    {
        Assert.Equal("", Layers);
        _book["rate"] = 2;
        _book.SetFormula("net", "=rate*S!A1");
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse("B1:B9"), "=A1+rate");
        _sheet.SetFormula(Cell("C1"), "=net+B9");
        _sheet.SetFormula(Cell("E5"), "=7");
        _sheet.SetFormula(Cell("D1"), "=C1+E5+A1");
        Assert.Equal("S!A1, S!E5, rate | S!B1:B9, net | S!C1 | S!D1", Layers);
    }

    [Fact]
    public void Regions_that_read_one_another_are_in_one_layer()
    {
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse("A2:A100"), "=A1+B1");
        _sheet.SetFormula(CellRange.Parse("B2:B100"), "=A2*2");
        _sheet.SetFormula(Cell("C1"), "=SUM(B:B)");
        _sheet.SetFormula(Cell("D1"), "=E2+C1");
        _sheet.SetFormula(Cell("E2"), "=D1");
        Assert.Equal("S!A1 | S!A2:A100, S!B2:B100 | S!C1 | S!D1, S!E2", Layers);
    }

    [Fact]
    public void Random_models_agree_with_their_graphs()
    {
        var ringed = 0;
        for (var seed = 0; seed < 80; seed++)
        {
            var model = new MixedModel(seed, isAcyclic: seed % 2 == 0);
            var (graph, layers) = (model.Book.Explain.Regions, model.Book.Explain.Layers());
            var layerOf = layers.SelectMany((l, i) => l.Select(v => (v, i))).ToDictionary(p => p.v, p => p.i);
            Assert.True(graph.Vertices.ToHashSet().SetEquals(layerOf.Keys));
            Assert.All(layers, l => Assert.True(l.IsComplete && l.Count > 0));
            var components = new Dictionary<Place, int>();
            if (graph.StronglyConnectedComponents(components) < components.Count) ringed++;
            foreach (var edge in graph.Edges)
                if (components[edge.Source] == components[edge.Target]) Assert.Equal(layerOf[edge.Source], layerOf[edge.Target]);
                else Assert.True(layerOf[edge.Source] < layerOf[edge.Target], $"Seed {seed}: {edge}");
            // None is later than it must be.
            foreach (var component in components.GroupBy(c => c.Value, c => c.Key))
            {
                var layer = layerOf[component.First()];
                var read = component.SelectMany(graph.InEdges).Select(e => e.Source).Where(s => components[s] != component.Key);
                Assert.Equal(layer, read.Select(s => layerOf[s] + 1).DefaultIfEmpty(0).Max());
            }
        }
        Assert.InRange(ringed, 10, 79);
    }

    [Fact]
    public void Deep_chains_of_regions_take_no_stack_and_little_time()
    {
        const int Depth = 20_000;
        // A region each, for no two look as far back.
        for (var i = 1; i < Depth; i++) _sheet.SetFormula(new CellAddress(i % 2, i), $"={(i % 2 == 0 ? "B" : "A")}{i}*{i}");
        Assert.True(_book.Explain.Regions.VertexCount >= Depth - 1);
        var watch = Stopwatch.StartNew();
        var layers = _book.Explain.Layers();
        Assert.Equal(Depth - 1, layers.Count);
        Assert.Equal($"S!{new CellAddress((Depth - 1) % 2, Depth - 1)}", layers[^1].ToString());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void What_many_read_takes_little_time()
    {
        const int Readers = 20_000;
        _sheet[Cell("A1")] = 1;
        for (var i = 0; i < Readers; i++) _sheet.SetFormula(new CellAddress(2, i), $"=$A$1*{i}");
        _sheet.SetFormula(Cell("E1"), "=SUM(C:C)");
        var watch = Stopwatch.StartNew();
        Assert.Equal([1, Readers, 1], _book.Explain.Layers().Select(l => l.Count));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    private static CellAddress Cell(string cell) => CellAddress.Parse(cell);
}
