using Recalc.Values;

namespace Recalc.Tests.Functions;

public class InformationFunctionTests
{
    private readonly TestSite _site = new TestSite().Fill("A1", "1|\"\"|TRUE|#N/A|#REF!");

    [Theory]
    [InlineData("ISNUMBER", "TRUE FALSE FALSE FALSE FALSE FALSE")]
    [InlineData("ISTEXT", "FALSE TRUE FALSE FALSE FALSE FALSE")]
    [InlineData("ISNONTEXT", "TRUE FALSE TRUE TRUE TRUE TRUE")]
    [InlineData("ISLOGICAL", "FALSE FALSE TRUE FALSE FALSE FALSE")]
    [InlineData("ISERROR", "FALSE FALSE FALSE TRUE TRUE FALSE")]
    [InlineData("ISNA", "FALSE FALSE FALSE TRUE FALSE FALSE")]
    [InlineData("ISERR", "FALSE FALSE FALSE FALSE TRUE FALSE")]
    [InlineData("ISBLANK", "FALSE FALSE FALSE FALSE FALSE TRUE")]
    public void Tells_what_a_value_is(string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', "ABCDEF".Select(c => TestCall.Show($"{name}({c}1)", _site))));

    [Fact]
    public void NA_is_not_available() => Assert.Equal("#N/A", TestCall.Show("NA()", _site));

    [Theory]
    [InlineData("TODAY()", DateSystem.From1900, "46207")]
    [InlineData("NOW()", DateSystem.From1900, "46207.75")]
    [InlineData("TODAY()", DateSystem.From1904, "44745")]
    public void Tells_the_time(string formula, DateSystem system, string expected)
    {
        _site.System = system;
        Assert.Equal(expected, TestCall.Show(formula, _site));
    }
}
