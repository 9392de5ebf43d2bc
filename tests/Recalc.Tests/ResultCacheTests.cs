using Microsoft.Extensions.Time.Testing;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Tests;

public class ResultCacheTests
{
    private static readonly FunctionPromises Dear = new() { Cost = 1_000 };

    private readonly Dictionary<string, int> _calls = [];

    [Fact]
    public void A_call_with_the_same_arguments_is_made_once_in_cells_names_and_forks()
    {
        var (book, sheet) = Make(functions => functions.Add("DEAR", (double x, string unit) => Called("DEAR", x * 2 + unit.Length), Dear));
        sheet.SetFormula(CellRange.Parse("A1:A1000"), "=DEAR(MOD(ROW(),10),\"kg\")");
        sheet.SetFormula(Cell("B1"), "=DEAR(A2,\"kg\")");
        book.SetFormula("name", "=DEAR(1,\"kg\")");
        book.Recalculate();
        Assert.Equal(4, sheet[Cell("A1")].AsNumber());
        Assert.Equal(6, sheet[Cell("A2")].AsNumber());
        Assert.Equal(10, _calls["DEAR"]);                                       // B1's is DEAR(6,"kg")
        using var fork = book.Fork();
        fork.SetFormula("other", "=DEAR(7,\"kg\")+DEAR(7,\"KG\")");
        Assert.Equal(32, fork.Get<double>("other"));
        Assert.Equal(11, _calls["DEAR"]);
        var statistics = book.GetResultCacheStatistics();
        Assert.Equal((11, 11), (statistics.Entries, statistics.Misses));
        Assert.Equal(statistics, fork.GetResultCacheStatistics());
        Assert.InRange(statistics.Bytes, 11 * 100, 11 * 400);
    }

    [Fact]
    public void An_input_that_goes_back_and_forth_makes_no_new_calls()
    {
        var (book, _) = Make(functions => functions.Add("DEAR", (double x) => Called("DEAR", x * 2), Dear));
        book["x"] = 1;
        book.SetFormula("y", "=DEAR(x)");
        for (var i = 0; i < 10; i++)
        {
            book["x"] = i % 2;
            Assert.Equal(i % 2 * 2, book.Get<double>("y"));
        }
        Assert.Equal(2, _calls["DEAR"]);
        Assert.Equal((8, 2), (book.GetResultCacheStatistics().Hits, book.GetResultCacheStatistics().Misses));
    }

    [Theory]
    [InlineData(1, FunctionPurity.Pure)]
    [InlineData(1_000, FunctionPurity.Impure)]
    [InlineData(1_000, FunctionPurity.Volatile)]
    public void Cheap_calls_and_those_that_rest_on_something_else_are_made_again(long cost, FunctionPurity purity)
    {
        var (book, sheet) = Make(functions => functions.Add("F", (double x) => Called("F", x), new FunctionPromises { Cost = cost, Purity = purity }));
        sheet.SetFormula(Cell("A1"), "=F(C1)");
        sheet.SetFormula(Cell("B5"), "=F(C1)");
        _ = (sheet[Cell("A1")], sheet[Cell("B5")]);
        Assert.True(_calls["F"] >= 2);
        Assert.Equal(0, book.GetResultCacheStatistics().Entries);
    }

    [Fact]
    public void What_fails_is_tried_again_and_errors_are_not_kept()
    {
        var (book, sheet) = Make(functions =>
        {
            functions.Add("FLAKY", (double x) => Called("FLAKY", 0) == 0 && _calls["FLAKY"] == 1 ? throw new InvalidOperationException("not yet") : x, Dear);
            functions.Add("SEES", (CellValue value) => Called("SEES", 1), Dear);
        });
        sheet.SetFormula(Cell("A1"), "=FLAKY(B1)");
        Assert.Equal(ErrorKind.Value, sheet[Cell("A1")].AsError());
        sheet[Cell("B1")] = false;
        sheet[Cell("B1")] = default;
        sheet.SetFormula(Cell("A2"), "=FLAKY(B1)");
        Assert.Equal(0, sheet[Cell("A2")].AsNumber());
        sheet.SetFormula(Cell("C1"), "=SEES(1/0)+SEES(1/0)");
        Assert.Equal(2, sheet[Cell("C1")].AsNumber());
        Assert.Equal(2, _calls["SEES"]);
        Assert.Equal(1, book.GetResultCacheStatistics().Entries);
    }

    [Fact]
    public void What_is_returned_as_it_is_is_remembered_without_being_kept()
    {
        var text = new string('x', 10_000);
        var (book, sheet) = Make(functions => functions.Add("TIDY", (string s) => { Called("TIDY", 0); return s; }, Dear));
        sheet[Cell("A1")] = text;
        sheet.SetFormula(CellRange.Parse("B1:B9"), "=TIDY(A$1)");
        sheet.SetFormula(CellRange.Parse("C1:C9"), "=TIDY(\"a\"&ROW())");
        book.Recalculate();
        Assert.Equal(text, sheet[Cell("B9")].AsText());
        Assert.Equal(10, _calls["TIDY"]);
        Assert.Equal((10, 10), (book.GetResultCacheStatistics().Entries, book.GetResultCacheStatistics().AsIs));
        Assert.True(book.GetResultCacheStatistics().Bytes < 3 * text.Length, "The text is kept once, as the argument.");
    }

