using Recalc.Values;

namespace Recalc.Tests.Values;

public class TypedTextTests
{
    [Theory]
    [InlineData("5", 5.0)]
    [InlineData(" 5 ", 5.0)]
    [InlineData("-1,234.5", -1234.5)]
    [InlineData("$5", 5.0)]
    [InlineData("(5)", -5.0)]
    [InlineData("6.5%", 0.065)]
    [InlineData("1 1/2", 1.5)]
    [InlineData("1/31/2024", 45322.0)]
    [InlineData("2024-01-31 12:00", 45322.5)]
    [InlineData("true", true)]
    [InlineData("price", "price")]
    [InlineData("3-Dec", "3-Dec")]
    [InlineData("'5", "5")]
    [InlineData("'", "")]
    [InlineData("=A1", "=A1")]
    public void It_is_what_a_cell_takes_it_for(string text, object expected) =>
        Assert.Equal(expected is double number ? number : expected is bool logical ? logical : (CellValue)(string)expected, TypedText.Read(text));

    [Fact]
    public void Nothing_is_blank_and_errors_are_errors()
    {
        Assert.Equal(CellValue.Blank, TypedText.Read(""));
        Assert.Equal(ErrorKind.NotAvailable, TypedText.Read("#n/a"));
    }

    [Fact]
    public void Dates_follow_the_system_and_the_year_that_are_given()
    {
        Assert.Equal(45322 - 1462, TypedText.Read("1/31/2024", DateSystem.From1904));
        Assert.Equal(45629, TypedText.Read("3-Dec", year: 2024));
    }
}
