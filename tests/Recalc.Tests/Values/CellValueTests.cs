using CsCheck;
using Recalc.Values;
using Recalc.Words;

namespace Recalc.Tests.Values;

public class CellValueTests
{
    private static readonly Gen<CellValue> AnyValue = Gen.OneOf(
        Gen.Const(CellValue.Blank), Gen.Double.Select(CellValue.FromNumber), Gen.Int[-2, 2].Select(i => CellValue.FromNumber(i)),
        Gen.String[0, 3].Select(CellValue.FromText), Gen.OneOf("", "a", "A").Select(CellValue.FromText),
        Gen.Bool.Select(CellValue.FromLogical), Gen.Enum<ErrorKind>().Select(CellValue.FromError));

    [Fact]
    public void Default_is_blank()
    {
        CellValue value = default;
        Assert.Equal(CellValueKind.Blank, value.Kind);
        Assert.True(value.IsBlank);
        Assert.Equal(CellValue.Blank, value);
        Assert.Equal(CellWord.Blank, value.Word);
        Assert.Equal("", value.ToString());
        Assert.NotEqual(CellValue.FromText(""), value);
        Assert.NotEqual(CellValue.FromNumber(0), value);
        Assert.NotEqual(CellValue.FromLogical(false), value);
    }

    [Fact]
    public void A_value_is_of_one_kind_and_only_that_can_be_taken_out() =>
        AnyValue.Sample(value =>
        {
            Assert.Equal(value.Kind == CellValueKind.Number, Succeeds(() => value.AsNumber()));
            Assert.Equal(value.Kind == CellValueKind.Text, Succeeds(() => value.AsText()));
            Assert.Equal(value.Kind == CellValueKind.Logical, Succeeds(() => value.AsLogical()));
            Assert.Equal(value.Kind == CellValueKind.Error, Succeeds(() => value.AsError()));
            Assert.Equal(value.Kind == CellValueKind.Number, value.TryGetNumber(out _));
            Assert.Equal(value.Kind == CellValueKind.Blank, value.IsBlank);
        }, iter: 2_000);

    [Fact]
    public void What_was_put_in_comes_out() =>
        Gen.Select(Gen.Double.Where(double.IsFinite), Gen.String, Gen.Bool, Gen.Enum<ErrorKind>()).Sample((number, text, logical, error) =>
        {
            Assert.Equal(number, CellValue.FromNumber(number).AsNumber());
            Assert.Equal(text, CellValue.FromText(text).AsText());
            Assert.Equal(logical, CellValue.FromLogical(logical).AsLogical());
            Assert.Equal(error, CellValue.FromError(error).AsError());
        });

    [Fact]
    public void Equal_values_are_equal_in_kind_and_content() =>
        Gen.Select(AnyValue, AnyValue).Sample((a, b) =>
        {
            var same = a.Kind == b.Kind && a.Kind switch
            {
                CellValueKind.Number => a.AsNumber() == b.AsNumber(),
                CellValueKind.Text => a.AsText() == b.AsText(),
                CellValueKind.Logical => a.AsLogical() == b.AsLogical(),
                CellValueKind.Error => a.AsError() == b.AsError(),
                _ => true,
            };
            Assert.Equal(same, a == b);
            Assert.Equal(!same, a != b);
            Assert.Equal(same, a.Equals((object)b));
            if (same) Assert.Equal(a.GetHashCode(), b.GetHashCode());
        }, iter: 5_000);

    [Fact]
    public void Text_is_equal_by_content_whatever_slot_it_came_from()
    {
        var stored = new CellValue(CellWord.FromSlot(WordTag.Text, U31.Of(17)), "north");
        Assert.Equal(CellValue.FromText("north"), stored);
        Assert.Equal(CellValue.FromText("north").GetHashCode(), stored.GetHashCode());
        Assert.NotEqual(CellValue.FromText("North"), stored);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_becomes_an_error(double number) => Assert.Equal(ErrorKind.Num, CellValue.FromNumber(number).AsError());

    [Fact]
    public void Values_are_written_in_invariant_text()
    {
        Assert.Equal("0.1", ((CellValue)0.1).ToString());
        Assert.Equal("TRUE", ((CellValue)true).ToString());
        Assert.Equal("#DIV/0!", ((CellValue)ErrorKind.Div0).ToString());
        Assert.Equal("north", ((CellValue)"north").ToString());
        Assert.True(((CellValue)(string?)null).IsBlank);
    }

    [Fact]
    public void A_wrong_kind_is_named_in_the_message()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => CellValue.FromText("north").AsNumber());
        Assert.Equal("The value is no number but Text: north", thrown.Message);
        Assert.Throws<ArgumentNullException>(() => CellValue.FromText(null!));
    }

    private static bool Succeeds(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
