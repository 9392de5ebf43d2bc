using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Tests;

public class WatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_watch_begins_with_the_value_and_goes_on_with_others()
    {
        var book = Model();
        await using var watch = book.WatchAsync<double>("total").GetAsyncEnumerator();
        Assert.Equal(3, await Next(watch));
        book["a"] = 5;
        Assert.Equal(7, await Next(watch));
        book["other"] = 1;
        book["a"] = 6;
        Assert.Equal(8, await Next(watch));
    }

    [Fact]
    public async Task A_slow_watcher_sees_the_last_of_many_and_holds_no_edit_up()
    {
        var book = Model();
        await using var watch = book.WatchAsync<double>("total").GetAsyncEnumerator();
        Assert.Equal(3, await Next(watch));
        for (var i = 0; i < 10_000; i++) book["a"] = i;
        Assert.Equal(10_001, await Next(watch));
    }

    [Fact]
    public async Task An_edit_that_comes_to_nothing_is_not_told()
    {
        var book = Model();
        book.SetFormula("sign", "SIGN(total)");
        await using var watch = book.WatchAsync<double>("sign").GetAsyncEnumerator();
        Assert.Equal(1, await Next(watch));
        book["a"] = 9;
        var next = watch.MoveNextAsync().AsTask();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        book["a"] = -9;
        Assert.True(await next.WaitAsync(Patience));
        Assert.Equal(-1, watch.Current);
    }

    [Fact]
    public async Task Inputs_cells_and_nodes_are_watched_and_errors_are_values()
    {
        var book = Model();
        var cell = book.AddSheet("S").Cell<CellValue>("A1");
        book.Sheets[0].SetFormula(CellAddress.Parse("A1"), "1/a");
        await using var cells = book.WatchAsync(cell).GetAsyncEnumerator();
        await using var inputs = book.WatchAsync<int>("a").GetAsyncEnumerator();
        await using var nodes = book.WatchAsync(book.Compute(ctx => $"<{ctx.Get<int>("a")}>")).GetAsyncEnumerator();
        Assert.Equal((1, 1, "<1>"), (await Next(cells), await Next(inputs), await Next(nodes)));
        book["a"] = 0;
        Assert.Equal((ErrorKind.Div0, 0, "<0>"), (await Next(cells), await Next(inputs), await Next(nodes)));
    }

    [Fact]
    public async Task A_watch_ends_with_the_workbook_or_the_token()
    {
        var book = Model();
        using var stop = new CancellationTokenSource();
        await using var watch = book.WatchAsync<double>("total").GetAsyncEnumerator();
        await using var stopped = book.WatchAsync<double>("total", stop.Token).GetAsyncEnumerator();
        Assert.Equal((3, 3), (await Next(watch), await Next(stopped)));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stopped.MoveNextAsync());
        book.Dispose();
        Assert.False(await watch.MoveNextAsync().AsTask().WaitAsync(Patience));
    }

    [Fact]
    public async Task Everything_is_computed_in_the_background()
    {
        var (book, rows) = (Model(), 50_000);
        var sheet = book.AddSheet("S");
        sheet.SetFormula(CellRange.Parse($"A1:C{rows}"), "ROW()*a");
        var node = book.Compute(ctx => ctx.Get<double>("total"));
        var reports = new List<RecalcProgress>();
        await book.RecalculateAsync(new Listener(reports.Add), TestContext.Current.CancellationToken);
        Assert.True(book.TryPeek(node, out var three) && three == 3);
        Assert.True(book.TryPeek<double>("total", out _));
        Assert.True(sheet.TryPeek(CellAddress.Parse($"C{rows}"), out var last) && last.AsNumber() == rows);
        Assert.Equal(0, reports[^1].Remaining);
        Assert.True(reports[^1].Done >= 3L * rows + 1);
        Assert.Equal(1, reports[^1].Fraction);
    }

    [Fact]
    public async Task A_recalculation_is_cancelled_and_goes_on_where_it_was()
    {
        var (book, count) = (Model(), 200);
        using var stop = new CancellationTokenSource();
        var runs = 0;
        var nodes = Enumerable.Range(0, count).Select(i => book.Compute(ctx =>
        {
            if (++runs == 100) stop.Cancel();
            return ctx.Get<double>("a") + i;
        })).ToList();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => book.RecalculateAsync(cancellation: stop.Token));
        Assert.InRange(runs, 100, count - 1);
        await book.RecalculateAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(count, runs);
        Assert.Equal(count, nodes[^1].Value);
    }

    [Fact]
    public async Task A_long_chain_is_cancelled_within()
    {
        using var stop = new CancellationTokenSource();
        var book = Model();
        var (last, runs) = (book.Input(1.0), 0);
        for (var i = 0; i < 100_000; i++)
        {
            var before = last;
            last = book.Compute(ctx =>
            {
                if (++runs == 1000) stop.Cancel();
                return ctx.Get(before) + 1;
            });
        }
        var end = last;
        var read = Task.Run(() => book.RecalculateAsync(cancellation: stop.Token), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.InRange(runs, 1000, 99_999);
        Assert.Equal(100_001, end.Value);
    }

    private static Workbook Model()
    {
        var book = new Workbook();
        (book["a"], book["b"]) = (1, 2);
        book.SetFormula("total", "a+b");
        return book;
    }

    private static async Task<T> Next<T>(IAsyncEnumerator<T> watch)
    {
        Assert.True(await watch.MoveNextAsync().AsTask().WaitAsync(Patience));
        return watch.Current;
    }

    private sealed class Listener(Action<RecalcProgress> listen) : IProgress<RecalcProgress>
    {
        public void Report(RecalcProgress value) => listen(value);
    }
}
