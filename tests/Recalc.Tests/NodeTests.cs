using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Tests;

public class NodeTests
{
    private readonly Workbook _book = new();
    private int _runs;

    private Sheet Sheet => _book.Sheets.Count == 0 ? _book.AddSheet("S") : _book.Sheets[0];

    [Fact]
    public void Many_cells_are_read_at_once()
    {
        var book = new Workbook();
        var (head, sheet) = (book.Input("head", 1.0), book.AddSheet("S"));
        sheet.SetFormula(CellAddress.Parse("A1"), "head*100");
        book.SetFormula("named", "head*10");
        var cells = Enumerable.Range(0, 300).Select(i => book.Compute(ctx => ctx.Get(head) + i)).ToList();
        cells.AddRange([head, book.Cell<double>("named"), sheet.Cell<double>("A1")]);
        var values = new double[cells.Count];
        book.Get([.. cells], values);
        Assert.Equal([.. Enumerable.Range(1, 300).Select(i => (double)i), 1, 10, 100], values);
        head.Value = 2;
        using var fork = book.Fork();
        fork.Get([.. cells], values);
        Assert.Equal([.. Enumerable.Range(2, 300).Select(i => (double)i), 2, 20, 200], values);
        Assert.False(book.TryPeek(cells[0], out _));
        Assert.Throws<ArgumentException>(() => book.Get([.. cells], new double[3]));
        Assert.Throws<ArgumentException>(() => new Workbook().Get([head], new double[1]));
        var failing = book.Compute<double>(_ => throw new InvalidOperationException("no"));
        Assert.Throws<CellErrorException>(() => book.Get([head, failing], new double[2]));
    }

