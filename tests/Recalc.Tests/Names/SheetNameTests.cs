using Recalc.Names;

namespace Recalc.Tests.Names;

public class SheetNameTests
{
    [Theory]
    [InlineData("Sheet1")]
    [InlineData("it's")]
    [InlineData("a b")]
    [InlineData("東京 😀")]
    [InlineData("!")]
    [InlineData("1234567890123456789012345678901")]
    public void Most_text_may_be_a_sheets_name(string name) => Assert.Null(SheetName.Fault(name));

    [Theory]
    [InlineData("", "A sheet's name is not empty.")]
    [InlineData("12345678901234567890123456789012", "A sheet's name has at most 31 characters, and '1234567890123456789012345678901…' has 32.")]
    [InlineData("a/b", @"A sheet's name holds none of : \ / ? * [ ], as 'a/b' does.")]
    [InlineData("'a", "A sheet's name neither begins nor ends with an apostrophe, as 'a does.")]
    [InlineData("a'", "A sheet's name neither begins nor ends with an apostrophe, as a' does.")]
    public void What_may_not_is_said(string name, string fault) => Assert.Equal(fault, SheetName.Fault(name));

    [Fact]
    public void Every_forbidden_character_is_forbidden()
    {
        foreach (var c in @":\/?*[]") Assert.NotNull(SheetName.Fault($"a{c}b"));
    }
}
