using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Tests.Functions.Registered;

/// <summary>Functions that throw, and functions that try what they may not.</summary>
public class FunctionErrorTests
{
    private const string Refused = "A function takes what it needs as arguments, and returns its value: it neither reads the workbook that calls it nor sets cells.";

    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public FunctionErrorTests() => _sheet = _book.AddSheet("S");

    private CellValue this[string cell]
    {
        get => _sheet[CellAddress.Parse(cell)];
        set => _sheet[CellAddress.Parse(cell)] = value;
    }

    private void Set(string cell, string formula) => _sheet.SetFormula(CellAddress.Parse(cell), formula);

    private string? Explain(string cell) => _sheet.Explain(CellAddress.Parse(cell));

    private static double Ratio(int a, int b) => a / b;

    [Fact]
    public void A_function_that_throws_is_an_error_that_says_who_and_what()
    {
        _book.Functions.Add("RATIO", (int a, int b) => Ratio(a, b));
        Set("A1", "=RATIO(1,B1)");
        Set("A2", "=IFERROR(A1,\"none\")");
        Assert.Equal(ErrorKind.Value, this["A1"]);
        Assert.Equal($"RATIO threw DivideByZeroException: {new DivideByZeroException().Message}", Explain("A1"));
        Assert.Equal("none", this["A2"]);
        this["B1"] = 1;
        Assert.Equal(1, this["A2"]);
        Assert.Null(Explain("A1"));
    }

    [Fact]
    public void An_element_that_throws_is_one_error()
    {
        _book.Functions.Add("RATIO", (int a, int b) => Ratio(a, b));
        Set("A1", "=RATIO(6,{3,0,2})");
        Assert.Equal([2.0, ErrorKind.Value, 3.0], new[] { this["A1"], this["B1"], this["C1"] });
    }

    [Fact]
    public void A_cell_error_that_is_thrown_is_the_result()
    {
        _book.Functions.Add("LOOK.UP", (string key) => key == "a" ? 1.0 : throw new CellErrorException(ErrorKind.NotAvailable, $"There is no {key}."));
        Set("A1", "=LOOK.UP(\"b\")");
        Set("A2", "=IFNA(A1,7)");
        Assert.Equal(ErrorKind.NotAvailable, this["A1"]);
        Assert.Equal("There is no b.", Explain("A1"));
        Assert.Equal(7, this["A2"]);
    }

