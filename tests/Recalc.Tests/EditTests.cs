using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc.Tests;

public class EditTests
{
    private static readonly CellAddress A1 = CellAddress.Parse("A1");
    private static readonly CellAddress B1 = CellAddress.Parse("B1");

    [Fact]
    public void Nothing_happens_before_the_commit()
    {
        var (book, sheet) = Model();
        using var edit = book.BeginEdit();
        edit.Set("price", 3).Set(sheet, A1, 7).SetFormula(sheet, B1, "A1+price");
        Assert.Equal((2, 1, 3), (book.Get<double>("price"), sheet[A1].AsNumber(), sheet[B1].AsNumber()));
        Assert.Equal(3, edit.Count);
        edit.Commit();
        Assert.Equal((3, 7, 10), (book.Get<double>("price"), sheet[A1].AsNumber(), sheet[B1].AsNumber()));
        Assert.Equal(0, edit.Count);
    }

    [Fact]
    public void What_is_not_committed_never_was()
    {
        var (book, sheet) = Model();
        using (var edit = book.BeginEdit()) edit.Set("price", 3).Set("new", 1).SetFormula("total", "price*9");
        Assert.Equal(2, book.Get<double>("price"));
        Assert.Equal(3, sheet[B1].AsNumber());
        Assert.Throws<KeyNotFoundException>(() => book["new"]);
        Assert.Throws<KeyNotFoundException>(() => book["total"]);
    }

    [Fact]
    public void A_cell_that_rests_on_many_edits_runs_once_afterwards()
    {
        var (book, sheet) = Model();
        var (height, log) = (1000, new EvaluationLog());
        sheet.SetFormula(CellAddress.Parse("D1"), $"SUM(C1:C{height})+price");
        Assert.Equal(2, sheet[CellAddress.Parse("D1")].AsNumber());
        book.Engine.Log = log;
        using var edit = book.BeginEdit();
        for (var row = 0; row < height; row++) edit.Set(sheet, new CellAddress(2, row), 1);
        edit.Set("price", 5).Commit();
        Assert.Empty(log.Ran);
        Assert.Equal(height + 5, sheet[CellAddress.Parse("D1")].AsNumber());
        Assert.Single(log.Ran);
    }

    [Fact]
    public void Neighbours_are_marked_as_one_rectangle()
    {
        var grid = new Workbook().AddSheet("S");
        var engine = grid.Workbook.Engine;
        using (engine.BeginBatch())
        {
            for (var row = 0; row < 100; row++) engine.SetValue(grid.Grid, new CellAddress(0, row), row + 1);
            for (var column = 1; column < 9; column++) engine.SetValue(grid.Grid, new CellAddress(column, 99), column);
            Assert.Equal(new GridRange(0, CellRange.Parse("B100:I100")), engine.Changed);
        }
        Assert.Null(engine.Changed);
    }

    [Fact]
    public void Marks_reach_formulas_that_the_same_edit_sets()
    {
        var (book, sheet) = Model();
        _ = sheet[B1];
        var node = book.Compute(ctx => ctx.Get<double>("price") * 100);
        Assert.Equal(200, node.Value);
        book.BeginEdit().SetFormula(sheet, CellRange.Parse("E1:E9"), "$B$1*ROW()").Set(sheet, A1, 10).SetFormula("price", "S!A1*2").Commit();
        Assert.Equal((20, 30, 270), (book.Get<double>("price"), sheet[B1].AsNumber(), sheet[CellAddress.Parse("E9")].AsNumber()));
        Assert.Equal(2000, node.Value);
    }

    [Fact]
    public void An_edit_can_be_filled_again()
    {
        var (book, sheet) = Model();
        using var edit = book.BeginEdit();
        for (var i = 1; i <= 3; i++)
        {
            edit.Set(sheet, A1, i).Set("price", i).Commit();
            Assert.Equal(2 * i, sheet[B1].AsNumber());
        }
        Assert.Equal(0, Allocated.By(() => edit.Set(sheet, A1, 7).Set(sheet, B1, 7).Commit()));
    }

    [Fact]
    public void A_bad_edit_is_refused_when_it_is_staged_and_the_others_stay()
    {
        var (book, sheet) = Model();
        using var edit = book.BeginEdit().Set(sheet, A1, 4);
        Assert.Throws<ArgumentException>(() => edit.Set("not a name", 1));
        Assert.Throws<ArgumentException>(() => edit.SetFormula("total", "1+"));
        Assert.Throws<ArgumentException>(() => edit.SetFormula(sheet, B1, ")"));
        Assert.Throws<ArgumentException>(() => edit.Set(new Workbook().AddSheet("T"), A1, 1));
        Assert.Throws<ArgumentException>(() => edit.Set(sheet.Cell<Uri>("A1"), new Uri("http://localhost")));
        edit.Commit();
        Assert.Equal(6, sheet[B1].AsNumber());
    }

    [Fact]
    public void An_edit_that_cannot_be_made_any_more_changes_nothing()
    {
        var (book, sheet) = Model();
        using var edit = book.BeginEdit().Set(sheet, A1, 4).Set("area", 1);
        book.DefineName(new DefinedName("area", "S!$A$1:$A$9"));
        Assert.Contains("several cells", Assert.Throws<ArgumentException>(edit.Commit).Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (sheet[A1].AsNumber(), edit.Count));
    }

    [Fact]
    public void Code_of_a_node_may_not_commit()
    {
        var (book, sheet) = Model();
        var node = book.Compute(ctx =>
        {
            book.BeginEdit().Set(sheet, A1, 9).Commit();
            return 1;
        });
        Assert.Throws<CellErrorException>(() => node.Value);
        Assert.Equal(1, sheet[A1].AsNumber());
    }

