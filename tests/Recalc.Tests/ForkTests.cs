using Recalc.Addressing;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Tests;

public class ForkTests
{
    private static readonly CellAddress A1 = CellAddress.Parse("A1");
    private static readonly CellAddress B1 = CellAddress.Parse("B1");
    private static readonly CellAddress C1 = CellAddress.Parse("C1");

    [Fact]
    public void Edits_of_one_are_not_seen_by_the_other()
    {
        var book = Model();
        using var fork = book.Fork();
        fork.Sheets[0][A1] = 10;
        book.Sheets[0][A1] = 5;
        Assert.Equal((20, 21), (Number(fork, B1), Number(fork, C1)));
        Assert.Equal((10, 11), (Number(book, B1), Number(book, C1)));
    }

    [Fact]
    public void A_fork_takes_over_what_was_computed()
    {
        var book = Model();
        _ = Number(book, C1);
        using var fork = book.Fork();
        fork.Engine.Log = new();
        Assert.Equal(3, Number(fork, C1));
        Assert.Empty(fork.Engine.Log.Ran);
        fork.Sheets[0][A1] = 2;
        Assert.Equal(5, Number(fork, C1));
        Assert.Equal(2, fork.Engine.Log.Ran.Count);
        Assert.Equal(3, Number(book, C1));
    }

    [Fact]
    public void A_fork_that_is_marked_computes_for_itself()
    {
        var book = Model();
        _ = Number(book, C1);
        book.Sheets[0][A1] = 4;
        using var fork = book.Fork();
        Assert.Equal(9, Number(fork, C1));
        book.Sheets[0][A1] = 5;
        Assert.Equal((11, 9), (Number(book, C1), Number(fork, C1)));
    }

    [Fact]
    public void Formulas_change_apart()
    {
        var book = Model();
        _ = Number(book, C1);
        using var fork = book.Fork();
        fork.Sheets[0].SetFormula(B1, "A1*100");
        book.Sheets[0][B1] = 7;
        fork.Sheets[0][A1] = 2;
        Assert.Equal((201, 8), (Number(fork, C1), Number(book, C1)));
        book.Sheets[0].SetFormula(C1, "B1+A1");
        book.Sheets[0][A1] = 3;
        Assert.Equal((201, 10), (Number(fork, C1), Number(book, C1)));
        Assert.Equal("B1+1", fork.Sheets[0].GetFormula(C1));
    }

    [Fact]
    public void Forks_of_forks_are_forks()
    {
        var book = Model();
        var forks = new List<Workbook> { book };
        for (var i = 0; i < 5; i++)
        {
            forks.Add(forks[^1].Fork());
            forks[^1].Sheets[0][A1] = 10 + i;
        }
        Assert.Equal([3, 21, 23, 25, 27, 29], forks.Select(f => Number(f, C1)));
        for (var i = 0; i < 6; i++) forks[i].Sheets[0][A1] = i;
        Assert.Equal([1, 3, 5, 7, 9, 11], forks.Select(f => Number(f, C1)));
    }

    [Fact]
    public void A_disposed_parent_leaves_its_forks_whole()
    {
        var book = Model();
        var child = book.Fork();
        child.Sheets[0][A1] = 7;
        _ = Number(child, C1);
        var grandchild = child.Fork();
        book.Dispose();
        child.Dispose();
        Assert.Equal(15, Number(grandchild, C1));
        grandchild.Sheets[0][A1] = 8;
        Assert.Equal(17, Number(grandchild, C1));
        Assert.Throws<ObjectDisposedException>(() => child.Sheets[0][A1] = 1);
        Assert.Throws<ObjectDisposedException>(() => book.Fork());
    }

    [Fact]
    public void Names_nodes_and_handles_are_every_forks_own()
    {
        var book = Model();
        var rate = book.Input("rate", 0.5);
        var factor = book.Compute("factor", ctx => ctx.Get(rate) * ctx[book.Sheets[0], A1].AsNumber());
        book.SetFormula("shown", "=factor*10+S!C1");
        Assert.Equal(8, book.Get<double>("shown"));
        using var fork = book.Fork();
        fork.Set(rate, 2.0);
        fork.Sheets[0][A1] = 3;
        Assert.Equal((67, 6), (fork.Get<double>("shown"), fork.Get(factor)));
        Assert.Equal((8, 0.5), (book.Get<double>("shown"), factor.Value));
        fork["rate"] = 0;
        fork["extra"] = 5;
        fork.Compute("factor", ctx => ctx.Get<double>("extra"));
        Assert.Equal(57, fork.Get<double>("shown"));
        Assert.Throws<KeyNotFoundException>(() => book["extra"]);
        Assert.Equal(8, book.Get<double>("shown"));
    }

