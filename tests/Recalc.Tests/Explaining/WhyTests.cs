using Recalc.Addressing;
using Recalc.Explaining;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc.Tests.Explaining;

public class WhyTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;

    public WhyTests() => _sheet = _book.AddSheet("S");

    [Fact]
    public void A_value_is_done_and_rests_on_nothing()
    {
        _sheet[Cell("A1")] = "text";
        var why = Why("A1");
        Assert.Equal((CellContent.Value, null, (CellValue)"text", RecalcState.Done, false), (why.Content, why.Formula, why.Value, why.State, why.MustRun));
        Assert.Empty(why.Reads);
        Assert.Empty(why.ErrorPath);
        Assert.Empty(why.Ring);
        Assert.Null(why.CutOffBy);
        Assert.Null(why.Statistics);
        Assert.Equal("S!A1 = \"text\"", why.ToString());
        Assert.Equal(CellContent.Blank, Why("B9").Content);
        Assert.Equal("S!B9 = (blank)", Why("B9").ToString());
    }

    [Fact]
    public void A_formula_is_explained_as_it_is_unless_it_is_to_be_computed()
    {
        _sheet[Cell("A1")] = 2;
        _sheet.SetFormula(Cell("B1"), "=A1*3");
        _sheet.SetFormula(Cell("C1"), "=B1+1");
        _book.Engine.Log = new EvaluationLog();
        var why = Why("C1");
        Assert.Equal(("=B1+1", CellValue.Blank, RecalcState.Script, true), (why.Formula, why.Value, why.State, why.MustRun));
        Assert.Equal("S!B1", why.Awaits.ToString());
        Assert.Empty(_book.Engine.Log.Ran);
        why = _book.Explain.Why(_sheet, Cell("C1"), isComputed: true);
        Assert.Equal((7, RecalcState.Done, false, "S!B1", ""), (why.Value.AsNumber(), why.State, why.MustRun, why.Reads.ToString(), why.Awaits.ToString()));
        _sheet[Cell("A1")] = 5;
        Assert.Equal((RecalcState.Script, true, 6d), (Why("B1").State, Why("B1").MustRun, Why("B1").Value.AsNumber()));
        Assert.Equal((RecalcState.Script, false, 7d), (Why("C1").State, Why("C1").MustRun, Why("C1").Value.AsNumber()));
        Assert.Equal("S!C1 = 7\n  formula     =B1+1\n  state       script: may have to be computed\n  reads       S!B1\n  awaits      S!B1", Why("C1").ToString());
    }

    [Fact]
    public void What_a_formula_read_leaves_branches_out_that_were_not_taken()
    {
        _sheet[Cell("A1")] = true;
        _sheet.SetFormula(Cell("B1"), "=IF(A1,C1,D1)+SUM(E1:E9)");
        Assert.Equal("S!A1, S!C1, S!D1, S!E1:E9", Why("B1").Reads.ToString());
        _ = _sheet[Cell("B1")];
        Assert.Equal("S!A1, S!C1, S!E1:E9", Why("B1").Reads.ToString());
        _sheet[Cell("A1")] = false;
        _ = _sheet[Cell("B1")];
        Assert.Equal("S!A1, S!D1, S!E1:E9", Why("B1").Reads.ToString());
        _sheet.SetFormula(Cell("B2"), "=IF(A1,C1,RAND())");
        _ = _sheet[Cell("B2")];
        Assert.Equal((true, "S!A1, S!C1"), (Why("B2").IsVolatile, Why("B2").Reads.ToString()));
    }

    [Fact]
    public void An_error_leads_the_shortest_way_to_where_it_came_about()
    {
        _sheet.SetFormula(Cell("A1"), "=1/0");
        _sheet.SetFormula(Cell("B1"), "=A1+1");
        _sheet.SetFormula(Cell("C1"), "=B1+1");
        _sheet.SetFormula(Cell("D1"), "=SUM(C1,B1)");
        _sheet.SetFormula(Cell("E1"), "=IFERROR(NA(),D1)");
        var why = _book.Explain.Why(_sheet, Cell("E1"), isComputed: true);
        Assert.Equal("S!E1, S!D1, S!B1, S!A1", string.Join(", ", why.ErrorPath.Select(s => s.Place)));
        Assert.All(why.ErrorPath, s => Assert.Equal(ErrorKind.Div0, s.Error));
        Assert.Equal("S!A1 = #DIV/0!  =1/0", why.ErrorPath[^1].ToString());
        Assert.Equal(
            """
            S!E1 = #DIV/0!
              formula     =IFERROR(NA(),D1)
              state       done
              reads       S!D1
              comes from  S!D1 = #DIV/0!  =SUM(C1,B1)
                          S!B1 = #DIV/0!  =A1+1
                          S!A1 = #DIV/0!  =1/0
            """.ReplaceLineEndings("\n"), why.ToString());
    }

    [Fact]
    public void An_error_of_a_branch_that_was_not_taken_is_not_the_cause()
    {
        _sheet.SetFormula(Cell("A1"), "=1/0");
        _sheet.SetFormula(Cell("B1"), "=IF(TRUE,1/C1,A1)");
        _ = (_sheet[Cell("A1")], _sheet[Cell("B1")]);
        Assert.Equal("S!B1", string.Join(", ", Why("B1").ErrorPath.Select(s => s.Place)));
        _sheet.SetFormula(Cell("B1"), "=IF(TRUE,A1,1/C1)");
        _ = _sheet[Cell("B1")];
        Assert.Equal("S!B1, S!A1", string.Join(", ", Why("B1").ErrorPath.Select(s => s.Place)));
    }

    [Fact]
    public void Another_error_that_was_caught_is_not_the_cause()
    {
        _sheet[Cell("A1")] = ErrorKind.NotAvailable;
        _sheet.SetFormula(Cell("B1"), "=IF(ISNA(A1),1/0,2)");
        _ = _sheet[Cell("B1")];
        var step = Assert.Single(Why("B1").ErrorPath);
        Assert.Equal(("S!B1", ErrorKind.Div0), (step.Place.ToString(), step.Error));
    }

    [Fact]
    public void An_error_is_followed_through_ranges_names_spills_and_nodes()
    {
        _sheet[Cell("A500")] = ErrorKind.NotAvailable;
        _sheet.SetFormula(Cell("B1"), "=SUM(A:A)");
        _book.SetFormula("total", "=S!B1*2");
        var node = _book.Compute("node", ctx => ctx.Get<double>("total") + 1);
        _sheet.SetFormula(Cell("D1"), "=node+{1;2}");
        _sheet.SetFormula(Cell("F1"), "=D2");
        var why = _book.Explain.Why(_sheet, Cell("F1"), isComputed: true);
        Assert.Equal("S!F1, S!D2, node, total, S!B1, S!A500", string.Join(", ", why.ErrorPath.Select(s => s.Place)));
        Assert.Equal("=node+{1;2}", why.ErrorPath[1].Formula);
        Assert.Equal(CellContent.Code, _book.Explain.Why(node).Content);
        Assert.Equal("total", _book.Explain.Why(node).Reads.ToString());
    }

    [Fact]
    public void Reasons_come_with_errors()
    {
        _sheet.SetFormula(Cell("A1"), "=nobody+1");
        _sheet.SetFormula(Cell("B1"), "=A1");
        var why = _book.Explain.Why(_sheet, Cell("B1"), isComputed: true);
        Assert.Contains("Nobody defined the name", why.ErrorPath[^1].Reason, StringComparison.Ordinal);
        Assert.Contains("Nobody defined the name", why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_way_of_an_error_is_found_and_shown_by_its_ends()
    {
        _sheet[Cell("A1")] = ErrorKind.Ref;
        _sheet.SetFormula(CellRange.Parse("A2:A50000"), "=A1+1");
        var why = _book.Explain.Why(_sheet, Cell("A50000"), isComputed: true);
        Assert.Equal(50_000, why.ErrorPath.Count);
        Assert.Equal("S!A1", why.ErrorPath[^1].Place.ToString());
        Assert.True(why.IsComplete);
        Assert.InRange(why.ToString().Split('\n').Length, 10, 20);
        why = _book.Explain.Why(_sheet, Cell("A50000"), limit: 100);
        Assert.False(why.IsComplete);
        Assert.InRange(why.ErrorPath.Count, 1, 100);
    }

    [Fact]
    public void A_cycle_is_shown_as_the_shortest_ring_in_the_order_of_reading()
    {
        _sheet.SetFormula(Cell("A1"), "=B1+1");
        _sheet.SetFormula(Cell("B1"), "=C1+1");
        _sheet.SetFormula(Cell("C1"), "=A1+D1+1");
        _sheet.SetFormula(Cell("D1"), "=B1");
        _sheet.SetFormula(Cell("E1"), "=C1*2");
        Assert.Empty(Why("A1").Ring);
        var why = _book.Explain.Why(_sheet, Cell("A1"), isComputed: true);
        Assert.Equal("S!A1, S!B1, S!C1", string.Join(", ", why.Ring));
        Assert.Contains(Ring("B1"), (string[])["S!B1, S!C1, S!A1", "S!B1, S!C1, S!D1"]);
        Assert.Equal("S!D1, S!B1, S!C1", Ring("D1"));
        why = _book.Explain.Why(_sheet, Cell("E1"), isComputed: true);
        Assert.Equal(["S!E1", "S!C1"], why.ErrorPath.Select(s => s.Place.ToString()).Take(2));
        Assert.NotEmpty(why.Ring);
        Assert.Contains("ring", why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_that_settles_has_a_ring_and_its_waves()
    {
        _book.Explain.IsRecording = true;
        _sheet.SetFormula(Cell("A1"), "=MIN(B1+1,5)");
        _sheet.SetFormula(Cell("B1"), "=A1");
        var why = _book.Explain.Why(_sheet, Cell("A1"), isComputed: true);
        Assert.Equal((5, RecalcState.Done), (why.Value.AsNumber(), why.State));
        Assert.Equal("S!A1, S!B1", string.Join(", ", why.Ring));
        Assert.Equal(1, why.Statistics!.Runs);
        Assert.InRange(why.Statistics.Wave, 2, 20);
        _sheet.SetFormula(Cell("C1"), "=A1");
        Assert.Equal(1, _book.Explain.Why(_sheet, Cell("C1"), isComputed: true).Statistics!.Wave);
    }

    [Fact]
    public void Nodes_that_read_one_another_are_a_ring()
    {
        _book.Compute("a", ctx => ctx.Get<double>("b") + 1);
        _book.Compute("b", ctx => ctx.Get<double>("a") + 1);
        var why = _book.Explain.Why(_book.Explain.At("a"), isComputed: true);
        Assert.Equal(ErrorKind.Cycle, why.Value.AsError());
        Assert.Equal("a, b", string.Join(", ", why.Ring));
    }

    [Fact]
    public void A_cell_that_was_not_computed_says_what_cut_it_off()
    {
        _sheet[Cell("A1")] = 5;
        _sheet.SetFormula(Cell("B1"), "=A1>0");
        _sheet.SetFormula(Cell("C1"), "=IF(B1,1,2)");
        _sheet.SetFormula(Cell("D1"), "=C1+1");
        _book.Explain.IsRecording = true;
        _ = _sheet[Cell("D1")];
        Assert.Equal("", Why("D1").CutOffBy!.ToString());
        _sheet[Cell("A1")] = 7;
        Assert.Equal("", Why("D1").CutOffBy!.ToString());                       // nobody knows yet
        _ = _sheet[Cell("D1")];
        Assert.Equal("S!B1", Why("D1").CutOffBy!.ToString());
        Assert.Equal("S!B1", Why("C1").CutOffBy!.ToString());
        Assert.Equal("", Why("B1").CutOffBy!.ToString());
        Assert.Equal((1, 1), (Why("D1").Statistics!.Runs, Why("D1").Statistics!.Cleanings));
        Assert.Contains("cut off     at S!B1, computed with the same value as before", Why("D1").ToString(), StringComparison.Ordinal);
        _sheet[Cell("A1")] = -7;
        _ = _sheet[Cell("D1")];
        Assert.Equal("", Why("D1").CutOffBy!.ToString());
    }

    [Fact]
    public void What_was_read_before_cuts_off_too()
    {
        _sheet[Cell("A1")] = 5;
        _sheet.SetFormula(Cell("B1"), "=A1>0");
        _sheet.SetFormula(Cell("C1"), "=N(B1)");
        _book.Explain.IsRecording = true;
        _ = _sheet[Cell("C1")];
        _sheet[Cell("A1")] = 7;
        _ = _sheet[Cell("B1")];
        _sheet[Cell("A1")] = 8;
        _ = (_sheet[Cell("B1")], _sheet[Cell("C1")]);
        Assert.Equal("S!B1", Why("C1").CutOffBy!.ToString());
    }

    [Fact]
    public void Columns_and_nodes_are_cut_off_as_cells_are()
    {
        _book.Explain.IsRecording = true;
        _sheet[Cell("A1")] = 1;
        _sheet.SetFormula(CellRange.Parse("B1:B1000"), "=$A$1>0");
        _sheet.SetFormula(Cell("C1"), "=COUNTIF(B1:B1000,TRUE)");
        _book.Compute("node", ctx => ctx.Get<double>(_sheet, Cell("C1")));
        var at = _book.Explain.At("node");
        Assert.Equal(1000, _book.Explain.Why(at, isComputed: true).Value.AsNumber());
        _sheet[Cell("A1")] = 2;
        var why = _book.Explain.Why(at, isComputed: true);
        Assert.Equal("S!B1:B1000", why.CutOffBy!.ToString());
        Assert.Equal((1, 1), (why.Statistics!.Runs, why.Statistics.Cleanings));
        Assert.Equal((2, 1, 1L), (Why("B7").Statistics!.Runs, Why("C1").Statistics!.Runs, Why("B7").Statistics!.Uses));
        Assert.Equal(2000, Why("A1").Statistics!.Uses);
    }

    [Fact]
    public void Recording_says_how_often_and_how_long_until_the_formula_changes()
    {
        _sheet.SetFormula(Cell("A1"), "=B1+1");
        _ = _sheet[Cell("A1")];
        _book.Explain.IsRecording = true;
        Assert.Equal(new RunStatistics(0, 0, 0, TimeSpan.Zero, 0), Why("A1").Statistics);
        for (var i = 1; i <= 3; i++)
        {
            _sheet[Cell("B1")] = i;
            _ = _sheet[Cell("A1")];
        }
        var runs = Why("A1").Statistics!;
        Assert.Equal((3, 0, 1), (runs.Runs, runs.Cleanings, runs.Wave));
        Assert.True(runs.Time > TimeSpan.Zero);
        Assert.Equal(3, Why("B1").Statistics!.Uses);
        using var fork = _book.Fork();
        Assert.False(fork.Explain.IsRecording);
        _sheet.SetFormula(Cell("A1"), "=B1+2");
        Assert.Equal(0, Why("A1").Statistics!.Runs);
        _book.Explain.IsRecording = false;
        Assert.Null(Why("A1").Statistics);
    }

    [Fact]
    public void The_time_of_a_node_is_its_own()
    {
        _book.Explain.IsRecording = true;
        var slow = _book.Compute("slow", _ =>
        {
            Thread.Sleep(30);
            return 1.0;
        });
        _book.Compute("quick", ctx => ctx.Get(slow) + 1);
        _book.Get<double>("quick");
        var (slowTime, quickTime) = (_book.Explain.Why(slow).Statistics!.Time, _book.Explain.Why(_book.Explain.At("quick")).Statistics!.Time);
        Assert.True(slowTime > TimeSpan.FromMilliseconds(25), $"{slowTime}");
        Assert.True(quickTime < slowTime, $"{quickTime} and {slowTime}");
    }

    [Fact]
    public void Asking_computes_nothing_and_changes_nothing()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var model = new RandomModel(seed);
            model.Book.Engine.Log = new EvaluationLog();
            for (var sheet = 0; sheet < 2; sheet++)
                foreach (var cell in RandomModel.Cells) _ = model.Book.Explain.Why(model.Book.Sheets[sheet], cell).ToString();
            Assert.Empty(model.Book.Engine.Log.Ran);
            Assert.Empty(model.Book.Engine.Log.Cleaned);
        }
    }

    [Fact]
    public void Recording_changes_no_value()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (plain, recorded) = (new RandomModel(seed), new RandomModel(seed));
            recorded.Book.Explain.IsRecording = true;
            for (var sheet = 0; sheet < 2; sheet++)
                foreach (var cell in RandomModel.Cells)
                {
                    var why = recorded.Book.Explain.Why(recorded.Book.Sheets[sheet], cell, isComputed: true);
                    Assert.Equal(plain.Book.Sheets[sheet][cell], why.Value);
                    Assert.Equal(RecalcState.Done, why.State);
                }
        }
    }

    [Fact]
    public void Questions_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _book.Explain.Why(new Place(_sheet, CellRange.Parse("A1:B2"))));
        Assert.Throws<ArgumentException>(() => _book.Explain.Why(default(Place)));
        Assert.Throws<ArgumentException>(() => _book.Explain.Why(new Place(new Workbook().AddSheet("T"), Cell("A1"))));
        Assert.Throws<ArgumentOutOfRangeException>(() => _book.Explain.Why(_sheet, Cell("A1"), limit: 0));
        _book.Compute("node", _ => _book.Explain.Why(_sheet, Cell("A1")).Value.ToString());
        Assert.Contains("context", Assert.Throws<CellErrorException>(() => _book.Get<string>("node")).Message, StringComparison.Ordinal);
        _book.Dispose();
        Assert.Throws<ObjectDisposedException>(() => _book.Explain.Why(_sheet, Cell("A1")));
    }

    private static CellAddress Cell(string text) => CellAddress.Parse(text);

    private Explanation Why(string cell) => _book.Explain.Why(_sheet, Cell(cell));

    private string Ring(string cell) => string.Join(", ", Why(cell).Ring);
}
