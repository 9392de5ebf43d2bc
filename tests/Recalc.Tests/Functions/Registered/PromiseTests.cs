using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Tests.Functions.Registered;

/// <summary>What is promised of functions: when they are called again.</summary>
public class PromiseTests
{
    private readonly HandClock _clock = new();
    private readonly Workbook _book;
    private readonly Sheet _sheet;
    private int _calls;

    public PromiseTests()
    {
        _book = new Workbook(new RecalcOptions { Clock = _clock });
        _sheet = _book.AddSheet("S");
        _book.Engine.ChecksInvariants = false;                                  // or what is computed is computed again, and calls are counted
    }

    private static FunctionPromises Volatile { get; } = new() { Purity = FunctionPurity.Volatile };

    private CellValue this[string cell]
    {
        get => _sheet[CellAddress.Parse(cell)];
        set => _sheet[CellAddress.Parse(cell)] = value;
    }

    private void Set(string cell, string formula) => _sheet.SetFormula(CellAddress.Parse(cell), formula);

    private double Next() => ++_calls;

    [Fact]
    public void A_volatile_function_is_called_anew_after_every_edit_and_at_every_recalculation()
    {
        _book.Functions.Add("TICK", Next, Volatile);
        Set("A1", "=TICK()");
        Set("B1", "=A1*10");
        Assert.Equal(10, this["B1"]);
        Assert.Equal(10, this["B1"]);
        this["Z9"] = 1;
        Assert.Equal(20, this["B1"]);
        _book.Recalculate();
        Assert.Equal(30, this["B1"]);
        Assert.Equal(["S!A1", "S!B1"], _book.FindCells(FormulaTrait.Volatile).Select(c => $"{c.Sheet.Name}!{c.Range}").Order());
    }

    [Theory]
    [InlineData("=MAP(1,TICK)")]
    [InlineData("=LET(f,TICK,f(1))")]
    [InlineData("=Ticking")]
    [InlineData("=LAMBDA(x,TICK(x))(1)")]
    [InlineData("=LAZY.ONE(TICK(1))")]
    public void A_volatile_function_is_so_wherever_it_is_called(string formula)
    {
        _book.Functions.Add("TICK", (double x) => Next(), Volatile);
        _book.Functions.Add("LAZY.ONE", (LazyArgument x) => x.Value);
        _book.DefineName(new DefinedName("Ticking", "TICK(1)"));
        Set("A1", formula);
        Assert.Equal(1, this["A1"]);
        _book.Recalculate();
        Assert.Equal(2, this["A1"]);
    }

    [Fact]
    public void A_pure_or_impure_function_is_called_when_an_argument_changed()
    {
        _book.Functions.Add("PRICE.OF", (string item) => Next(), new FunctionPromises { Purity = FunctionPurity.Impure });
        this["A1"] = "tea";
        Set("B1", "=PRICE.OF(A1)");
        Assert.Equal(1, this["B1"]);
        _book.Recalculate();
        this["Z9"] = 1;
        Assert.Equal(1, this["B1"]);
        this["A1"] = "milk";
        Assert.Equal(2, this["B1"]);
    }

    [Theory]
    [InlineData(FunctionPurity.Volatile)]
    [InlineData(FunctionPurity.Impure)]
    public void What_may_yield_another_result_is_called_in_every_row(FunctionPurity purity)
    {
        const int Rows = 50;
        _book.Functions.Add("DRAW", (double most) => Next(), new FunctionPromises { Purity = purity });
        _sheet.SetFormula(new CellRange(0, 0, 0, Rows - 1), "=DRAW(6)");
        _book.Recalculate();
        Assert.Equal(Rows, Enumerable.Range(0, Rows).Select(r => _sheet[new CellAddress(0, r)]).Distinct().Count());
    }

