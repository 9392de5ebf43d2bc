using Recalc.Addressing;
using Recalc.Explaining;
using Recalc.Recalculation;

namespace Recalc.Tests.Explaining;

public class PrecedentsTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public PrecedentsTests() => _sheet = _book.AddSheet("S");

    [Fact]
    public void Random_models_agree_with_cell_by_cell()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var model = new RandomModel(seed);
            var explain = model.Book.Explain;
            for (var sheet = 0; sheet < 2; sheet++)
                foreach (var cell in RandomModel.Cells)
                {
                    var (place, key) = (new Place(model.Book.Sheets[sheet], cell), (sheet, cell));
                    Same(model.PrecedentsOf(key), explain.Precedents(place), seed, place);
                    Same(model.DependentsOf(key), explain.Dependents(place), seed, place);
                    Same(RandomModel.Closure(key, model.PrecedentsOf), explain.Precedents(place, isTransitive: true), seed, place);
                    Same(RandomModel.Closure(key, model.DependentsOf), explain.Dependents(place, isTransitive: true), seed, place);
                }
        }
    }

    [Fact]
    public void Rectangles_of_several_cells_are_those_of_each()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var model = new RandomModel(seed);
            var place = new Place(model.Book.Sheets[0], CellRange.Parse("B4:D8"));
            var cells = RandomModel.Cells.Where(place.Cells!.Value.Range.Contains).Select(c => (0, c)).ToList();
            Same(cells.SelectMany(c => model.PrecedentsOf(c)), model.Book.Explain.Precedents(place), seed, place);
            Same(cells.SelectMany(c => model.DependentsOf(c)), model.Book.Explain.Dependents(place), seed, place);
            Same(cells.SelectMany(c => RandomModel.Closure(c, model.PrecedentsOf)), model.Book.Explain.Precedents(place, isTransitive: true), seed, place);
        }
    }

    [Fact]
    public void References_come_in_the_order_of_the_formula()
    {
        _book.AddSheet("My sheet");
        _sheet.SetFormula(Cell("D4"), "=SUM($A$1:C$3)*'My sheet'!B2+A:A 2:2+'My sheet'!B2");
        Assert.Equal("S!A1:C3, 'My sheet'!B2, S!A:A, S!2:2", Precedents("D4"));
        Assert.Equal("", Precedents("A1"));
    }

    [Fact]
    public void References_slide_within_a_region()
    {
        _sheet.SetFormula(CellRange.Parse("C2:C100"), "=B1+SUM(A$1:A2)+$E$1");
        Assert.Equal("S!B49, S!A1:A50, S!E1", Precedents("C50"));
        Assert.Equal("S!C50:C100", Dependents("A50"));
        Assert.Equal("S!C51", Dependents("B50"));
        Assert.Equal("S!C2:C100", Dependents("E1"));
        Assert.Equal("S!A1:A99, S!B1:B98, S!E1", _book.Explain.Precedents(new Place(_sheet, CellRange.Parse("C2:C99"))).ToString());
    }

    [Fact]
    public void Names_and_nodes_come_by_name()
    {
        _book["rate"] = 0.05;
        _book.SetFormula("net", "=rate*S!A1");
        var unnamed = _book.Compute(ctx => ctx.Get<double>("net") + ctx.Get<double>(_sheet, Cell("B1")));
        var named = _book.Compute("total", ctx => ctx.Get(unnamed) + ctx.Get<double>("rate"));
        _sheet.SetFormula(Cell("C1"), "=total+rate");
        Assert.Equal("rate, S!A1", Precedents(_book.Explain.At("net")));
        Assert.Equal("", Precedents(unnamed));                                  // never ran
        _ = named.Value;
        Assert.Equal("net, S!B1", Precedents(unnamed));
        Assert.Equal("node 2, rate", Precedents(named));
        Assert.Equal("total, rate", Precedents("C1"));
        Assert.Equal("S!C1, net, total", Dependents(_book.Explain.At("rate")));
        Assert.Equal("net", Dependents("A1"));
        Assert.Equal("node 2", Dependents("B1"));
        Assert.Equal(Sorted("S!C1, net, node 2, total"), Sorted(_book.Explain.Dependents(_sheet, Cell("A1"), isTransitive: true).ToString()));
        Assert.Equal(Sorted("S!A1:B1, rate, net, node 2, total"), Sorted(_book.Explain.Precedents(_sheet, Cell("C1"), isTransitive: true).ToString()));
        Assert.Equal("total", ((Place)named).Name);
        Assert.Null(((Place)unnamed).Name);
    }

    [Fact]
    public void Names_that_are_expanded_are_what_they_stand_for()
    {
        _book.DefineName(new DefinedName("data", "S!$A$1:$A$9"));
        _book.DefineName(new DefinedName("twice", "2*S!$B$1"));
        _sheet.SetFormula(Cell("C1"), "=SUM(data)+twice");
        Assert.Equal("S!A1:A9, S!B1", Precedents("C1"));
        Assert.Equal("S!A1:A9", _book.Explain.At("data").ToString());
        Assert.Equal("S!B1", _book.Explain.At("S!B1").ToString());
        Assert.Throws<KeyNotFoundException>(() => _book.Explain.At("twice"));
        Assert.Throws<KeyNotFoundException>(() => _book.Explain.At("B2"));
        Assert.Throws<KeyNotFoundException>(() => _book.Explain.At("T!B2"));
    }

    [Fact]
    public void Discovered_references_are_those_of_the_last_run()
    {
        _sheet[Cell("A1")] = "B1";
        _sheet.SetFormula(Cell("C1"), "=INDIRECT(A1)+1");
        _sheet.SetFormula(Cell("D1"), "=SUM(OFFSET(A1,5,0,3,1))");
        Assert.Equal("S!A1", Precedents("C1"));
        _ = (_sheet[Cell("C1")], _sheet[Cell("D1")]);
        Assert.Equal("S!A1, S!B1", Precedents("C1"));
        Assert.Equal("S!A1, S!A6:A8", Precedents("D1"));
        Assert.Equal("S!D1", Dependents("A7"));
        _sheet[Cell("A1")] = "B7";
        _ = _sheet[Cell("C1")];
        Assert.Equal("S!A1, S!B7", Precedents("C1"));
        Assert.Equal("", Dependents("B1"));
    }

    [Fact]
    public void A_spill_is_one_rectangle()
    {
        _sheet.SetFormula(Cell("B1"), "=A1:A3*2");
        _sheet.SetFormula(Cell("D1"), "=SUM(B1#)");
        _sheet.SetFormula(Cell("E1"), "=B3");
        _ = (_sheet[Cell("D1")], _sheet[Cell("E1")]);
        Assert.Equal("S!B1:B3", Dependents("A2"));
        Assert.Equal("S!A1:A3", Precedents("B3"));
        Assert.Equal("S!B1:B3, S!D1:E1", _book.Explain.Dependents(_sheet, Cell("A1"), isTransitive: true).ToString());
        Assert.Equal("S!A1:A3, S!B3", _book.Explain.Precedents(_sheet, Cell("E1"), isTransitive: true).ToString());
    }

    [Fact]
    public void A_long_chain_is_one_rectangle_and_nothing_is_computed()
    {
        _sheet.SetFormula(CellRange.Parse("A2:A100000"), "=A1+1");
        _book.Engine.Log = new EvaluationLog();
        Assert.Equal("S!A2:A100000", _book.Explain.Dependents(_sheet, Cell("A1"), isTransitive: true).ToString());
        Assert.Equal("S!A1:A99999", _book.Explain.Precedents(_sheet, Cell("A100000"), isTransitive: true, limit: 3).ToString());
        _sheet.SetFormula(CellRange.Parse("B2:B100000"), "=B3+1");
        Assert.Equal("S!B3:B100001", _book.Explain.Precedents(_sheet, Cell("B2"), isTransitive: true, limit: 3).ToString());
        Assert.Empty(_book.Engine.Log.Ran);
        Assert.Empty(_book.Engine.Log.Cleaned);
        Assert.Equal(0, _book.Engine.Log.Frames);
    }

    [Fact]
    public void A_question_that_would_take_long_stops_and_says_so()
    {
        _sheet.SetFormula(CellRange.Parse("A3:A1000"), "=A1+1");
        var found = _book.Explain.Precedents(_sheet, Cell("A1000"), isTransitive: true, limit: 100);
        Assert.False(found.IsComplete);
        Assert.InRange(found.Sum(p => p.Count), 1, 100);
        Assert.Equal(499, _book.Explain.Precedents(_sheet, Cell("A1000"), isTransitive: true).Sum(p => p.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => _book.Explain.Precedents(_sheet, Cell("A1000"), limit: 0));
    }

    [Fact]
    public void Whole_sheets_are_one_rectangle()
    {
        _sheet.SetFormula(Cell("A1"), "=SUM(B:XFD)");
        _sheet.SetFormula(Cell("B7"), "=C7");
        Assert.Equal("S!B:XFD", _book.Explain.Precedents(_sheet, Cell("A1"), isTransitive: true).ToString());
        Assert.Equal("S!A1, S!B7", _book.Explain.Dependents(_sheet, Cell("C7"), isTransitive: true).ToString());
    }

    [Fact]
    public void A_fork_answers_for_itself()
    {
        _sheet.SetFormula(Cell("B1"), "=A1");
        var handle = _book.Input(1.0);
        using var fork = _book.Fork();
        fork.Sheets[0].SetFormula(Cell("C1"), "=A1");
        Assert.Equal("S!B1:C1", fork.Explain.Dependents(_sheet, Cell("A1")).ToString());
        Assert.Equal("S!B1", Dependents("A1"));
        Assert.Same(fork, fork.Explain.Dependents(_sheet, Cell("A1"))[0].Workbook);
        Assert.Empty(fork.Explain.Dependents(handle));
        Assert.Throws<ArgumentException>(() => _book.Explain.Dependents(fork.Input(2.0)));
        Assert.Throws<ArgumentException>(() => new Workbook().Explain.Dependents(handle));
        Assert.Throws<ArgumentException>(() => _book.Explain.Dependents(default(Place)));
    }

    [Fact]
    public void What_is_disposed_says_so()
    {
        var fork = _book.Fork();
        fork.Dispose();
        Assert.Throws<ObjectDisposedException>(() => fork.Explain.Precedents(_sheet, Cell("A1")));
    }

    [Fact]
    public void Code_that_a_read_calls_does_not_ask()
    {
        var node = _book.Compute(_ => _book.Explain.Precedents(_sheet, Cell("A1")).Count);
        var failure = Assert.Throws<Recalc.Values.CellErrorException>(() => node.Value);
        Assert.StartsWith("InvalidOperationException: A C# node reads the workbook through its context", failure.Message, StringComparison.Ordinal);
    }

    private static void Same(IEnumerable<(int, CellAddress)> expected, PlaceList actual, int seed, Place place)
    {
        var cells = actual.SelectMany(p => from c in Enumerable.Range(p.Cells!.Value.Range.First.Column, p.Cells.Value.Range.Columns)
                                           from r in Enumerable.Range(p.Cells.Value.Range.First.Row, p.Cells.Value.Range.Rows)
                                           select (p.Cells.Value.Sheet.Id, new CellAddress(c, r)));
        Assert.True(expected.ToHashSet().SetEquals(cells), $"Seed {seed}, {place}: {actual}");
        Assert.True(actual.IsComplete);
    }

    private static CellAddress Cell(string cell) => CellAddress.Parse(cell);
    private string Precedents(string cell) => Precedents(new Place(_sheet, Cell(cell)));
    private string Precedents(Place place) => _book.Explain.Precedents(place).ToString();
    private string Dependents(string cell) => Dependents(new Place(_sheet, Cell(cell)));
    private string Dependents(Place place) => _book.Explain.Dependents(place).ToString();
    private static string Sorted(string places) => string.Join(", ", places.Split(", ").Order(StringComparer.Ordinal));
}
