using CsCheck;
using Recalc.Evaluation;
using Recalc.Reference;
using Recalc.Syntax;
using Recalc.Values;
using Operand = Recalc.Functions.Operand;

namespace Recalc.Tests.Evaluation;

public class OperatorsTests
{
    private static readonly TestSite Site = new();

    [Fact]
    public void Two_values_give_what_the_reference_says() =>
        Gen.Select(Gens.Operator, Gens.ValuePair, Gen.Bool).Sample((kind, pair, isLast) =>
        {
            var compute = (kind, isLast) switch
            {
                (SyntaxKind.Add, true) => Arithmetic.AddLast,
                (SyntaxKind.Subtract, true) => Arithmetic.SubtractLast,
                _ => Arithmetic.Operators[kind],
            };
            var expected = Try(() => compute(pair.Left, pair.Right));
            var actual = Operators.Binary(kind, new Operand(pair.Left), new Operand(pair.Right), isLast, Site).Value;
            Assert.True(IsSame(expected, actual), $"{Show(pair.Left)} {kind} {Show(pair.Right)}: {Show(expected)}, not {Show(actual)}");
        }, iter: 100_000);

    [Fact]
    public void One_value_gives_what_the_reference_says() =>
        Gens.Value.Sample(value =>
        {
            Assert.Equal(value, Operators.Unary(SyntaxKind.UnaryPlus, new Operand(value), Site).Value);
            var negated = Operators.Unary(SyntaxKind.Negate, new Operand(value), Site).Value;
            Assert.Equal(Try(() => -Recalc.Reference.Convert.ToNumber(value)), negated);
            var percent = Operators.Unary(SyntaxKind.Percent, new Operand(value), Site).Value;
            Assert.Equal(Try(() => Recalc.Reference.Convert.ToNumber(value) / 100), percent);
        });

    [Theory]
    [InlineData(0, SyntaxKind.Power, 0, "#NUM!")]
    [InlineData(0, SyntaxKind.Power, -1, "#DIV/0!")]
    [InlineData(-8, SyntaxKind.Power, 1.0 / 3, "-2")]
    [InlineData(-4, SyntaxKind.Power, 0.5, "#NUM!")]
    [InlineData(3, SyntaxKind.Power, 2, "9")]
    [InlineData(1, SyntaxKind.Divide, 0, "#DIV/0!")]
    [InlineData(1e308, SyntaxKind.Multiply, 10, "#NUM!")]
    [InlineData(0.1, SyntaxKind.Equal, 0.10000000000000002, "TRUE")]
    [InlineData(12, SyntaxKind.Concatenate, 0.5, "120.5")]
    public void Two_numbers_give(double left, SyntaxKind kind, double right, string expected) =>
        Assert.Equal(expected, Operators.Binary(kind, left, right, isLast: false, Site).Value.ToString());

    [Fact]
    public void Only_the_last_sum_is_snapped_to_zero()
    {
        Assert.Equal(0, Operators.Binary(SyntaxKind.Subtract, 0.5 - 0.4, 0.1, isLast: true, Site).Word.Number);
        Assert.NotEqual(0, Operators.Binary(SyntaxKind.Subtract, 0.5 - 0.4, 0.1, isLast: false, Site).Word.Number);
    }

    [Theory]
    [InlineData(SyntaxKind.Add)]
    [InlineData(SyntaxKind.Concatenate)]
    [InlineData(SyntaxKind.Less)]
    public void The_left_error_wins_and_keeps_its_explanation(SyntaxKind kind)
    {
        var (left, right) = (new Fault("left"), new Fault("right"));
        var (first, second) = (Operand.Error(ErrorKind.Div0, left), Operand.Error(ErrorKind.Num, right));
        Assert.Same(left, Operators.Binary(kind, first, second, isLast: false, Site).Object);
        Assert.Same(right, Operators.Binary(kind, 1, second, isLast: false, Site).Object);
        Assert.Same(left, Operators.Unary(SyntaxKind.Negate, first, Site).Object);
    }

    [Fact]
    public void A_text_that_would_be_too_long_is_an_error_that_explains_itself()
    {
        var half = new string('x', Site.MaxTextLength / 2 + 1);
        var joined = Operators.Binary(SyntaxKind.Concatenate, half, half, isLast: false, Site);
        Assert.Equal(ErrorKind.Value, joined.Word.Error);
        Assert.Equal("text", ((Fault)joined.Object!).Explanation);
    }

    [Fact]
    public void Joining_a_text_with_nothing_makes_no_text()
    {
        Assert.Same("abc", Operators.Binary(SyntaxKind.Concatenate, "abc", "", isLast: false, Site).Object);
        Assert.Same("abc", Operators.Binary(SyntaxKind.Concatenate, Operand.Blank, "abc", isLast: false, Site).Object);
    }

    [Fact]
    public void What_is_no_value_is_not_computed_with()
    {
        var lambda = Operand.Stored(CellWord.FromSlot(WordTag.Object, Recalc.Words.U31.Of(0)).Bits, new object());
        foreach (var kind in (SyntaxKind[])[SyntaxKind.Add, SyntaxKind.Equal, SyntaxKind.Concatenate])
        {
            Assert.Equal(ErrorKind.Value, Operators.Binary(kind, lambda, 1, isLast: false, Site).Word.Error);
            Assert.Equal(ErrorKind.Value, Operators.Binary(kind, 1, lambda, isLast: false, Site).Word.Error);
            Assert.True(Operators.Binary(kind, 1, Operand.Blocked, isLast: false, Site).IsBlocked);
        }
    }

    private static CellValue Try(Func<CellValue> compute)
    {
        try
        {
            return compute();
        }
        catch (FormulaError error)
        {
            return error.Kind;
        }
    }

    // Powers may differ in the last digit of a double.
    private static bool IsSame(CellValue expected, CellValue actual) =>
        expected == actual
        || (expected.TryGetNumber(out var a) && actual.TryGetNumber(out var b) && Math.Abs(a - b) <= 1e-14 * Math.Abs(a));

    private static string Show(CellValue value) => $"{value.Kind} {value}";
}
