using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc.Tests.Functions.Registered;

/// <summary>Functions that read their arguments themselves: ranges in place, lazy and optional arguments.</summary>
public class FunctionCallTests
{
    private readonly Workbook _book = new();
    private readonly Sheet _sheet;
    private int _calls;

    public FunctionCallTests()
    {
        _sheet = _book.AddSheet("S");
        _book.Engine.ChecksInvariants = false;                                  // or what is computed is computed again, and calls are counted
    }

    private CellValue this[string cell]
    {
        get => _sheet[CellAddress.Parse(cell)];
        set => _sheet[CellAddress.Parse(cell)] = value;
    }

    private void Set(string cell, string formula) => _sheet.SetFormula(CellAddress.Parse(cell), formula);

    private string? Explain(string cell) => _sheet.Explain(CellAddress.Parse(cell));

    [Fact]
    public void A_range_is_read_in_place()
    {
        _book.Functions.Add("DESCRIBE", (CellSpan cells) => $"{cells.Rows}x{cells.Columns}={cells.Count} {cells[0, 0]} {cells[1, 0]} {cells[0, 1]} {cells[1, 1]}");
        this["A1"] = 1;
        this["B1"] = "x";
        Set("A2", "=A1+1");
        Set("C1", "=DESCRIBE(A1:B2)");
        Set("C2", "=DESCRIBE({1,2;TRUE,#N/A})");
        Assert.Equal("2x2=4 1 2 x ", this["C1"]);
        Assert.Equal("2x2=4 1 TRUE 2 #N/A", this["C2"]);
        this["B2"] = true;
        Assert.Equal("2x2=4 1 2 x TRUE", this["C1"]);
    }

    [Fact]
    public void A_whole_column_costs_what_is_used_of_it()
    {
        _book.Functions.Add("TOTAL.OF", (CellSpan cells) =>
        {
            var total = 0.0;
            for (var column = 0; column < cells.UsedColumns; column++)
                for (var row = 0; row < cells.UsedRows; row++)
                    if (cells[row, column].TryGetNumber(out var number)) total += number;
            return $"{cells.Rows} {cells.UsedRows <= 512} {total}";
        });
        this["A3"] = 4;
        this["A400"] = 5;
        Set("B1", "=TOTAL.OF(A:A)");
        Assert.Equal("1048576 True 9", this["B1"]);
    }

    [Fact]
    public void Reading_a_range_allocates_nothing()
    {
        const int Rows = 5_000;
        _book.Functions.Add("TOTAL.OF", (CellSpan cells, double factor) =>
        {
            var total = 0.0;
            for (var row = 0; row < cells.Rows; row++)
                if (cells[row, 0].TryGetNumber(out var number)) total += number;
            return total * factor;
        });
        for (var row = 0; row < Rows; row++) _sheet[new CellAddress(0, row)] = 1;
        Set("B1", $"=TOTAL.OF(A1:A{Rows},C1)");
        var factor = 0.0;
        var allocated = Allocated.By(() =>
        {
            this["C1"] = ++factor;
            _book.Recalculate();
        });
        Assert.Equal(Rows * factor, this["B1"]);
        Assert.True(allocated < 1_000, $"{allocated} bytes");
    }

    [Fact]
    public void Numbers_are_copied_row_by_row()
    {
        double[] copied = [];
        _book.Functions.Add("COPY", (CellSpan cells) =>
        {
            copied = new double[cells.Count];
            cells.CopyTo(copied);
            return copied.Length;
        });
        this["A1"] = 1;
        this["B1"] = "x";
        this["A2"] = ErrorKind.Ref;
        this["B2"] = 4;
        Set("C1", "=COPY(A1:B2)");
        Assert.Equal(4, this["C1"]);
        Assert.Equal([1, 0, double.NaN, 4], copied);
        Set("C2", "=COPY({7,8})");
        Assert.Equal(2, this["C2"]);
        Assert.Equal([7, 8], copied);
        Set("C3", "=COPY(5)");
        Assert.Equal(1, this["C3"]);
        Assert.Equal([5], copied);
    }