    [Fact]
    public void A_pure_function_of_the_same_arguments_is_called_once_for_all_rows()
    {
        const int Rows = 50;
        _book.Functions.Add("DRAW", (double most) => Next());
        _sheet.SetFormula(new CellRange(0, 0, 0, Rows - 1), "=DRAW(6)");
        _book.Recalculate();
        Assert.Equal(1, this["A50"]);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void A_result_that_has_grown_too_old_is_computed_anew_when_it_is_wanted()
    {
        _book.Functions.Add("QUOTE", (string of) => Next(), new FunctionPromises { TimeToLive = TimeSpan.FromSeconds(10) });
        Set("A1", "=QUOTE(\"x\")");
        Set("B1", "=A1*10");
        Assert.Equal(10, this["B1"]);
        _clock.Advance(9.9);
        _book.Recalculate();
        this["Z9"] = 1;
        Assert.Equal(10, this["B1"]);
        _clock.Advance(0.1);
        Assert.Equal(1, _calls);
        Assert.Equal(20, this["B1"]);
        _clock.Advance(9.9);
        Assert.Equal(20, this["B1"]);
        _clock.Advance(0.1);
        _book.Recalculate();
        Assert.Equal(30, _sheet.Peek(CellAddress.Parse("B1")));
    }

    [Fact]
    public void What_grows_old_is_seen_by_names_nodes_and_arrays()
    {
        _book.Functions.Add("QUOTE", (double x) => Next(), new FunctionPromises { TimeToLive = TimeSpan.FromMinutes(1) });
        _book.SetFormula("quote", "=QUOTE(1)");
        var node = _book.Compute(ctx => ctx.Get<double>("quote") + 100);
        Set("A1", "=QUOTE({1,2})");
        Assert.Equal(101, node.Value);
        Assert.Equal(101, node.Value);
        Assert.Equal([2.0, 3.0], new[] { this["A1"], this["B1"] });
        _clock.Advance(60);
        Assert.Equal(104, node.Value);
        Assert.Equal([6.0, 5.0], new[] { this["B1"], this["A1"] });
    }

    [Fact]
    public void A_formula_that_does_not_call_it_any_more_does_not_grow_old()
    {
        _book.Functions.Add("QUOTE", Next, new FunctionPromises { TimeToLive = TimeSpan.FromSeconds(10) });
        var after = 0;
        _book.Functions.Add("STEADY", (double x) => ++after);
        this["A1"] = true;
        Set("B1", "=IF(A1,QUOTE(),STEADY(1))");
        Assert.Equal(1, this["B1"]);
        this["A1"] = false;
        Assert.Equal(1, this["B1"]);
        _clock.Advance(100);
        Assert.Equal(1, this["B1"]);
        Assert.Equal((1, 1), (_calls, after));
    }

    [Fact]
    public void A_fork_grows_old_by_itself()
    {
        _book.Functions.Add("QUOTE", Next, new FunctionPromises { TimeToLive = TimeSpan.FromSeconds(10) });
        Set("A1", "=QUOTE()");
        Assert.Equal(1, this["A1"]);
        using var fork = _book.Fork();
        var cell = CellAddress.Parse("A1");
        _clock.Advance(10);
        Assert.Equal(2, fork.Sheets[0][cell]);
        Assert.Equal(3, this["A1"]);
        _clock.Advance(5);
        Assert.Equal((2, 3), (fork.Sheets[0][cell], this["A1"]));
        _clock.Advance(5);
        Assert.Equal(4, this["A1"]);
        Assert.Equal(5, fork.Sheets[0][cell]);
    }

    [Fact]
    public void The_cost_of_calls_is_taken_from_the_steps_of_the_formula()
    {
        var book = new Workbook(new RecalcOptions { MaxSteps = 1000 });
        book.Engine.ChecksInvariants = false;
        book.Functions.Add("DEAR", (double x) => Next(), new FunctionPromises { Cost = 300 });
        book.SetFormula("x", "=DEAR(1)+DEAR(2)+DEAR(3)");
        book.SetFormula("y", "=DEAR(1)+DEAR(2)+DEAR(3)+DEAR(4)");
        Assert.Equal(6, book["x"]);
        Assert.Equal(ErrorKind.Num, book["y"]);
    }

    [Fact]
    public void Promises_are_there_to_be_read()
    {
        var promises = new FunctionPromises { Version = 3, Cost = 50, IsBatchable = true, Description = "Says hello.", ParameterNames = ["name"] };
        _book.Functions.Add("HELLO", (string name) => "hello " + name, promises);
        Assert.True(_book.Functions.TryFind("hello", out var function));
        Assert.Equal(promises, function.Promises);
        Assert.Equal(("Says hello.", FunctionPurity.Pure, FunctionFamily.Host), (function.Description, function.Purity, function.Family));
        Assert.True(FunctionCatalog.TryFind("NOW", out var now));
        Assert.Equal((FunctionPurity.Volatile, now.Description), (now.Promises.Purity, now.Promises.Description));
    }

    [Fact]
    public void Promises_that_are_at_odds_are_refused()
    {
        foreach (var promises in new FunctionPromises[] { new() { Purity = FunctionPurity.Dynamic }, new() { TimeToLive = TimeSpan.Zero }, new() { Cost = -1 } })
            Assert.Throws<ArgumentException>(() => _book.Functions.Add("ODD.ONE", Next, promises));
        Assert.Empty(_book.Functions.All);
    }

    private sealed class HandClock : TimeProvider
    {
        private TimeSpan _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(double seconds) => _passed += TimeSpan.FromSeconds(seconds);

        public override long GetTimestamp() => _passed.Ticks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero) + _passed;
    }
}