    [Fact]
    public void Spans_go_in_and_out_row_by_row()
    {
        var sheet = new Workbook().AddSheet("S");
        var range = CellRange.Parse("B2:C4");
        sheet.Set(range, [1, 2, 3, 4, 5, double.NaN]);
        Assert.Equal((1, 2, 5), (sheet[CellAddress.Parse("B2")].AsNumber(), sheet[CellAddress.Parse("C2")].AsNumber(), sheet[CellAddress.Parse("B4")].AsNumber()));
        Span<CellValue> values = new CellValue[6];
        sheet.Get(range, values);
        Assert.Equal([1, 2, 3, 4, 5, ErrorKind.Num], values.ToArray());
        sheet.Set(range, (CellValue[])["x", true, default, 4, "y", ErrorKind.Null]);
        sheet.Get(range, values);
        Assert.Equal(["x", true, default, 4, "y", ErrorKind.Null], values.ToArray());
        Span<double> numbers = new double[6];
        sheet.Get(range, numbers);
        Assert.Equal([0, 0, 0, 4, 0, double.NaN], numbers.ToArray());
        Assert.Throws<ArgumentException>(() => sheet.Set(range, new double[5]));
        Assert.Throws<ArgumentException>(() => sheet.Get(range, new double[7]));
    }

    [Fact]
    public void A_span_marks_what_differs_and_computes_nothing_else()
    {
        var book = new Workbook { };
        var sheet = book.AddSheet("S");
        var (rows, range, log) = (10_000, CellRange.Parse("A1:A10000"), new EvaluationLog());
        var numbers = Enumerable.Range(0, rows).Select(i => (double)i).ToArray();
        sheet.Set(range, numbers);
        sheet.SetFormula(CellRange.Parse("B1:B10000"), "A1*2");
        var doubled = new double[rows];
        sheet.Get(CellRange.Parse("B1:B10000"), doubled);
        Assert.Equal(2.0 * 9_999, doubled[^1]);
        book.Engine.Log = log;
        numbers[5000] = -1;
        sheet.Set(range, numbers);
        sheet.Get(CellRange.Parse("B1:B10000"), doubled);
        Assert.Equal(-2, doubled[5000]);
        Assert.Single(log.Ran);
        (book.Engine.Log, book.Engine.ChecksInvariants) = (null, false);
        Assert.Equal(0, Allocated.By(() =>
        {
            numbers[5000]--;
            sheet.Set(range, numbers);
            sheet.Get(CellRange.Parse("B1:B10000"), doubled);
        }));
    }

    [Fact]
    public void A_span_takes_the_place_of_formulas_and_spills()
    {
        var sheet = new Workbook().AddSheet("S");
        sheet.SetFormula(A1, "SEQUENCE(4)*10");
        sheet.SetFormula(CellRange.Parse("B1:B4"), "A1+1");
        Assert.Equal(41, sheet[CellAddress.Parse("B4")].AsNumber());
        sheet.Set(CellRange.Parse("A2:B3"), [1, 2, 3, 4]);
        Assert.Equal(ErrorKind.Spill, sheet[A1].AsError());
        Assert.Equal((2, 4, 1), (sheet[CellAddress.Parse("B2")].AsNumber(), sheet[CellAddress.Parse("B3")].AsNumber(), sheet[CellAddress.Parse("B4")].AsNumber()));
        Assert.Null(sheet.GetFormula(CellAddress.Parse("B2")));
    }

    [Fact]
    public void A_peek_computes_nothing()
    {
        var (book, sheet) = Model();
        book.Engine.Log = new EvaluationLog();
        var node = book.Compute(ctx => ctx.Get<double>("price") + 1);
        book.SetFormula("total", "price*2");
        Assert.False(sheet.TryPeek(B1, out var value));
        Assert.True(value.IsBlank);
        Assert.False(book.TryPeek(node, out _));
        Assert.False(book.TryPeek<double>("total", out _));
        Assert.Empty(book.Engine.Log.Ran);
        _ = (sheet[B1], node.Value, book["total"]);
        Assert.True(sheet.TryPeek(B1, out value) && book.TryPeek(node, out var one) && book.TryPeek<double>("total", out var total) && (value.AsNumber(), one, total) == (3, 3, 4));
        book["price"] = 4;
        Assert.True(book.TryPeek<int>("price", out var price) && price == 4);
        Assert.False(sheet.TryPeek(B1, out _) || book.TryPeek(node, out _) || book.TryPeek<double>("total", out _));
        Assert.Throws<KeyNotFoundException>(() => book.TryPeek<double>("nothing", out _));
    }

    [Fact]
    public void Equality_is_replaced_for_a_type()
    {
        var book = new Workbook(new RecalcOptions { Equality = ValueEquality.Default.With(StringComparer.OrdinalIgnoreCase) });
        var (text, runs) = (book.Input("a"), 0);
        var same = book.Compute(ctx => ctx.Get(text));
        var last = book.Compute(ctx =>
        {
            runs++;
            return ctx.Get(same).Length;
        });
        Assert.Equal((1, 1), (last.Value, runs));
        text.Value = "A";
        Assert.Equal((1, 1), (last.Value, runs));
        text.Value = "ab";
        Assert.Equal((2, 2), (last.Value, runs));
    }

    private static (Workbook Book, Sheet Sheet) Model()
    {
        var book = new Workbook();
        var sheet = book.AddSheet("S");
        book["price"] = 2;
        sheet[A1] = 1;
        sheet.SetFormula(B1, "A1+price");
        return (book, sheet);
    }
}
