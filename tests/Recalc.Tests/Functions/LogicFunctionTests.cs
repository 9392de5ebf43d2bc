namespace Recalc.Tests.Functions;

public class LogicFunctionTests
{
    private readonly TestSite _site = new TestSite().Fill("A1", "TRUE|\"FALSE\"|0", "1||\"x\"", "#N/A|TRUE|#REF!");

    [Theory]
    [InlineData("TRUE()", "TRUE")]
    [InlineData("FALSE()", "FALSE")]
    [InlineData("NOT(0)", "TRUE")]
    [InlineData("NOT(\"true\")", "FALSE")]
    [InlineData("NOT(\"x\")", "#VALUE!")]
    [InlineData("NOT(B2)", "TRUE")]
    [InlineData("AND(A1:B2)", "TRUE")]
    [InlineData("AND(A1:C2)", "FALSE")]
    [InlineData("AND(TRUE,\"FALSE\")", "FALSE")]
    [InlineData("AND(TRUE,\"x\")", "TRUE")]
    [InlineData("AND(\"x\")", "#VALUE!")]
    [InlineData("AND(B1:B2)", "#VALUE!")]
    [InlineData("AND(TRUE,)", "FALSE")]
    [InlineData("AND(FALSE,A1:A3)", "#N/A")]
    [InlineData("AND(A3:C3)", "#N/A")]
    [InlineData("OR(C1,B1)", "FALSE")]
    [InlineData("OR({0,\"TRUE\",5})", "TRUE")]
    [InlineData("OR({0,\"TRUE\"})", "FALSE")]
    [InlineData("OR(TRUE,#N/A)", "#N/A")]
    [InlineData("OR(C2)", "#VALUE!")]
    [InlineData("XOR(TRUE,TRUE,1)", "TRUE")]
    [InlineData("XOR(A1:C2)", "FALSE")]
    [InlineData("XOR(\"x\")", "#VALUE!")]
    public void Joins_conditions(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));
}