    [Fact]
    public void Results_grow_old_together_with_the_cells_that_show_them()
    {
        var clock = new FakeTimeProvider();
        var (book, sheet) = Make(
            functions => functions.Add("QUOTE", (double x) => (double)Called("QUOTE", _calls.GetValueOrDefault("QUOTE")), Dear with { TimeToLive = TimeSpan.FromMinutes(1) }),
            new RecalcOptions { Clock = clock });
        sheet.SetFormula(Cell("A1"), "=QUOTE(1)");
        Assert.Equal(0, sheet[Cell("A1")].AsNumber());
        clock.Advance(TimeSpan.FromSeconds(40));
        sheet.SetFormula(Cell("A2"), "=QUOTE(1)");
        Assert.Equal(0, sheet[Cell("A2")].AsNumber());
        clock.Advance(TimeSpan.FromSeconds(30));                                // 70 s after the call, 30 s after it was taken over
        Assert.Equal(1, sheet[Cell("A2")].AsNumber());
        Assert.Equal(1, sheet[Cell("A1")].AsNumber());
        Assert.Equal(2, _calls["QUOTE"]);
        Assert.Equal(1, book.GetResultCacheStatistics().Entries);
    }

    [Fact]
    public void What_is_wanted_least_goes_when_there_is_no_room()
    {
        var (book, sheet) = Make(functions => functions.Add("DEAR", (double x) => Called("DEAR", x), Dear), new RecalcOptions { ResultCacheBytes = 256 << 10 });
        sheet.SetFormula(Cell("A1"), "=DEAR(C1)+1");
        var wanted = 0;
        for (var i = 0; i < 20_000; i++)
        {
            sheet[Cell("C1")] = i;
            _ = sheet[Cell("A1")];
            sheet[Cell("C1")] = -1 - i % 10;                                    // ten that are wanted all the time
            var before = _calls["DEAR"];
            _ = sheet[Cell("A1")];
            wanted += _calls["DEAR"] - before;
        }
        var statistics = book.GetResultCacheStatistics();
        Assert.InRange(statistics.Bytes, 128 << 10, 256 << 10);
        Assert.True(statistics.Evictions > 15_000);
        Assert.InRange(wanted, 10, 30);
        Assert.Equal(20_000 + wanted, _calls["DEAR"]);
    }

    [Fact]
    public void Dates_of_another_system_are_other_arguments()
    {
        var (book, sheet) = Make(functions => functions.Add("YEAROF", (DateTime date) => (double)date.Year, Dear));
        sheet.SetFormula(Cell("A1"), "=YEAROF(B1)");
        sheet[Cell("B1")] = 40_000;
        Assert.Equal(2009, sheet[Cell("A1")].AsNumber());
        using var fork = book.Fork();
        fork.DateSystem = DateSystem.From1904;
        fork.Invalidate();
        Assert.Equal(2013, fork.Sheets[0][Cell("A1")].AsNumber());
    }

    [Fact]
    public void Nothing_is_kept_where_there_is_no_room_for_it()
    {
        var (book, sheet) = Make(functions => functions.Add("DEAR", (double x) => Called("DEAR", x), Dear), new RecalcOptions { ResultCacheBytes = 0 });
        sheet.SetFormula(Cell("A1"), "=DEAR(1)");
        sheet.SetFormula(Cell("B5"), "=DEAR(1)");
        book.Recalculate();
        Assert.Equal(2, _calls["DEAR"]);
        Assert.Equal(new ResultCacheStatistics(0, 0, 0, 0, 0, 0), book.GetResultCacheStatistics());
    }

    [Fact]
    public void Forks_on_many_threads_share_results()
    {
        var calls = 0;
        var (book, sheet) = Make(
            functions => functions.Add("DEAR", (double x, string s) => { Interlocked.Increment(ref calls); return s + x; }, Dear), new RecalcOptions { ResultCacheBytes = 64 << 10 });
        sheet.SetFormula(CellRange.Parse("A1:A200"), "=DEAR(MOD(ROW()*B$1,97),\"t\")");
        Parallel.For(0, 8, thread =>
        {
            using var fork = book.Fork();
            for (var i = 1; i < 30; i++)
            {
                fork.Sheets[0][Cell("B1")] = i + thread;
                for (var row = 0; row < 200; row++) Assert.Equal($"t{(row + 1) * (i + thread) % 97}", fork.Sheets[0][new CellAddress(0, row)].AsText());
            }
        });
        Assert.InRange(calls, 97, 8 * 30 * 200);
        Assert.InRange(book.GetResultCacheStatistics().Bytes, 1, 64 << 10);
    }

    private double Called(string function, double value)
    {
        _calls[function] = _calls.GetValueOrDefault(function) + 1;
        return value;
    }

    private static (Workbook Book, Sheet Sheet) Make(Action<FunctionRegistry> add, RecalcOptions? options = null)
    {
        var book = new Workbook(options ?? RecalcOptions.Default);
        add(book.Functions);
        book.Engine.ChecksInvariants = false;                                   // which calls functions again
        return (book, book.AddSheet("S"));
    }

    private static CellAddress Cell(string text) => CellAddress.Parse(text);
}