    [Fact]
    public void A_node_follows_its_inputs_and_runs_only_when_one_changed()
    {
        var price = _book.Input(12.5);
        var quantity = _book.Input(4.0);
        var total = _book.Compute(ctx => Counted(ctx.Get(price) * ctx.Get(quantity)));
        Assert.Equal(0, _runs);
        Assert.Equal(50, total.Value);
        Assert.Equal(50, total.Value);
        Assert.Equal(1, _runs);
        price.Value = 10;
        quantity.Value = 5;
        Assert.Equal(1, _runs);
        Assert.Equal(50, total.Value);
        Assert.Equal(2, _runs);
        price.Value = 10;
        Assert.Equal(50, total.Value);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void What_did_not_change_cuts_off_what_rests_on_it()
    {
        var input = _book.Input(1.0);
        var sign = _book.Compute(ctx => Math.Sign(ctx.Get(input)));
        var last = _book.Compute(ctx => Counted(ctx.Get(sign) + 1.0));
        Assert.Equal(2, last.Value);
        input.Value = 7;
        Assert.Equal(2, last.Value);
        Assert.Equal(1, _runs);
        input.Value = -7;
        Assert.Equal(0, last.Value);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void A_branch_that_is_not_taken_is_neither_computed_nor_a_precedent()
    {
        var isOn = _book.Input(true);
        var a = _book.Input(1.0);
        var left = _book.Compute(ctx => Counted(ctx.Get(a)));
        var right = _book.Input(5.0);
        var chosen = 0;
        var choice = _book.Compute(ctx =>
        {
            chosen++;
            return ctx.Get(isOn) ? ctx.Get(left) : ctx.Get(right);
        });
        Assert.Equal(1, choice.Value);
        isOn.Value = false;
        a.Value = 9;
        Assert.Equal(5, choice.Value);
        Assert.Equal((1, 2), (_runs, chosen));
        a.Value = 10;
        Assert.Equal(5, choice.Value);
        Assert.Equal((1, 2), (_runs, chosen));
        isOn.Value = true;
        Assert.Equal(10, choice.Value);
        Assert.Equal((2, 3), (_runs, chosen));
    }

    [Fact]
    public void Names_formulas_and_code_rest_on_one_another()
    {
        _book["price"] = 12.5;
        _book["qty"] = 4;
        _book.SetFormula("net", "=price*qty");
        _book.Compute("gross", ctx => Counted(ctx.Get<double>("net") * 1.2));
        Sheet.SetFormula(CellAddress.Parse("A1"), "gross+1");
        _book.Compute("shown", ctx => $"{ctx.Get<double>(Sheet, CellAddress.Parse("A1"))}");
        Assert.Equal("61", _book.Get<string>("shown"));
        _book["PRICE"] = 25;
        Assert.Equal("121", _book["shown"].AsText());
        Assert.Equal(2, _runs);
        _book["price"] = 25;
        Assert.Equal(121, Sheet[CellAddress.Parse("A1")].AsNumber());
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void A_range_is_a_precedent_as_a_whole()
    {
        for (var row = 0; row < 10; row++) Sheet[new CellAddress(0, row)] = row;
        Sheet.SetFormula(CellRange.Parse("B1:B10"), "A1*2");
        var range = CellRange.Parse("A1:B10");
        var sum = _book.Compute(ctx =>
        {
            Span<double> numbers = stackalloc double[20];
            ctx.Get(Sheet, range, numbers);
            var total = 0.0;
            foreach (var number in numbers) total += number;
            return Counted(total);
        });
        Assert.Equal(135, sum.Value);
        Sheet[new CellAddress(0, 3)] = 103;
        Assert.Equal(435, sum.Value);
        Sheet[new CellAddress(2, 3)] = 5;
        Assert.Equal(435, sum.Value);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void A_chain_of_a_million_nodes_needs_no_stack()
    {
        var input = _book.Input(1.0);
        var last = input;
        for (var i = 0; i < 1_000_000; i++)
        {
            var before = last;
            last = _book.Compute(ctx => ctx.Get(before) + 1);
        }
        Assert.Equal(1_000_001, last.Value);
        input.Value = 5;
        Assert.Equal(1_000_005, last.Value);
    }

    [Fact]
    public void A_chain_of_formulas_and_nodes_in_turn_needs_no_stack()
    {
        const int Length = 20_000;
        var start = CellAddress.Parse("A1");
        Sheet[start] = 1;
        for (var i = 0; i < Length; i++)
        {
            var above = new CellAddress(0, i);
            _book.Compute($"n{i}_", ctx => ctx.Get<double>(Sheet, above) + 1);
            Sheet.SetFormula(new CellAddress(0, i + 1), $"n{i}_");
        }
        Assert.Equal(Length + 1, Sheet[new CellAddress(0, Length)].AsNumber());
        Sheet[start] = 3;
        Assert.Equal(Length + 3, Sheet[new CellAddress(0, Length)].AsNumber());
    }

    [Fact]
    public void A_cycle_of_nodes_is_an_error_that_names_them()
    {
        _book.Compute("a_", ctx => ctx.Get<double>("b_") + 1);
        _book.Compute("b_", ctx => ctx.Get<double>("a_") + 1);
        var error = Assert.Throws<CellErrorException>(() => _book.Get<double>("a_"));
        Assert.Equal(ErrorKind.Cycle, error.Error);
        Assert.Contains("a_", error.Message, StringComparison.Ordinal);
        Assert.Contains("b_", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.Cycle, _book["b_"].AsError());
        _book["b_"] = 1;
        Assert.Equal(2, _book.Get<double>("a_"));
    }

    [Fact]
    public void A_cycle_of_nodes_and_formulas_is_an_error()
    {
        _book.Compute("node", ctx => ctx.Get<double>(Sheet, CellAddress.Parse("A1")) + 1);
        Sheet.SetFormula(CellAddress.Parse("A1"), "node*2");
        Assert.Equal(ErrorKind.Cycle, Sheet[CellAddress.Parse("A1")].AsError());
        Assert.Equal(ErrorKind.Cycle, _book["node"].AsError());
        Sheet[CellAddress.Parse("A1")] = 4;
        Assert.Equal(5, _book.Get<double>("node"));
    }

    [Fact]
    public void A_loop_that_is_gone_is_no_cycle()
    {
        var isFirst = _book.Input(true);
        Cell<double> b = default;
        var a = _book.Compute(ctx => ctx.Get(isFirst) ? 1 : ctx.Get(b) + 1);
        b = _book.Compute(ctx => ctx.Get(isFirst) ? ctx.Get(a) + 1 : 10);
        Assert.Equal((1, 2), (a.Value, b.Value));
        isFirst.Value = false;
        Assert.Equal((11, 10), (a.Value, b.Value));
        isFirst.Value = true;
        Assert.Equal((2, 1), (b.Value, a.Value));
    }

    [Fact]
    public void An_exception_is_an_error_value_with_an_explanation()
    {
        var input = _book.Input(0.0);
        var node = _book.Compute(ctx => ctx.Get(input) > 0 ? ctx.Get(input) : throw new FormatException("Not positive."));
        var onIt = _book.Compute(ctx => ctx.Get(node) + 1);
        var error = Assert.Throws<CellErrorException>(() => onIt.Value);
        Assert.Equal(ErrorKind.Value, error.Error);
        Assert.Contains("FormatException: Not positive.", error.Message, StringComparison.Ordinal);
        input.Value = 1;
        Assert.Equal(2, onIt.Value);
    }

    [Fact]
    public void Errors_go_through_as_they_are()
    {
        Sheet.SetFormula(CellAddress.Parse("A1"), "1/0");
        var node = _book.Compute(ctx => ctx.Get<double>(Sheet, CellAddress.Parse("A1")) + 1);
        Assert.Equal(ErrorKind.Div0, Assert.Throws<CellErrorException>(() => node.Value).Error);
    }

    [Fact]
    public void A_node_neither_sets_cells_nor_reads_behind_the_back_of_its_context()
    {
        var input = _book.Input(1.0);
        var setting = _book.Compute(ctx =>
        {
            input.Value = 2;
            return 1.0;
        });
        var reading = _book.Compute(ctx => input.Value);
        Assert.Contains("returns its value instead of setting cells", Assert.Throws<CellErrorException>(() => setting.Value).Message, StringComparison.Ordinal);
        Assert.Contains("through its context", Assert.Throws<CellErrorException>(() => reading.Value).Message, StringComparison.Ordinal);
        Assert.Equal(1, input.Value);
    }

    [Fact]
    public void A_context_is_good_only_while_its_node_runs()
    {
        ComputeContext? kept = null;
        var input = _book.Input(1.0);
        var node = _book.Compute(ctx =>
        {
            kept = ctx;
            return ctx.Get(input);
        });
        Assert.Equal(1, node.Value);
        Assert.Throws<InvalidOperationException>(() => kept!.Get(input));
    }

    [Fact]
    public void Objects_texts_and_dates_are_values_like_others()
    {
        var names = _book.Input(new List<string> { "a", "b" });
        var joined = _book.Compute(ctx => string.Join("+", ctx.Get(names)));
        var day = _book.Compute(_ => new DateTime(2024, 2, 29, 12, 0, 0));
        Assert.Equal("a+b", joined.Value);
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0), day.Value);
        names.Value = ["c"];
        Assert.Equal("c", joined.Value);
    }

    [Fact]
    public void Equality_is_what_its_maker_says()
    {
        var input = _book.Input(1.0);
        var rough = _book.Compute(ctx => ctx.Get(input), EqualityComparer<double>.Create((x, y) => Math.Abs(x - y) < 0.5));
        var onIt = _book.Compute(ctx => Counted(ctx.Get(rough)));
        Assert.Equal(1, onIt.Value);
        input.Value = 1.25;
        Assert.Equal(1, onIt.Value);
        Assert.Equal(1, _runs);
        input.Value = 1.75;
        Assert.Equal(1.75, onIt.Value);
    }

    [Fact]
    public void A_name_may_become_something_else()
    {
        _book["x"] = 2;
        var onIt = _book.Compute(ctx => ctx.Get<double>("x") * 10);
        Sheet.SetFormula(CellAddress.Parse("A1"), "x*100");
        Assert.Equal((20, 200), (onIt.Value, Sheet[CellAddress.Parse("A1")].AsNumber()));
        _book.SetFormula("x", "=Sum(S!B1:B3)");
        Sheet[CellAddress.Parse("B2")] = 4;
        Assert.Equal((40, 400), (onIt.Value, Sheet[CellAddress.Parse("A1")].AsNumber()));
        _book.Compute("x", ctx => ctx.Get<double>(Sheet, CellAddress.Parse("B2")) + 1);
        Assert.Equal((50, 500), (onIt.Value, Sheet[CellAddress.Parse("A1")].AsNumber()));
        Sheet[CellAddress.Parse("B2")] = 5;
        Assert.Equal((60, 600), (onIt.Value, Sheet[CellAddress.Parse("A1")].AsNumber()));
        _book["x"] = 7;
        Assert.Equal((70, 700), (onIt.Value, Sheet[CellAddress.Parse("A1")].AsNumber()));
        Sheet[CellAddress.Parse("B2")] = 6;
        Assert.Equal((70, 700), (onIt.Value, Sheet[CellAddress.Parse("A1")].AsNumber()));
    }

    [Fact]
    public void A_name_that_is_defined_later_is_found_then()
    {
        var node = _book.Compute(ctx => ctx.Get<double>("later") + 1);
        Sheet.SetFormula(CellAddress.Parse("A1"), "later+2");
        Assert.Equal(ErrorKind.Name, Assert.Throws<CellErrorException>(() => node.Value).Error);
        Assert.Equal(ErrorKind.Name, Sheet[CellAddress.Parse("A1")].AsError());
        Assert.Throws<KeyNotFoundException>(() => _book["later"]);
        _book["later"] = 5;
        Assert.Equal((6, 7), (node.Value, Sheet[CellAddress.Parse("A1")].AsNumber()));
    }

    [Fact]
    public void Code_runs_once_however_often_it_is_read()
    {
        var input = _book.Input(1.0);
        var shared = _book.Compute(ctx => Counted(ctx.Get(input)));
        var left = _book.Compute(ctx => ctx.Get(shared) + 1);
        var right = _book.Compute(ctx => ctx.Get(shared) * 2);
        var both = _book.Compute(ctx => ctx.Get(left) + ctx.Get(right) + ctx.Get(left) + ctx.Get(shared));
        Assert.Equal(7, both.Value);
        input.Value = 2;
        Assert.Equal(12, both.Value);
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void Many_sources_read_in_turn_are_linked_once()
    {
        var inputs = Enumerable.Range(0, 100).Select(i => _book.Input((double)i)).ToArray();
        var sum = _book.Compute(ctx =>
        {
            var total = 0.0;
            for (var round = 0; round < 3; round++)
                foreach (var input in inputs) total += ctx.Get(input);
            return total;
        });
        Assert.Equal(3 * 4950, sum.Value);
        inputs[50].Value = 0;
        Assert.Equal(3 * 4900, sum.Value);
    }

    [Fact]
    public void Recalculate_computes_nodes_too()
    {
        var input = _book.Input(1.0);
        _book.Compute(ctx => Counted(ctx.Get(input)));
        _book.Recalculate();
        Assert.Equal(1, _runs);
        _book.Recalculate();
        Assert.Equal(1, _runs);
        input.Value = 2;
        _book.Recalculate();
        Assert.Equal(2, _runs);
    }

    [Fact]
    public void An_edit_and_a_read_allocate_nothing()
    {
        var input = _book.Input(0.0);
        var last = _book.Compute(ctx => ctx.Get(input) + 1);
        for (var i = 0; i < 20; i++)
        {
            var before = last;
            last = _book.Compute(ctx => ctx.Get(before) + ctx.Get(input));
        }
        var least = long.MaxValue;
        _book.Engine.ChecksInvariants = false;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                input.Value = attempt * 1000 + i;
                _ = last.Value;
            }
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }

    private T Counted<T>(T value)
    {
        _runs++;
        return value;
    }
}
