using System.Diagnostics;
using QuikGraph;
using QuikGraph.Algorithms;
using Recalc.Addressing;
using Recalc.Explaining;

namespace Recalc.Tests.Explaining;

public class RingTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public RingTests() => _sheet = _book.AddSheet("S");

    private string Rings
    {
        get
        {
            var rings = _book.Explain.Rings(out var isComplete);
            Assert.True(isComplete);
            Assert.All(rings, r => Assert.True(r.IsComplete));
            return string.Join(" | ", rings);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A2:A100 =A1+1")]
    [InlineData("A1:A99 =A2+1")]
    [InlineData("B1:Z1 =A1+1")]
    [InlineData("A1:Y9 =B2+1")]
    [InlineData("A2:A100 =SUM(A$1:A1)")]
    [InlineData("A2:A100 =A1+B1", "B2:B100 =A2*2")]                             // a loan: what is owed, and the interest
    [InlineData("A2:A100 =B1", "B2:B100 =C1", "C2:C100 =A2")]
    [InlineData("A2:A100 =B3", "B1:B100 =A1")]                                  // each as far ahead as the other looks back, and more
    [InlineData("A1:A50 =SUM(A51:A100)", "A51:A100 =1")]
    [InlineData("A1:A50 =B60", "B51:B100 =A70")]
    [InlineData("A1:A10 =B1", "B1:B10 =C1", "C2 =D2")]
    [InlineData("A1:A100 =SUM(B:B)", "B1:B100 =C1")]
    public void None_are_where_references_never_close(params string[] formulas)
    {
        Fill(formulas);
        Assert.Equal("", Rings);
    }

    [Theory]
    [InlineData("S!A1", "A1 =A1+1")]
    [InlineData("S!A1 | S!A2 | S!A3", "A1:A3 =A1+1")]
    [InlineData("S!A1, S!B2", "A1 =B2", "B2 =A1")]
    [InlineData("S!A1:B1 | S!A2:B2 | S!A3:B3", "A1:A3 =B1*2", "B1:B3 =A1+1")]
    [InlineData("S!A5:A10", "A1:A10 =SUM(A$1:A9)-SUM(A$1:A4)+A1", "A1:A4 =1")]
    [InlineData("S!A1:A10", "A1:A10 =SUM(A$1:A$10)")]
    [InlineData("S!A2:A100, S!C7", "A2:A100 =A1+C$7", "C7 =A100")]
    [InlineData("S!A1, S!B1:B10, S!C1", "B1:B10 =A$1", "C1 =SUM(B1:B10)", "A1 =C1/2")]
    [InlineData("S!A2, S!B3 | S!A3, S!B4", "A1:A3 =B2", "B3:B4 =A2")]
    public void Closed_ones_are_found(string expected, params string[] formulas)
    {
        Fill(formulas);
        Assert.Equal(expected, Rings);
    }

    [Fact]
    public void Names_nodes_and_arrays_close_rings()
    {
        _book["last"] = 1;
        _ = _book.Compute("twice", ctx => 2 * ctx.Get<double>("last"));
        _ = _book["twice"];
        _book.SetFormula("last", "=S!A3");
        _sheet.SetFormula(CellRange.Parse("A2:A3"), "=A1+twice");
        Assert.Equal("S!A2:A3, last, twice", Rings);
        _sheet.SetFormula(Cell("A3"), "=1");
        Assert.Equal("", Rings);
        _sheet.SetFormula(Cell("E1"), "=G1:G3*2");
        _ = _sheet[Cell("E1")];
        _sheet.SetFormula(Cell("G2"), "=E3");
        Assert.Equal("S!E1:E3, S!G2", Rings);
    }

    [Fact]
    public void Rings_go_over_sheets()
    {
        var other = _book.AddSheet("My sheet");
        _sheet.SetFormula(CellRange.Parse("A1:A3"), "='My sheet'!B2");
        other.SetFormula(CellRange.Parse("B1:B3"), "=S!A2");
        Assert.Equal("", Rings);
        other.SetFormula(Cell("B2"), "=S!A1");
        Assert.Equal("S!A1, 'My sheet'!B2", Rings);
    }

    [Fact]
    public void Branches_that_are_not_taken_count()
    {
        _sheet.SetFormula(Cell("A1"), "=IF(TRUE,1,B1)");
        _sheet.SetFormula(Cell("B1"), "=A1");
        Assert.Equal(1, _sheet[Cell("B1")]);
        Assert.Equal("S!A1:B1", Rings);
    }

    [Fact]
    public void Random_models_agree_with_cell_by_cell()
    {
        var found = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var model = new MixedModel(seed);
            var rings = model.Book.Explain.Rings(out var isComplete);
            Assert.True(isComplete);
            var expected = RingsOf(model);
            Assert.Equal(expected, rings.Select(r => Spell(CellsOf(model, r))).Order(StringComparer.Ordinal));
            found += expected.Count;
        }
        Assert.InRange(found, 100, 10_000);
    }

    [Fact]
    public void Random_models_without_cycles_have_none()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var model = new MixedModel(seed, isAcyclic: true);
            Assert.Empty(RingsOf(model));
            Assert.Empty(model.Book.Explain.Rings(out var isComplete, limit: 10_000));
            Assert.True(isComplete);
        }
    }

    [Fact]
    public void Columns_of_random_references_agree_with_cell_by_cell()
    {
        var (open, closed) = (0, 0);
        for (var seed = 0; seed < 500; seed++)
        {
            var model = new ColumnModel(seed);
            var expected = model.Rings();
            Assert.Equal(expected, model.Book.Explain.Rings(out _).Select(r => Spell(r.SelectMany(ColumnModel.CellsOf))).Order(StringComparer.Ordinal));
            _ = expected.Count == 0 ? open++ : closed++;
        }
        Assert.True(open > 50 && closed > 50, $"{open} without, {closed} with rings");
    }

    [Fact]
    public void Large_columns_are_told_without_a_look_at_their_cells()
    {
        Fill(["A2:A1048576 =A1+B1", "B2:B1048576 =A2*2+SUM(C$1:C1)", "C2:C1048576 =B1"]);
        var watch = Stopwatch.StartNew();
        Assert.Empty(_book.Explain.Rings(out var isComplete, limit: 1));
        Assert.True(isComplete);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
    }

    [Fact]
    public void Sets_beyond_the_limit_are_left_out_and_told()
    {
        Fill(["A1:A1000 =B1", "B1:B1000 =A1", "D1 =E1", "E1 =D1"]);
        Assert.Equal("S!D1:E1", string.Join(" | ", _book.Explain.Rings(out var isComplete, limit: 1999)));
        Assert.False(isComplete);
        Assert.Equal(1001, _book.Explain.Rings(out isComplete, limit: 2000).Count);
        Assert.True(isComplete);
        Assert.Throws<ArgumentOutOfRangeException>(() => _book.Explain.Rings(out _, limit: 0));
    }

    [Fact]
    public void A_deep_ring_takes_no_stack_and_little_time()
    {
        Fill(["A2:A50000 =A1+1", "A1 =A50000"]);
        var watch = Stopwatch.StartNew();
        Assert.Equal("S!A1:A50000", Rings);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_ring_through_sums_takes_no_look_at_each_pair_of_cells()
    {
        Fill(["A1:A20000 =SUM(B$1:B1)+C$1", "B1:B20000 =A1*2", "C1 =SUM(A:A)", "E1:E20000 =SUM(F$1:F$20000)", "F1:F20000 =SUM(E$1:E$20000)"]);
        var watch = Stopwatch.StartNew();
        Assert.Equal("S!A1:B20000, S!C1 | S!E1:F20000", Rings);                 // 600,000,000 pairs
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Names_with_the_same_formula_are_told_apart()
    {
        foreach (var name in new[] { "first", "second", "third" }) _book.SetFormula(name, "=S!A1");
        _sheet.SetFormula(Cell("A1"), "=B1");
        _sheet.SetFormula(Cell("B1"), "=second");
        Assert.Equal("S!A1:B1, second", Rings);
        Assert.Equal("S!A1 -> first, S!A1 -> second, S!A1 -> third, S!B1 -> S!A1, second -> S!B1", GraphText.EdgesOf(_book.Explain.Regions));
        Assert.Equal("S!A1, S!B1, second | first, third", string.Join(" | ", _book.Explain.Layers()));
    }

    private static List<string> RingsOf(MixedModel model)
    {
        var graph = new BidirectionalGraph<Place, SEquatableEdge<Place>>();
        graph.AddVertexRange(model.Precedents.Keys);
        foreach (var (cell, read) in model.Precedents)
            foreach (var source in read.Where(model.Precedents.ContainsKey)) graph.AddEdge(new SEquatableEdge<Place>(source, cell));
        return RingsOf(graph);
    }

    internal static List<string> RingsOf(IBidirectionalGraph<Place, SEquatableEdge<Place>> graph)
    {
        var components = new Dictionary<Place, int>();
        graph.StronglyConnectedComponents(components);
        return [.. components.GroupBy(c => c.Value, c => c.Key).Where(g => g.Count() > 1 || graph.ContainsEdge(g.First(), g.First())).Select(Spell).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<Place> CellsOf(MixedModel model, PlaceList ring) => model.Precedents.Keys.Where(c => ring.Any(r => MixedModel.Holds(r, c)));

    private static string Spell(IEnumerable<Place> cells) => string.Join(", ", cells.Select(c => c.ToString()).Distinct().Order(StringComparer.Ordinal));

    private void Fill(string[] formulas)
    {
        foreach (var formula in formulas.Where(f => f.Length > 0))
        {
            var at = formula.IndexOf(' ', StringComparison.Ordinal);
            _sheet.SetFormula(CellRange.Parse(formula[..at]), formula[(at + 1)..]);
        }
    }

    private static CellAddress Cell(string cell) => CellAddress.Parse(cell);

    /// <summary>Two or three columns that read one another, a little before or behind their own rows.</summary>
    private sealed class ColumnModel
    {
        private readonly BidirectionalGraph<Place, SEquatableEdge<Place>> _graph = new();

        public ColumnModel(int seed)
        {
            var random = new Random(seed);
            var sheet = Book.AddSheet("S");
            for (var column = random.Next(2, 4) - 1; column >= 0; column--)
            {
                var (top, bottom, parts, offsets) = (random.Next(4, 8), random.Next(9, 14), new List<string>(), new List<(int Column, int Row)>());
                for (var i = random.Next(1, 3); i > 0; i--)
                {
                    var offset = (Column: random.Next(3), Row: random.Next(-3, 2));
                    offsets.Add(offset);
                    parts.Add($"{(char)('A' + offset.Column)}{top + offset.Row + 1}");
                }
                sheet.SetFormula(new CellRange(column, top, column, bottom), "=" + string.Join("+", parts));
                for (var row = top; row <= bottom; row++)
                    foreach (var (other, offset) in offsets) _graph.AddVerticesAndEdge(new SEquatableEdge<Place>(At(other, row + offset), At(column, row)));
            }

            Place At(int column, int row) => new(sheet, new CellAddress(column, row));
        }

        public Workbook Book { get; } = new();

        public List<string> Rings() => RingsOf(_graph);

        public static IEnumerable<Place> CellsOf(Place place) =>
            from column in Enumerable.Range(place.Cells!.Value.Range.First.Column, place.Cells.Value.Range.Columns)
            from row in Enumerable.Range(place.Cells.Value.Range.First.Row, place.Cells.Value.Range.Rows)
            select new Place(place.Cells.Value.Sheet, new CellAddress(column, row));
    }
}
