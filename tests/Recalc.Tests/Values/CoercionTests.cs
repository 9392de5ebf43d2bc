using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class CoercionTests
{
    [Fact]
    public void To_number_as_arithmetic_does()
    {
        AssertNumber(CellValue.Blank, 0);
        AssertNumber(false, 0);
        AssertNumber(true, 1);
        AssertNumber(2.5, 2.5);
        AssertNumber("3", 3);
        AssertNumber(" $1,234.5 ", 1234.5);
        AssertNumber("12:00", 0.5);
        AssertNumber("1/31/2024", 45322);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("TRUE")]
    public void Text_that_is_no_number_is_a_value_error(string text)
    {
        Assert.False(Coercion.TryToNumber(text, default, out var number, out var error));
        Assert.Equal((0, ErrorKind.Value), (number, error));
    }

    [Fact]
    public void To_text_as_concatenation_does()
    {
        AssertText(CellValue.Blank, "");
        AssertText("", "");
        AssertText("abc", "abc");
        AssertText(true, "TRUE");
        AssertText(false, "FALSE");
        AssertText(0.1 + 0.2, "0.3");
        AssertText(123456789012, "123456789012");
        AssertText(1e20, "1E+20");
        AssertText(-0.0, "0");
    }

    [Fact]
    public void To_logical_as_conditions_do()
    {
        AssertLogical(CellValue.Blank, false);
        AssertLogical(0, false);
        AssertLogical(1, true);
        AssertLogical(-0.1, true);
        AssertLogical(true, true);
        AssertLogical("TRUE", true);
        AssertLogical("true", true);
        AssertLogical("False", false);
        foreach (var text in new[] { "", "1", "0", "yes", "x" })
        {
            Assert.False(Coercion.TryToLogical(text, out _, out var error));
            Assert.Equal(ErrorKind.Value, error);
        }
    }

    [Fact]
    public void Errors_stay_what_they_are() =>
        Gen.Enum<ErrorKind>().Sample(kind =>
        {
            CellValue value = kind;
            Assert.False(Coercion.TryToNumber(value, default, out _, out var error));
            Assert.Equal(kind, error);
            Assert.False(Coercion.TryToText(value, out _, out error));
            Assert.Equal(kind, error);
            Assert.False(Coercion.TryToLogical(value, out _, out error));
            Assert.Equal(kind, error);
        });

    private static void AssertNumber(CellValue value, double expected)
    {
        Assert.True(Coercion.TryToNumber(value, default, out var number, out var error));
        Assert.Equal((expected, default), (number, error));
    }

    private static void AssertText(CellValue value, string expected)
    {
        Assert.True(Coercion.TryToText(value, out var text, out var error));
        Assert.Equal((expected, default), (text, error));
    }

    private static void AssertLogical(CellValue value, bool expected)
    {
        Assert.True(Coercion.TryToLogical(value, out var logical, out var error));
        Assert.Equal((expected, default), (logical, error));
    }
}
