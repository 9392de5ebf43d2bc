using Recalc.Functions;

namespace Recalc.Tests.Functions;

public class StatisticalFunctionTests
{
    private readonly TestSite _site = new TestSite()
        .Fill("A1", "1|\"2\"|TRUE", "4||\"x\"", "6|8|10")
        .Fill("E1", "#N/A|1", "2|#DIV/0!", "\"\"|5");

    [Theory]
    [InlineData("AVERAGE(A1:C3)", "5.8")]
    [InlineData("AVERAGE(1,\"3\",TRUE,)", "1.25")]
    [InlineData("AVERAGE(B1:C2)", "#DIV/0!")]
    [InlineData("AVERAGE(E1:F2)", "#N/A")]
    [InlineData("AVERAGE({\"x\",TRUE})", "#DIV/0!")]
    [InlineData("MIN(A1:C3)", "1")]
    [InlineData("MAX(A1:C3)", "10")]
    [InlineData("MIN(A1:C3,)", "0")]
    [InlineData("MAX({-5,\"7\",-3})", "-3")]
    [InlineData("MAX(B1:C2)", "0")]
    [InlineData("MIN(\"3\",TRUE)", "1")]
    [InlineData("MIN(E1:F2)", "#N/A")]
    [InlineData("MAX(\"x\")", "#VALUE!")]
    public void Averages_and_extremes(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("COUNT(A1:C3)", "5")]
    [InlineData("COUNT(E1:F3)", "3")]
    [InlineData("COUNT(1,\"2\",TRUE,,\"x\",#N/A)", "4")]
    [InlineData("COUNT({1,\"2\",TRUE,#N/A})", "1")]
    [InlineData("COUNTA(A1:C3)", "8")]
    [InlineData("COUNTA(E1:F3)", "6")]
    [InlineData("COUNTA(1,,\"\",#N/A)", "4")]
    [InlineData("COUNTA({1,\"\",#N/A})", "3")]
    [InlineData("COUNTBLANK(A1:C3)", "1")]
    [InlineData("COUNTBLANK(E1:G4)", "7")]
    [InlineData("COUNTBLANK(A:A)", "1048573")]
    [InlineData("COUNTBLANK(E:E)", "1048574")]
    [InlineData("COUNTBLANK({1,2})", "#VALUE!")]
    [InlineData("COUNTBLANK(#REF!)", "#REF!")]
    public void Counts(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Fact]
    public void An_unused_part_of_an_array_counts_by_its_fill()
    {
        var array = new ArrayValue(1_048_576, 2, 1, 2, [1, "a"], 3);
        Assert.Equal(1 + 3 * (2 * 1_048_576 - 2.0), Call("SUM", array));
        Assert.Equal(2 * 1_048_576 - 1, Call("COUNT", array));
        Assert.Equal(2 * 1_048_576, Call("COUNTA", array));
        Assert.Equal(3, Call("MAX", array));
    }

    private double Call(string name, ArrayValue array)
    {
        Assert.True(FunctionCatalog.TryFind(name, out var declaration));
        return FunctionLibrary.Find(declaration.Id)!([Operand.Array(array)], _site).Word.Number;
    }
}