    [Fact]
    public void A_cancellation_leaves_the_read_and_the_next_one_begins_anew()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var isCancelled = true;
        _book.Functions.Add("LONG.ONE", (double x) =>
        {
            if (isCancelled) source.Token.ThrowIfCancellationRequested();
            return x;
        });
        Set("A1", "=1+1");
        Set("B1", "=LONG.ONE(A1)+1");
        Assert.Throws<OperationCanceledException>(() => this["B1"]);
        Assert.Throws<OperationCanceledException>(_book.Recalculate);
        this["A1"] = 5;
        isCancelled = false;
        Assert.Equal(6, this["B1"]);
    }

    [Fact]
    public void A_cancellation_from_within_a_lazy_argument_leaves_no_trace()
    {
        var isCancelled = true;
        _book.Functions.Add("LONG.ONE", (double x) => isCancelled ? throw new OperationCanceledException() : x);
        _book.Functions.Add("OUTER", (LazyArgument x) => x.Get<double>() + 1);
        Set("B1", "=OUTER(LONG.ONE(A1)*2)");
        Assert.Throws<OperationCanceledException>(() => this["B1"]);
        isCancelled = false;
        this["A1"] = 5;
        Assert.Equal(11, this["B1"]);
        _book["other"] = 1;
    }

    [Fact]
    public void A_function_of_Excel_that_throws_is_an_error_too()
    {
        // A function that throws stands for a defect of the engine: the clock is the only code of others that those of Excel call.
        var book = new Workbook(new RecalcOptions { Clock = new BrokenClock() });
        book.SetFormula("now", "=NOW()");
        book.SetFormula("next", "=1+2");
        Assert.Equal(ErrorKind.Value, book["now"]);
        Assert.Contains("NOW threw InvalidOperationException: no time", Assert.Throws<CellErrorException>(() => book.Get<double>("now")).Message, StringComparison.Ordinal);
        Assert.Equal(3, book["next"]);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("no time");
    }

    public static TheoryData<string> Attempts => [.. Acts.Keys];

    private static readonly Dictionary<string, Action<Workbook>> Acts = new()
    {
        ["set a name"] = b => b["x"] = 1,
        ["set a new name"] = b => b["brand.new"] = 1,
        ["set a cell"] = b => b.Sheets[0][default] = 1,
        ["set a formula"] = b => b.Sheets[0].SetFormula(default(CellAddress), "=1"),
        ["set the formula of a name"] = b => b.SetFormula("x", "=1"),
        ["recalculate"] = b => b.Recalculate(),
        ["invalidate"] = b => b.Invalidate(),
        ["read a name"] = b => _ = b["x"],
        ["read a cell"] = b => _ = b.Sheets[0][default],
        ["explain a cell"] = b => b.Sheets[0].Explain(default),
        ["read a node"] = b => _ = b.Get<double>("node"),
        ["add a node"] = b => b.Input(1.0),
        ["compute a node"] = b => b.Compute(_ => 1.0),
        ["add a sheet"] = b => b.AddSheet("T"),
        ["define a name"] = b => b.DefineName(new DefinedName("d", "1")),
        ["add a table"] = b => b.AddTable(new Table("T", b.Sheets[0], new CellRange(0, 0, 0, 1), ["h"])),
        ["add a link"] = b => b.AddLink("other.xlsx"),
        ["fork"] = b => b.Fork(),
        ["find cells"] = b => b.FindCells(FormulaTrait.Volatile),
    };

    [Theory]
    [MemberData(nameof(Attempts))]
    public void A_function_neither_reads_nor_edits_the_workbook_that_calls_it(string attempt)
    {
        _book["x"] = 3;
        _book.Compute("node", _ => 4.0);
        Assert.Equal(4, _book["node"]);
        var names = _book.Names.Count;
        _book.Functions.Add("SNEAK", (double y) =>
        {
            Acts[attempt](_book);
            return y;
        });
        Set("B1", "=SNEAK(x)");
        Assert.Equal(ErrorKind.Value, this["B1"]);
        Assert.Equal($"SNEAK threw InvalidOperationException: {Refused}", Explain("B1"));
        Assert.Equal((3, 1, 0, 0, names), (_book["x"], _book.Sheets.Count, _book.Tables.Count, _book.Links.Count, _book.Names.Count));
        Assert.Equal(CellValue.Blank, this["A1"]);
        Assert.Throws<KeyNotFoundException>(() => _book["brand.new"]);
    }

    [Fact]
    public void A_function_does_not_read_through_the_context_of_a_node()
    {
        ComputeContext? kept = null;
        _book["x"] = 3;
        _book.Functions.Add("SNEAK", (double y) => kept!.Get<double>("x") + y);
        _book.SetFormula("f", "=SNEAK(1)");
        var node = _book.Compute(ctx =>
        {
            kept = ctx;
            return ctx.Get<CellValue>("f");
        });
        Assert.Equal(ErrorKind.Value, node.Value);
        Assert.Contains(Refused, Assert.Throws<CellErrorException>(() => _book.Get<double>("f")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_may_use_a_workbook_of_its_own()
    {
        var own = new Workbook();
        own["x"] = 1;
        own.SetFormula("y", "=x*x");
        _book.Functions.Add("SQUARE.OF", (double x) =>
        {
            own["x"] = x;
            return own.Get<double>("y");
        });
        Set("A1", "=SQUARE.OF(3)+SQUARE.OF(4)");
        Assert.Equal(25, this["A1"]);
    }
}
