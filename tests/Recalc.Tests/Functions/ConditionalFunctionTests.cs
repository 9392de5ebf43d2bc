using Recalc.Addressing;

namespace Recalc.Tests.Functions;

public class ConditionalFunctionTests
{
    private readonly TestSite _site = new TestSite()
        .Fill("A1", "1|10", "\"1\"|20", "2|30", "|40", "\"\"|50")
        .Fill("A6", "\"apple\"|60", "\"Apricot\"|70", "TRUE|80", "#N/A|90", "-3|\"x\"", "\"a*c\"|5");

    [Theory]
    [InlineData("1", "2")]
    [InlineData("\"1\"", "2")]
    [InlineData("\"=1\"", "2")]
    [InlineData("\"<>1\"", "10")]
    [InlineData("\">0\"", "2")]
    [InlineData("\">=2\"", "1")]
    [InlineData("\"<1\"", "1")]
    [InlineData("\"<=1\"", "2")]
    [InlineData("\"\"", "2")]
    [InlineData("\"=\"", "1")]
    [InlineData("\"<>\"", "10")]
    [InlineData("\"ap*\"", "2")]
    [InlineData("\"=AP*\"", "2")]
    [InlineData("\"<>ap*\"", "9")]
    [InlineData("\"a?p*\"", "1")]
    [InlineData("\"a~*c\"", "1")]
    [InlineData("\"a*c\"", "1")]
    [InlineData("\"apple\"", "1")]
    [InlineData("\"*\"", "5")]
    [InlineData("\">b\"", "0")]
    [InlineData("\">apple\"", "1")]
    [InlineData("\"<=apple\"", "4")]
    [InlineData("TRUE", "1")]
    [InlineData("\"true\"", "1")]
    [InlineData("\">=FALSE\"", "1")]
    [InlineData("FALSE", "0")]
    [InlineData("#N/A", "1")]
    [InlineData("\"#n/a\"", "1")]
    [InlineData("\"<>#N/A\"", "10")]
    [InlineData("\">#N/A\"", "0")]
    [InlineData("C1", "0")]
    [InlineData("\"1e0\"", "2")]
    [InlineData("1.0000000000000002", "2")]
    [InlineData("\"<1.0000000000000002\"", "1")]
    public void Counts_what_meets_a_criterion(string criterion, string expected) =>
        Assert.Equal(expected, TestCall.Show($"COUNTIF(A1:A11,{criterion})", _site));

    [Theory]
    [InlineData("COUNTIF(A:A,\"\")", "1048567")]
    [InlineData("COUNTIF(A:A,\"<>1\")", "1048575")]
    [InlineData("COUNTIF(1:1,\"=\")", "16382")]
    [InlineData("COUNTIF(A:B,1)", "2")]
    [InlineData("COUNTIF({1,2},1)", "#VALUE!")]
    [InlineData("COUNTIF(1,1)", "#VALUE!")]
    [InlineData("COUNTIF(#REF!,1)", "#REF!")]
    [InlineData("COUNTIFS(A1:A11,\"<>1\",B1:B11,\">=40\")", "6")]
    [InlineData("COUNTIFS(A:A,\"\",B:B,\"\")", "1048565")]
    [InlineData("COUNTIFS(A:A,\"\",B:B,\">0\")", "2")]
    [InlineData("COUNTIFS(A1:A3,1,B1:B2,1)", "#VALUE!")]
    [InlineData("COUNTIFS(A1:A3,1,{1;2;3},1)", "#VALUE!")]
    [InlineData("COUNTIFS(A1:A3,1,B1:B3)", "#VALUE!")]
    public void Counts_over_whole_columns_and_several_criteria(string formula, string expected) =>
        Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("SUMIF(A1:A11,1,B1:B11)", "30")]
    [InlineData("SUMIF(A1:A11,\">0\")", "3")]
    [InlineData("SUMIF(A1:A11,\"\",B1)", "90")]
    [InlineData("SUMIF(A:A,\"\",B:B)", "90")]
    [InlineData("SUMIF(A1:A2,\"\",B4:B5)", "0")]
    [InlineData("SUMIF(C:C,\"\",B:B)", "455")]
    [InlineData("SUMIF(A1:A11,\"<>\",B1:C1)", "415")]
    [InlineData("SUMIF(A1:A11,\"*\",B1:B11)", "205")]
    [InlineData("SUMIF(A1:A11,-3,B1:B11)", "0")]
    [InlineData("SUMIF(B1:B11,90,A1:A11)", "#N/A")]
    [InlineData("SUMIF(B1:B11,\">0\",A1:A11)", "#N/A")]
    [InlineData("SUMIF(B1:B11,\"<90\",A1:A11)", "3")]
    [InlineData("SUMIF(A1:A3,1,)", "#VALUE!")]
    [InlineData("SUMIF(A1:A3,1,{1;2;3})", "#VALUE!")]
    [InlineData("SUMIF(A1:A3,1,#NUM!)", "#NUM!")]
    [InlineData("SUMIF(A1:B2,\">5\",XFD1048575)", "0")]
    [InlineData("SUMIFS(B1:B11,A1:A11,1,B1:B11,\">10\")", "20")]
    [InlineData("SUMIFS(B:B,A:A,\"a*\")", "135")]
    [InlineData("SUMIFS(B1:B11,A1:A10,1)", "#VALUE!")]
    [InlineData("AVERAGEIF(A1:A11,1,B1:B11)", "15")]
    [InlineData("AVERAGEIF(A1:A11,\">0\")", "1.5")]
    [InlineData("AVERAGEIF(A1:A11,77)", "#DIV/0!")]
    [InlineData("AVERAGEIF(A1:A11,-3,B1:B11)", "#DIV/0!")]
    [InlineData("AVERAGEIFS(B1:B11,A1:A11,\"a*\",B1:B11,\">5\")", "65")]
    [InlineData("MAXIFS(B1:B11,A1:A11,\"a*\")", "70")]
    [InlineData("MINIFS(B1:B11,A1:A11,\"a*\")", "5")]
    [InlineData("MAXIFS(B1:B11,A1:A11,77)", "0")]
    public void Totals_what_meets_the_criteria(string formula, string expected) =>
        Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("COUNTIF(A1:A3,1)", "A1:A3")]
    [InlineData("SUMIF(A1:A3,1,B2:D2)", "A1:A3 B2:B4")]
    [InlineData("SUMIF(A1:A3,1)", "A1:A3")]
    [InlineData("SUMIF(A1:B2,1,XFD1048575)", "A1:B2 XFD1048575:XFD1048576")]
    [InlineData("SUMIFS(B1:B3,A1:A3,1,C1:C3,2)", "B1:B3 A1:A3 C1:C3")]
    [InlineData("COUNTBLANK(A1:A3)", "A1:A3")]
    public void The_ranges_that_are_looked_at_are_asked_for_once(string formula, string ranges)
    {
        TestCall.Show(formula, _site);
        Assert.Equal(ranges, string.Join(' ', _site.Demanded));
    }

    [Theory]
    [InlineData("A1:A3", 1)]
    [InlineData("B2:B4", 2)]
    public void A_function_stops_at_a_range_that_is_not_there_yet(string missing, int asked)
    {
        _site.Steps = 0;
        _site.Missing.Add(CellRange.Parse(missing));
        Assert.Equal("blocked", TestCall.Show("SUMIF(A1:A3,1,B2)", _site));
        Assert.Equal(asked, _site.Demanded.Count);
    }
}
