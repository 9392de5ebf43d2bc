namespace Recalc.Tests.Functions.Arithmetic;

public class NumberFunctionTests
{
    private readonly TestSite _site = new();

    [Theory]
    [InlineData("CEILING(2.5,1)", "3")]
    [InlineData("CEILING(-2.5,-2)", "-4")]
    [InlineData("CEILING(-2.5,2)", "-2")]
    [InlineData("CEILING(2.5,-2)", "#NUM!")]
    [InlineData("CEILING.MATH(-5.5,2,-1)", "-6")]
    [InlineData("FLOOR(3.7,2)", "2")]
    [InlineData("FLOOR(-2.5,2)", "-4")]
    [InlineData("FLOOR(2.5,-2)", "#NUM!")]
    [InlineData("FLOOR(1,0)", "#DIV/0!")]
    [InlineData("FLOOR.MATH(-5.5,2,-1)", "-4")]
    [InlineData("MROUND(10,3)", "9")]
    [InlineData("MROUND(5,-2)", "#NUM!")]
    [InlineData("QUOTIENT(-10,3)", "-3")]
    [InlineData("EVEN(-1)", "-2")]
    [InlineData("ODD(1.5)", "3")]
    [InlineData("ODD(0)", "1")]
    public void Rounds_to_multiples(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("FACT(5)", "120")]
    [InlineData("FACT(-1)", "#NUM!")]
    [InlineData("FACT(171)", "#NUM!")]
    [InlineData("FACTDOUBLE(7)", "105")]
    [InlineData("COMBIN(8,2)", "28")]
    [InlineData("COMBIN(2,8)", "#NUM!")]
    [InlineData("COMBINA(4,3)", "20")]
    [InlineData("PERMUT(100,3)", "970200")]
    [InlineData("MULTINOMIAL(2,3,4)", "1260")]
    [InlineData("GCD(24,36)", "12")]
    [InlineData("LCM(24,36)", "72")]
    [InlineData("LCM(0,36)", "0")]
    public void Counts_choices_and_finds_divisors(string formula, string expected) =>
        Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("ROMAN(499,0)", "CDXCIX")]
    [InlineData("ROMAN(499,1)", "LDVLIV")]
    [InlineData("ROMAN(499,2)", "XDIX")]
    [InlineData("ROMAN(499,3)", "VDIV")]
    [InlineData("ROMAN(499,4)", "ID")]
    [InlineData("ARABIC(\"mcmxii\")", "1912")]
    [InlineData("BASE(7,2,8)", "00000111")]
    [InlineData("DECIMAL(\"FF\",16)", "255")]
    [InlineData("DECIMAL(\"2\",2)", "#NUM!")]
    public void Writes_and_reads_numerals(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("MMULT({1,3;7,2},{2,0;0,2})", "{2,6;14,4}")]
    [InlineData("MMULT({1,2},{1,2})", "#VALUE!")]
    [InlineData("MDETERM({3,6;1,1})", "-3")]
    [InlineData("MINVERSE({2,0;0,4})", "{0.5,0;0,0.25}")]
    [InlineData("MINVERSE({1,2;2,4})", "#NUM!")]
    [InlineData("MUNIT(2)", "{1,0;0,1}")]
    [InlineData("SUMSQ(3,4)", "25")]
    [InlineData("SUMX2MY2({3,5},{1,2})", "29")]
    [InlineData("SUMXMY2({3,5},{1,2,3})", "#N/A")]
    [InlineData("SERIESSUM(2,0,1,{1,2,3})", "17")]
    public void Computes_with_matrices_and_squares(string formula, string expected) =>
        Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("RAND()", "0.25")]
    [InlineData("RANDBETWEEN(1,8)", "3")]
    [InlineData("RANDBETWEEN(2,1)", "#NUM!")]
    [InlineData("RANDARRAY(1,2,1,8,TRUE)", "{3,3}")]
    [InlineData("SIN(0)", "0")]
    [InlineData("ATAN2(0,0)", "#DIV/0!")]
    [InlineData("COS(1E9)", "#NUM!")]
    [InlineData("ACOTH(1)", "#NUM!")]
    [InlineData("DEGREES(0)", "0")]
    public void Draws_numbers_and_takes_angles(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));
}
