using Recalc.Addressing;

namespace Recalc.Tests.Functions.Statistical;

public class SampleFunctionTests
{
    private readonly TestSite _site = new TestSite()
        .Fill("A1", "1|2", "2|4", "4|6", "4|\"x\"", "9|TRUE")
        .Fill("D1", "1|3", "2|5", "3|7", "#N/A|1");

    [Theory]
    [InlineData("MEDIAN(A1:A5)", "4")]
    [InlineData("MEDIAN({1,2,3,4})", "2.5")]
    [InlineData("MODE(A1:A5)", "4")]
    [InlineData("MODE({1,2})", "#N/A")]
    [InlineData("MODE.MULT({1,2,2,1,3})", "{1;2}")]
    [InlineData("LARGE(A1:A5,2)", "4")]
    [InlineData("SMALL(A1:A5,6)", "#NUM!")]
    [InlineData("PERCENTILE({1,2,3,4},0.3)", "1.9")]
    [InlineData("QUARTILE.EXC({6,7,15,36,39,40,41,42,43,47,49},1)", "15")]
    [InlineData("RANK(4,A1:A5)", "2")]
    [InlineData("RANK.AVG(4,A1:A5)", "2.5")]
    [InlineData("RANK(3,A1:A5)", "#N/A")]
    [InlineData("PERCENTRANK({1,2,4,5},4)", "0.666")]
    [InlineData("FREQUENCY(A1:A5,{2;5})", "{2;2;1}")]
    [InlineData("MEDIAN(D1:E4)", "#N/A")]
    public void Orders_numbers(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("VAR(A1:A5)", "9.5")]
    [InlineData("VAR.P(A1:A5)", "7.6")]
    [InlineData("STDEV({2})", "#DIV/0!")]
    [InlineData("AVERAGEA(B1:B5)", "2.6")]
    [InlineData("DEVSQ(A1:A5)", "38")]
    [InlineData("GEOMEAN({2,8})", "4")]
    [InlineData("HARMEAN({2,2})", "2")]
    [InlineData("GEOMEAN({0,1})", "#NUM!")]
    [InlineData("SLOPE(E1:E3,D1:D3)", "2")]
    [InlineData("INTERCEPT(E1:E3,D1:D3)", "1")]
    [InlineData("CORREL(E1:E3,D1:D3)", "1")]
    [InlineData("FORECAST(10,E1:E3,D1:D3)", "21")]
    [InlineData("COVARIANCE.S(E1:E3,D1:D3)", "2")]
    [InlineData("SLOPE(E1:E4,D1:D4)", "#N/A")]
    public void Measures_spread_and_fits_lines(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("ROUND(INDEX(LINEST(E1:E3,D1:D3),1,1),9)", "2")]
    [InlineData("ROUND(INDEX(LINEST(E1:E3,D1:D3),1,2),9)", "1")]
    [InlineData("ROUND(INDEX(LINEST({1;4;8;11},{1,2;2,1;3,4;4,3}),1,3),9)", "-2.75")]
    [InlineData("ROUND(INDEX(TREND(E1:E3,D1:D3,10),1,1),9)", "21")]
    [InlineData("ROUND(INDEX(GROWTH({2;4;8},{1;2;3},4),1,1),9)", "16")]
    [InlineData("ROUND(INDEX(LOGEST({2;4;8},{1;2;3}),1,1),9)", "2")]
    [InlineData("GROWTH({0;1})", "#NUM!")]
    public void Fits_by_least_squares(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("SUBTOTAL(9,A1:A5)", "16")]
    [InlineData("SUBTOTAL(109,A1:A5)", "14")]
    [InlineData("SUBTOTAL(3,B1:B5)", "5")]
    [InlineData("SUBTOTAL(2,D1:E4)", "7")]
    [InlineData("SUBTOTAL(9,D1:E4)", "#N/A")]
    [InlineData("SUBTOTAL(12,A1:A5)", "#VALUE!")]
    [InlineData("AGGREGATE(9,6,D1:E4)", "22")]
    [InlineData("AGGREGATE(9,4,A1:A5)", "20")]
    [InlineData("AGGREGATE(9,0,A1:A5)", "16")]
    [InlineData("AGGREGATE(14,6,D1:D4,1)", "3")]
    [InlineData("AGGREGATE(14,6,D1:D4)", "#VALUE!")]
    public void Aggregates_leave_out_what_they_are_told(string formula, string expected)
    {
        _site.HiddenRows.Add(1);
        _site.Subtotals.Add(CellAddress.Parse("A4"));
        Assert.Equal(expected, TestCall.Show(formula, _site));
    }
}