    [Fact]
    public void Sheets_tables_and_defined_names_are_every_forks_own()
    {
        var book = Model();
        book.DefineName(new DefinedName("local", "S!$A$1", book.Sheets[0]));
        book.AddTable(new Table("T", book.Sheets[0], CellRange.Parse("E1:E3"), ["x"]));
        using var fork = book.Fork();
        Assert.Same(fork.Sheets[0], fork.FindName("local", fork.Sheets[0])!.Scope);
        Assert.Same(fork.Sheets[0], fork.FindTable("t")!.Sheet);
        fork.AddSheet("New").SetFormula(A1, "S!C1*2");
        fork.DefineName(new DefinedName("more", "1+1"));
        Assert.Equal(6, fork.FindSheet("new")![A1].AsNumber());
        Assert.Null(book.FindSheet("New"));
        Assert.Null(book.FindName("more"));
        book.AddSheet("Other");
        Assert.Null(fork.FindSheet("Other"));
    }

    [Fact]
    public void Handles_of_strangers_are_refused()
    {
        var (book, stranger) = (Model(), Model());
        var input = book.Input(1.0);
        Assert.Throws<ArgumentException>(() => stranger.Get(input));
        Assert.Throws<ArgumentException>(() => stranger.Set(book.Sheets[0].Cell<double>("A1"), 1));
    }

    [Fact]
    public void A_fork_holds_the_pages_that_it_wrote_and_gives_them_back()
    {
        var book = new Workbook();
        var sheet = book.AddSheet("S");
        for (var row = 0; row < 100_000; row++) sheet[new CellAddress(0, row)] = row;
        sheet.SetFormula(CellRange.Parse("B1:B100000"), "A1*2");
        sheet.SetFormula(C1, "SUM(B:B)");
        _ = Number(book, C1);
        var before = NativeBlock.LiveBytes;
        var fork = book.Fork();
        fork.Sheets[0][A1] = 1;
        Assert.Equal(100_000.0 * 99_999 + 2, Number(fork, C1));
        Assert.InRange(NativeBlock.LiveBytes - before, 1, 3 * 4096 * 8);
        fork.Dispose();
        Assert.Equal(before, NativeBlock.LiveBytes);
        Assert.Equal(100_000.0 * 99_999, Number(book, C1));
    }

    [Fact]
    public void Many_threads_each_with_a_fork()
    {
        var book = Model();
        var sheet = book.Sheets[0];
        sheet.SetFormula(CellRange.Parse("D1:D3000"), "$A$1*ROW()+C$1");
        sheet.SetFormula(CellAddress.Parse("E1"), "SUM(D1:D3000)");
        var rate = book.Input(1.0);
        var node = book.Compute(ctx => ctx.Get(rate) * ctx.Get<double>(sheet, CellAddress.Parse("E1")));
        _ = node.Value;
        Parallel.For(0, 64, i =>
        {
            using var fork = book.Fork();
            fork.Sheets[0][A1] = i;
            fork.Set(rate, 2.0);
            fork.Sheets[0].SetFormula(CellAddress.Parse("F1"), $"A1+{i}");
            Assert.Equal(2 * (i * 3000.0 * 3001 / 2 + 3000.0 * (2 * i + 1)), fork.Get(node));
            Assert.Equal(2 * i, fork.Sheets[0][CellAddress.Parse("F1")].AsNumber());
        });
        Assert.Equal(3000.0 * 3001 / 2 + 9000, node.Value);
    }

    [Fact]
    public void Spills_and_cycles_go_on_apart()
    {
        var book = new Workbook();
        var sheet = book.AddSheet("S");
        sheet[A1] = 3;
        sheet.SetFormula(B1, "SEQUENCE(A1)");
        sheet.SetFormula(CellAddress.Parse("D1"), "SUM(B1:B10)");
        sheet.SetFormula(CellAddress.Parse("E1"), "E2/2+A1");
        sheet.SetFormula(CellAddress.Parse("E2"), "E1*0");
        Assert.Equal(6, Number(book, CellAddress.Parse("D1")));
        using var fork = book.Fork();
        fork.Sheets[0][A1] = 5;
        Assert.Equal((15, 5), (Number(fork, CellAddress.Parse("D1")), Number(fork, CellAddress.Parse("E1"))));
        sheet[A1] = 2;
        Assert.Equal((3, 2), (Number(book, CellAddress.Parse("D1")), Number(book, CellAddress.Parse("E1"))));
        Assert.Equal(CellValue.Blank, sheet[CellAddress.Parse("B3")]);
        Assert.Equal(5, Number(fork, CellAddress.Parse("B5")));
    }

    private static Workbook Model()
    {
        var book = new Workbook();
        var sheet = book.AddSheet("S");
        sheet[A1] = 1;
        sheet.SetFormula(B1, "A1*2");
        sheet.SetFormula(C1, "B1+1");
        return book;
    }

    private static double Number(Workbook book, CellAddress cell) => book.Sheets[0][cell].AsNumber();
}
