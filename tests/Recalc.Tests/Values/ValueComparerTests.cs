using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class ValueComparerTests
{
    private static readonly Gen<CellValue> AnyValue = Gen.OneOf(
        Gen.Const(CellValue.Blank), Gen.Double[-1e6, 1e6].Select(CellValue.FromNumber), Gen.Int[-2, 2].Select(i => CellValue.FromNumber(i)),
        Gen.String[Gen.Char["aAbBzZ09 _-éÉ\u4e00"], 0, 3].Select(CellValue.FromText), Gen.Bool.Select(CellValue.FromLogical));

    // Values that Excel orders; each line is smaller than the next, the values of a line are equal.
    private static readonly CellValue[][] Ascending =
    [
        [-1e300], [-1], [-1e-300], [0, -0.0], [1e-300], [0.1], [0.3, 0.1 + 0.2], [1], [9], [10], [1e300],
        [""], [" "], ["_"], ["_a"], ["0"], ["1"], ["10"], ["2"], ["9"],
        ["a", "A"], ["a "], ["a b"], ["a1"], ["aa", "AA", "aA"], ["ab"], ["B", "b"], ["z", "Z"], ["zz"],
        [false], [true],
    ];

    [Fact]
    public void Numbers_come_before_texts_before_logicals()
    {
        for (var i = 0; i < Ascending.Length; i++)
        {
            for (var j = 0; j < Ascending.Length; j++)
            {
                foreach (var left in Ascending[i])
                {
                    foreach (var right in Ascending[j]) Assert.Equal(i.CompareTo(j), Order(left, right));
                }
            }
        }
    }

    [Fact]
    public void Nothing_is_converted()
    {
        Assert.True(Order(1, "1") < 0);
        Assert.True(Order(1e9, "0") < 0);
        Assert.True(Order("TRUE", true) < 0);
        Assert.True(Order(1, true) < 0);
        Assert.True(Order(0, "") < 0);
    }

    [Fact]
    public void Blank_is_zero_empty_or_false_as_its_neighbour_wants()
    {
        Assert.Equal(0, Order(CellValue.Blank, CellValue.Blank));
        Assert.Equal(0, Order(CellValue.Blank, 0));
        Assert.Equal(0, Order(CellValue.Blank, ""));
        Assert.Equal(0, Order(CellValue.Blank, false));
        Assert.Equal(-1, Order(CellValue.Blank, 1));
        Assert.Equal(1, Order(CellValue.Blank, -1));
        Assert.Equal(-1, Order(CellValue.Blank, "a"));
        Assert.Equal(-1, Order(CellValue.Blank, true));
        Assert.Equal(1, Order(true, CellValue.Blank));
    }

    [Fact]
    public void Numbers_of_the_same_fifteen_digits_are_equal()
    {
        Assert.Equal(0, Order(0.1 + 0.2, 0.3));
        Assert.Equal(0, Order(1 + double.Epsilon, 1));
        Assert.Equal(0, Order(1.1 - 1, 0.1));
        Assert.Equal(-1, Order(1, 1.00000000000001));
        Assert.Equal(1, Order(123456789012346, 123456789012345));
        Assert.Equal(-1, Order(-0.3, 0.3));
    }

    [Fact]
    public void An_error_is_the_result_and_the_left_one_wins()
    {
        Assert.False(ValueComparer.TryCompare(ErrorKind.Ref, ErrorKind.Num, out _, out var error));
        Assert.Equal(ErrorKind.Ref, error);
        Assert.False(ValueComparer.TryCompare(1, ErrorKind.Num, out _, out error));
        Assert.Equal(ErrorKind.Num, error);
        Assert.False(ValueComparer.TryCompare(ErrorKind.Null, CellValue.Blank, out _, out error));
        Assert.Equal(ErrorKind.Null, error);
    }

    [Fact]
    public void Turning_the_operands_round_turns_the_order_round() =>
        Gen.Select(AnyValue, AnyValue).Sample((a, b) => Assert.Equal(Order(a, b), -Order(b, a)), iter: 20_000);

    [Fact]
    public void The_order_is_transitive_among_values_that_are_not_blank() =>
        Gen.Select(AnyValue, AnyValue, AnyValue).Where((a, b, c) => !a.IsBlank && !b.IsBlank && !c.IsBlank).Sample((a, b, c) =>
        {
            if (Order(a, b) <= 0 && Order(b, c) <= 0) Assert.True(Order(a, c) <= 0);
        }, iter: 50_000);

    [Fact]
    public void Texts_are_equal_exactly_when_only_case_differs() =>
        Gen.Select(Gen.String[Gen.Char["aAbéÉeÀ-'"], 0, 4], Gen.String[Gen.Char["aAbéÉeÀ-'"], 0, 4]).Sample((a, b) =>
        {
            var equal = string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(equal, TextOrder.Equals(a, b));
            Assert.Equal(equal, TextOrder.Compare(a, b) == 0);
        }, iter: 20_000);

    [Fact]
    public void Accented_letters_stand_beside_their_base()
    {
        Assert.True(TextOrder.Compare("é", "f") < 0);
        Assert.True(TextOrder.Compare("é", "e") > 0);
        Assert.True(TextOrder.Compare("éa", "eb") < 0);
        Assert.True(TextOrder.Compare("Ž", "z") > 0);
        Assert.True(TextOrder.Compare("z", "\u4e00") < 0);
    }

    private static int Order(CellValue left, CellValue right)
    {
        Assert.True(ValueComparer.TryCompare(left, right, out var order, out _));
        return Math.Sign(order);
    }
}