    [Fact]
    public void What_a_call_was_handed_is_good_while_it_runs()
    {
        CellSpan kept = default;
        LazyArgument lazy = default;
        _book.Functions.Add("KEEP", (CellSpan cells, LazyArgument argument) =>
        {
            (kept, lazy) = (cells, argument);
            return cells.Rows;
        });
        Set("B1", "=KEEP(A1:A3,A1)");
        Assert.Equal(3, this["B1"]);
        Assert.Throws<InvalidOperationException>(() => kept.Rows);
        Assert.Throws<InvalidOperationException>(() => kept[0, 0]);
        Assert.Throws<InvalidOperationException>(() => lazy.Value);
        Assert.Throws<InvalidOperationException>(() => default(CellSpan).Rows);
    }

    [Fact]
    public void Arguments_may_be_optional_repeat_and_be_left_out()
    {
        _book.Functions.Add(
            "JOINED",
            [new("separator"), new("values", ArgumentKind.Value) { Repeats = true, IsOptional = true }],
            call =>
            {
                var text = "";
                for (var i = 1; i < call.Count; i++) text += (i > 1 ? call.Get(0, "-") : "") + (call.IsOmitted(i) ? "?" : call[i].ToString());
                return $"{call.Function.Name} {call.Count}: {text}";
            });
        Set("A1", "=JOINED(\"+\",1,,TRUE)");
        Set("A2", "=JOINED(,1,2)");
        Set("A3", "=JOINED(1)");
        Set("A4", "=JOINED()");
        Assert.Equal(["JOINED 4: 1+?+TRUE", "JOINED 3: 1-2", "JOINED 1: "], new[] { this["A1"], this["A2"], this["A3"] });
        Assert.Equal(ErrorKind.Value, this["A4"]);
        Assert.Equal("JOINED takes 1 to 255 arguments.", Explain("A4"));
    }

    [Fact]
    public void An_argument_of_the_wrong_type_is_named()
    {
        _book.Functions.Add("HALF", [new("amount"), new("other") { IsOptional = true }], call => call.TryGet<double>(0, out var n) && n > 100 ? -1 : call.Get<double>(0) / 2);
        Set("A1", "=HALF(\"x\")");
        Set("A2", "=HALF(#N/A)");
        Set("A3", "=HALF(400)");
        Assert.Equal(ErrorKind.Value, this["A1"]);
        Assert.Equal("HALF takes a Double for amount, and the text \"x\" is none.", Explain("A1"));
        Assert.Equal(ErrorKind.NotAvailable, this["A2"]);
        Assert.Equal(-1, this["A3"]);
    }

