using CsCheck;
using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Functions;
using Recalc.Storage;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests.Evaluation;

public class LiftingTests
{
    private static readonly TestSite Site = new();

    private static readonly Gen<Operand> Any = Gen.OneOf(
        Gens.Value.Select(v => new Operand(v)), Gens.Array(Gens.Value).Select(Operand.Array), Area());

    [Fact]
    public void Operators_are_applied_element_by_element() =>
        Gen.Select(Gens.Operator, Any, Any).Sample((kind, left, right) =>
        {
            var actual = Lifting.Binary(kind, left, right, isLast: false, Site);
            AssertElements(actual, [left, right], (row, column) =>
                Operators.Binary(kind, Element(left, row, column), Element(right, row, column), isLast: false, Site));
            AssertElements(Lifting.Unary(SyntaxKind.Negate, left, Site), [left], (row, column) =>
                Operators.Unary(SyntaxKind.Negate, Element(left, row, column), Site));
        }, iter: 20_000);

    [Fact]
    public void Columns_of_many_rows_are_computed_as_their_elements_are() =>
        Gen.Select(Gens.Operator, Tall, Gen.OneOf(Tall, Any), Gen.Bool, Gen.Bool).Sample((kind, tall, other, isFirst, isLast) =>
        {
            var (left, right) = isFirst ? (tall, other) : (other, tall);
            AssertElements(Lifting.Binary(kind, left, right, isLast, Site), [left, right], (row, column) =>
                Operators.Binary(kind, Element(left, row, column), Element(right, row, column), isLast, Site));
        }, iter: 3_000);

    [Fact]
    public void Functions_are_called_element_by_element() =>
        Gen.Select(Any, Any, Any, Gen.Bool.Array[3]).Sample((a, b, c, lifted) =>
        {
            Operand[] arguments = [a, b, c];
            var actual = Lifting.Call(Describe, arguments, lifted, Site);
            AssertElements(actual, [.. arguments.Where((_, i) => lifted[i])], (row, column) =>
                Describe([.. arguments.Select((o, i) => lifted[i] ? Element(o, row, column) : o)], Site));
        }, iter: 5_000);

    [Fact]
    public void Conditions_choose_element_by_element() =>
        Gen.Select(Any, Any, Any).Sample((condition, whenTrue, whenFalse) =>
            AssertElements(Lifting.Select(condition, whenTrue, whenFalse, Site), [condition, whenTrue, whenFalse], (row, column) =>
            {
                var value = Element(condition, row, column).Value;
                if (!Coercion.TryToLogical(value, out var isTrue, out var error)) return error;
                return Element(isTrue ? whenTrue : whenFalse, row, column);
            }), iter: 5_000);

    [Fact]
    public void A_whole_column_costs_what_is_used_of_it()
    {
        var site = new TestSite { Memory = 64, Steps = 64 };
        for (var row = 0; row < 10; row++) site.Cells[new CellAddress(0, row)] = row;
        var area = site.Area(0, CellRange.Parse("A:A"));
        var result = Lifting.Binary(SyntaxKind.Add, Operand.Area(area), 1, isLast: false, site).Grid!;
        Assert.Equal((SheetLimits.Rows, 1), (result.Rows, result.Columns));
        Assert.Equal(10, result[9, 0].AsNumber());
        Assert.Equal(1, result[SheetLimits.Rows - 1, 0].AsNumber());
        Assert.InRange(result.UsedRows, 10, 64);
    }

    [Fact]
    public void What_is_too_large_is_not_made()
    {
        var (row, column) = (Filled(1, 1000), Filled(1000, 1));
        var (memory, steps) = (new TestSite { Memory = 999_999 }, new TestSite { Steps = 999_999 });
        Assert.Equal(memory.OverMemory, Lifting.Binary(SyntaxKind.Add, row, column, isLast: false, memory), SameFault);
        Assert.Equal(steps.OverSteps, Lifting.Binary(SyntaxKind.Add, row, column, isLast: false, steps), SameFault);
        Assert.Equal(1_000_000, Lifting.Binary(SyntaxKind.Add, row, column, isLast: false, Site).Grid!.Count);
    }

    [Fact]
    public void A_blocked_call_blocks_the_whole_after_all_others_were_made()
    {
        var calls = 0;
        Operand Body(ReadOnlySpan<Operand> arguments, CallSite site) => ++calls == 2 ? Operand.Blocked : arguments[0];
        Assert.True(Lifting.Call(Body, [Filled(5, 1)], [true], Site).IsBlocked);
        Assert.Equal(5, calls);
    }

