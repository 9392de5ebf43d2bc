namespace Recalc.Tests.Scripts;

public class CompilerLeafTests
{
    [Theory]
    [InlineData("A1", "Cell RC; Return")]
    [InlineData("A1+A1:B2", "Cell RC; Range RC:R[1]C[1]; Binary Add; Return")]
    [InlineData("SUM(A1)", "Range RC; Call SUM 1; Return")]
    [InlineData("SUM((A1))", "Range RC; Call SUM 1; Return")]
    [InlineData("SUM(A1+1)", "Cell RC; Constant 1; Binary Add; Call SUM 1; Return")]
    [InlineData("ROUND(A1,B1)", "Cell RC; Cell RC[1]; Call ROUND 2; Return")]
    [InlineData("ROW(A1)", "Range RC; Call ROW 1; Return")]
    [InlineData("VLOOKUP(A1,B1:C9,2,FALSE)", "Cell RC; Range RC[1]:R[8]C[2]; Constant 2; Constant FALSE; Call VLOOKUP 4; Return")]
    [InlineData("OFFSET(A1,B1,1)", "Range RC; Cell RC[1]; Constant 1; Call OFFSET 3; Return")]
    [InlineData("nope(A1)", "Name nope; Range RC; Callback 1; Return")]
    [InlineData("A:A", "Range C; Return")]
    [InlineData("$2:3", "Range R2:R[2]; Return")]
    [InlineData("$A$1+A$1", "Cell R1C1; Cell R1C; Binary Add; Return")]
    [InlineData("Sheet1:Sheet3!A1", "Range Sheet1:Sheet3!RC; Return")]
    [InlineData("#REF!A1", "Cell #REF!RC; Return")]
    public void A_cell_is_read_where_a_value_is_wanted_and_a_reference_elsewhere(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("@A1:A3", "Range RC:R[2]C; Unary ImplicitIntersection; Return")]
    [InlineData("_xlfn.SINGLE(A1:A3)", "Range RC:R[2]C; Unary ImplicitIntersection; Return")]
    [InlineData("A1#", "Range RC; Unary SpillRange; Return")]
    [InlineData("_xlfn.ANCHORARRAY(A1)", "Range RC; Unary SpillRange; Return")]
    [InlineData("SINGLE(1,2)", "Constant 1; Constant 2; Call SINGLE 2; Return")]
    [InlineData("(A1,B2)", "Range RC; Range R[1]C[1]; Binary Union; Return")]
    [InlineData("A1:B2 B1:C3", "Range RC:R[1]C[1]; Range RC[1]:R[2]C[2]; Binary Intersection; Return")]
    [InlineData("INDEX(A1:B2,1,1):C3", "Range RC:R[1]C[1]; Constant 1; Constant 1; Call INDEX 3; Range R[2]C[2]; Binary Range; Return")]
    public void Operators_on_references_take_references(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("-1", "Constant -1; Return")]
    [InlineData("--1", "Constant -1; Unary Negate; Return")]
    [InlineData("-(1)", "Constant 1; Unary Negate; Return")]
    [InlineData("-1^2", "Constant -1; Constant 2; Binary Power; Return")]
    [InlineData("1-2", "Constant 1; Constant 2; Binary Subtract; Return")]
    [InlineData("1--2", "Constant 1; Constant -2; Binary Subtract; Return")]
    [InlineData("IF(1,-2,-3)", "Constant 1; JumpIfFalse to 4; Constant -2; Jump to 5; 4: Constant -3; 5: Select IF; Return")]
    [InlineData("-0", "Constant 0; Return")]
    [InlineData("-1%", "Constant -1; Unary Percent; Return")]
    [InlineData("+1", "Constant 1; Unary UnaryPlus; Return")]
    [InlineData("-A1", "Cell RC; Unary Negate; Return")]
    [InlineData("123456789012345678", "Constant 1.23456789012345E+17; Return")]
    [InlineData("0.1E-3", "Constant 0.0001; Return")]
    [InlineData("999999999999999", "Constant 999999999999999; Return")]
    public void A_sign_before_a_number_is_part_of_it(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("\"say \"\"hi\"\"\"", "Constant \"say \"\"hi\"\"\"; Return")]
    [InlineData("\"\"", "Constant \"\"; Return")]
    [InlineData("true", "Constant TRUE; Return")]
    [InlineData("#n/a", "Constant #N/A; Return")]
    [InlineData("Sheet1!#REF!", "Constant #REF!; Return")]
    [InlineData("SUM(A1,,1)", "Range RC; Constant omitted; Constant 1; Call SUM 3; Return")]
    [InlineData("ROUND(,2)", "Constant omitted; Constant 2; Call ROUND 2; Return")]
    [InlineData("SUM()", "Call SUM 0; Return")]
    [InlineData("SUM(,)", "Constant omitted; Constant omitted; Call SUM 2; Return")]
    public void Literals_and_omitted_arguments_are_constants(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("{1,2;3,4}", "Array {1,2;3,4}; Return")]
    [InlineData("{-1,+2;\"a\"\"b\",TRUE}", "Array {-1,2;\"a\"\"b\",TRUE}; Return")]
    [InlineData("{#N/A}", "Array {#N/A}; Return")]
    [InlineData("{1,2}+{3;4}", "Array {1,2}; Array {3;4}; Binary Add; Return")]
    [InlineData("SUM({1,2},-3)", "Array {1,2}; Constant -3; Call SUM 2; Return")]
    public void Arrays_in_braces_are_constants_row_by_row(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Theory]
    [InlineData("foo", "Name foo; Return")]
    [InlineData("foo+FOO", "Name foo; Name foo; Binary Add; Return")]
    [InlineData("Sheet1!foo", "Name Sheet1!foo; Return")]
    [InlineData("[1]!foo", "Name [1]!foo; Return")]
    [InlineData("nope()", "Name nope; Callback 0; Return")]
    [InlineData("_xlfn.NOPE(1)", "Name NOPE; Constant 1; Callback 1; Return")]
    [InlineData("Sheet1!nope(1)", "Name Sheet1!nope; Constant 1; Callback 1; Return")]
    [InlineData("nope(1)(2)", "Name nope; Constant 1; Callback 1; Constant 2; Callback 1; Return")]
    [InlineData("_xlfn._xlws.sort(A1:A3)", "Range RC:R[2]C; Call SORT 1; Return")]
    public void Names_and_unknown_functions_are_left_to_be_resolved(string formula, string code) => Assert.Equal(code, Reading.Code(formula));

    [Fact]
    public void Functions_that_are_called_and_unknown_are_noted()
    {
        var reading = new Reading();
        reading.Read("nope(1)+SUM(1)+_xlfn.NOPE(2)+LET(f,LAMBDA(x,x),f(1))+foo+other(1)");
        var pools = reading.Formulas.Pools;
        Assert.Equal(["nope", "other"], pools.Called.Select(s => pools.Symbols[s]).Order());
    }

    [Fact]
    public void Equal_scripts_of_different_formulas_are_one()
    {
        var reading = new Reading();
        var (plain, spaced) = (reading.Read("A1+1"), reading.Read("(A1) + 1"));
        Assert.NotEqual(plain, spaced);
        Assert.Equal(reading.Formulas.ScriptOf(plain), reading.Formulas.ScriptOf(spaced));
    }
}