    [Fact]
    public void Parameters_in_no_order_that_a_call_can_have_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _book.Functions.Add("F", [new("a") { IsOptional = true }, new("b")], _ => 1));
        Assert.Throws<ArgumentException>(() => _book.Functions.Add("F", [new("a") { Repeats = true }, new("b")], _ => 1));
        Assert.Throws<ArgumentException>(() => _book.Functions.Add("F", [new("a", ArgumentKind.Lambda)], _ => 1));
    }

    [Fact]
    public void References_of_several_areas_are_areas_of_their_own_where_arguments_repeat()
    {
        _book.Functions.Add("AREA.COUNT", [new("areas", ArgumentKind.Area) { Repeats = true }], call =>
        {
            var cells = 0L;
            for (var i = 0; i < call.Count; i++) cells += call.Cells(i).Count;
            return $"{call.Count} {cells}";
        });
        Set("E1", "=AREA.COUNT((A1:B2,C1),D1)");
        Assert.Equal("3 6", this["E1"]);
    }

    private void AddChoice()
    {
        _book.Functions.Add("CHOICE", (bool condition, LazyArgument yes, LazyArgument no) =>
        {
            _calls++;
            return condition ? yes.Value : no.Value;
        });
    }

    [Fact]
    public void A_lazy_argument_that_nobody_asks_for_is_not_computed_and_neither_are_its_cells()
    {
        AddChoice();
        this["A1"] = true;
        Set("B1", "=1+1");
        Set("C1", "=2+2");
        Set("D1", "=CHOICE(A1,B1,C1*10)");
        var log = _book.Engine.Log = new EvaluationLog();
        Assert.Equal(2, this["D1"]);
        Assert.Equal(["B1", "D1"], log.Ran.Select(r => r.Range.ToString()));
        log.Clear();
        this["A1"] = false;
        Assert.Equal(40, this["D1"]);
        Assert.Equal(["C1", "D1"], log.Ran.Select(r => r.Range.ToString()));
    }

    [Fact]
    public void A_call_whose_lazy_argument_waits_for_a_cell_is_made_again()
    {
        AddChoice();
        Set("B1", "=1+1");
        Set("D1", "=CHOICE(TRUE,B1,1/0)");
        Assert.Equal(2, this["D1"]);
        Assert.Equal(2, _calls);
        this["B1"] = 5;
        Assert.Equal(5, this["D1"]);
        Assert.Equal(3, _calls);
    }

    [Fact]
    public void A_lazy_argument_is_computed_once_a_call()
    {
        var computed = 0;
        _book.Functions.Add("TRACE", (double x) =>
        {
            computed++;
            return x;
        });
        _book.Functions.Add("THREE.TIMES", (LazyArgument x, LazyArgument y) => x.Get<double>() + x.Get<double>() + x.Get<double>());
        Set("A1", "=THREE.TIMES(TRACE(5),TRACE(6))");
        Assert.Equal(15, this["A1"]);
        Assert.Equal(1, computed);
    }

    [Fact]
    public void Lazy_arguments_know_the_variables_around_them_and_stand_within_one_another()
    {
        AddChoice();
        this["A1"] = 3;
        Set("B1", "=LET(x,A1*2,CHOICE(x>5,CHOICE(x>100,1/0,x+LET(y,x,y*y)),1/0))");
        Set("B2", "=SUM(MAP({1,2,3},LAMBDA(n,CHOICE(n=2,n*100,n))))");
        Set("B3", "=IF(CHOICE(TRUE,A1=3,1/0),CHOICE(FALSE,1/0,7)&\"!\",1/0)");
        Assert.Equal(42, this["B1"]);
        Assert.Equal(204, this["B2"]);
        Assert.Equal("7!", this["B3"]);
    }

    [Fact]
    public void Recursion_ends_at_a_lazy_argument()
    {
        AddChoice();
        _book.DefineName(new DefinedName("FACT.OF", "LAMBDA(n,CHOICE(n<2,1,n*FACT.OF(n-1)))"));
        Set("A1", "=FACT.OF(10)");
        Assert.Equal(3628800, this["A1"]);
        Set("A2", "=FACT.OF(1000000)");
        Assert.Equal(ErrorKind.Num, this["A2"]);
    }

    [Fact]
    public void Lazy_arguments_are_values_ranges_errors_or_nothing()
    {
        _book.Functions.Add("LOOK", [new("a", ArgumentKind.Lazy) { IsOptional = true }], call =>
        {
            if (call.IsOmitted(0)) return "omitted";
            var lazy = call.Lazy(0);
            return $"{lazy.Cells.Rows}x{lazy.Cells.Columns} {lazy.Value}";
        });
        this["A1"] = 4;
        Set("A2", "=A1*2");
        foreach (var (cell, formula, value) in new[]
        {
            ("C1", "=LOOK()", "omitted"), ("C2", "=LOOK(A1:A2)", "2x1 #VALUE!"), ("C3", "=LOOK(A2)", "1x1 8"), ("C4", "=LOOK(\"t\")", "1x1 t"),
            ("C5", "=LOOK(1/0)", "1x1 #DIV/0!"), ("C6", "=LOOK(A1+1)", "1x1 5"), ("C7", "=LOOK({1,2})", "1x2 #VALUE!"), ("C8", "=LOOK(LAMBDA(x,x))", "1x1 #VALUE!"),
        })
        {
            Set(cell, formula);
            Assert.Equal(value, this[cell]);
        }
    }

    [Fact]
    public void Code_that_catches_everything_waits_for_lazy_arguments_nonetheless()
    {
        _book.Functions.Add("CAREFUL", (LazyArgument a, LazyArgument b) =>
        {
            double Of(LazyArgument x)
            {
                try
                {
                    return x.Get<double>();
                }
#pragma warning disable CA1031
                catch (Exception)
#pragma warning restore CA1031
                {
                    return -1;
                }
            }
            return Of(a) + Of(b);
        });
        Set("A1", "=1+1");
        Set("A2", "=2+2");
        Set("B1", "=CAREFUL(A1,A2)+CAREFUL(1/0,A2)");
        Assert.Equal(9, this["B1"]);
    }
}