    [Fact]
    public void Of_a_reference_that_an_element_is_the_first_cell_is_asked_for()
    {
        var site = new TestSite { IsReady = false };
        site.Cells[new CellAddress(1, 0)] = 7;
        Operand Body(ReadOnlySpan<Operand> arguments, CallSite s) => Operand.Area(s.Area(0, CellRange.Parse("B1:B2")));
        Assert.True(Lifting.Call(Body, [Filled(2, 1)], [true], site).IsBlocked);
        Assert.Equal([CellRange.Parse("B1:B2"), CellRange.Parse("B1:B2")], site.Demanded);
        site.IsReady = true;
        Assert.Equal(7, Lifting.Call(Body, [Filled(2, 1)], [true], site).Grid![1, 0].AsNumber());
    }

    [Fact]
    public void Nothing_but_the_result_is_allocated()
    {
        var array = Filled(1000, 1);
        Operand Body(ReadOnlySpan<Operand> arguments, CallSite site) => arguments[0];
        FunctionBody body = Body;
        Operand[] arguments = [array, 1];
        bool[] lifted = [true, true];
        Assert.InRange(Allocated.By(Go), 2 * 16_000, 2 * 16_200);

        void Go()
        {
            Lifting.Binary(SyntaxKind.Add, array, array, isLast: true, Site);
            Lifting.Call(body, arguments, lifted, Site);
        }
    }

    private static Gen<Operand> Area() =>
        Gen.Select(Gens.Value.Array[0, 12], Gen.Int[1, 3], Gen.Int[1, 70], Gen.Int[0, 1], (values, columns, rows, from) =>
        {
            var cells = new CellStore();
            for (var i = 0; i < values.Length; i++) cells[new CellAddress(i % 3, i / 3)] = values[i];
            return Operand.Area(new CellArea().Set(0, cells, new CellRange(from, from, from + columns - 1, from + rows - 1)));
        });

    /// <summary>Arrays and areas of many rows, mostly of numbers.</summary>
    private static Gen<Operand> Tall
    {
        get
        {
            var value = Gen.Frequency((8, Gens.Number.Select(CellValue.FromNumber)), (1, Gens.Value));
            var shape = Gen.Select(Gen.OneOf(Gen.Int[10, 150], Gen.Int[1000, 1100]), Gen.Int[1, 2], Gen.Int[1, 150]);
            return Gen.Select(shape, value.Array[20], Gen.Bool, (s, values, isArea) =>
            {
                var (rows, columns, used) = (s.Item1, s.Item2, Math.Min(s.Item1, s.Item3));
                var all = Enumerable.Range(0, used * columns).Select(i => values[i % values.Length]).ToArray();
                if (!isArea) return Operand.Array(new ArrayValue(rows, columns, used, columns, all, values[0]));
                var cells = new CellStore();
                for (var i = 0; i < all.Length; i++) cells[new CellAddress(1 + i % columns, 4050 + i / columns)] = all[i];
                return Operand.Area(new CellArea().Set(0, cells, new CellRange(1, 4050, columns, 4050 + rows - 1)));
            });
        }
    }

    private static Operand Filled(int rows, int columns)
    {
        var values = new CellValue[rows * columns];
        Array.Fill(values, 1);
        return Operand.Array(new ArrayValue(rows, columns, values));
    }

    private static Operand Describe(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var text = "";
        foreach (var argument in arguments) text += argument.Grid is { } grid ? $"{grid.Rows}x{grid.Columns};" : $"{argument.Value};";
        return text;
    }

    private static bool SameFault(Operand a, Operand b) =>
        a.Word == b.Word && ((Fault)a.Object!).Explanation == ((Fault)b.Object!).Explanation;

    private static Operand Element(Operand operand, int row, int column)
    {
        if (operand.Grid is not { } grid) return operand;
        (row, column) = (grid.Rows == 1 ? 0 : row, grid.Columns == 1 ? 0 : column);
        return row < grid.Rows && column < grid.Columns ? grid[row, column] : ErrorKind.NotAvailable;
    }

    private static void AssertElements(Operand actual, Operand[] operands, Func<int, int, Operand> expected)
    {
        var grids = operands.Select(o => o.Grid).OfType<ValueGrid>().ToArray();
        if (!grids.Any(g => g is ArrayValue || g.Count > 1))
        {
            AssertSame(expected(0, 0), actual);
            return;
        }
        var result = actual.Grid!;
        Assert.Equal((grids.Max(g => g.Rows), grids.Max(g => g.Columns)), (result.Rows, result.Columns));
        for (var row = 0; row < result.Rows; row++)
            for (var column = 0; column < result.Columns; column++) Assert.Equal(expected(row, column).Value, result[row, column]);
    }

    private static void AssertSame(Operand expected, Operand actual)
    {
        if (expected.Grid is null) Assert.Equal(expected.Value, actual.Value);
        else Assert.Same(expected.Grid, actual.Grid);
    }
}
