using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Tests.Functions;

public class LookupFunctionTests
{
    private readonly TestSite _site = new TestSite()
        .Fill("A1", "10|\"ten\"|TRUE", "20|\"twenty\"|#N/A", "30||5", "\"b\"|\"d\"|\"f\"")
        .Fill("H1", "9|7|7|7|3")
        .Fill("A11", "3|\"x\"", "1|\"y\"", "2|\"z\"");

    [Theory]
    [InlineData("MATCH(20,A1:A3,0)", "2")]
    [InlineData("MATCH(20,A1:A3)", "2")]
    [InlineData("MATCH(29,A1:A3,1)", "2")]
    [InlineData("MATCH(9,A1:A3)", "#N/A")]
    [InlineData("MATCH(99,A1:A4)", "3")]
    [InlineData("MATCH(\"a\",A1:A4)", "#N/A")]
    [InlineData("MATCH(\"z\",A1:A4)", "4")]
    [InlineData("MATCH(99,A:A)", "13")]
    [InlineData("MATCH(20,A:A,)", "2")]
    [InlineData("MATCH(\"TWENTY\",B1:B9,0)", "2")]
    [InlineData("MATCH(\"t?e*\",B1:B9,0)", "2")]
    [InlineData("MATCH(\"~?\",{\"a\",\"?\"},0)", "2")]
    [InlineData("MATCH(\"20\",A1:A3,0)", "#N/A")]
    [InlineData("MATCH(TRUE,C1:C4,0)", "1")]
    [InlineData("MATCH(5,C1:C4,0)", "3")]
    [InlineData("MATCH(B3,{5,0,1},0)", "2")]
    [InlineData("MATCH(0,B1:B9,0)", "#N/A")]
    [InlineData("MATCH(7,H1:L1,-1)", "2")]
    [InlineData("MATCH(8,H1:L1,-1)", "1")]
    [InlineData("MATCH(1,H1:L1,-1)", "5")]
    [InlineData("MATCH(10,H1:L1,-1)", "#N/A")]
    [InlineData("MATCH(2,{1,2,2,2,3})", "4")]
    [InlineData("MATCH(2,{1;2;2;2;3},0)", "2")]
    [InlineData("MATCH(3,A11:A13)", "3")]
    [InlineData("MATCH(0.3,{0.30000000000000004},0)", "1")]
    [InlineData("MATCH(C2,A1:A3,0)", "#N/A")]
    [InlineData("MATCH(1,A1:B2,0)", "#N/A")]
    [InlineData("MATCH(#REF!,A1:B2,\"x\")", "#REF!")]
    [InlineData("MATCH(1,A1:A2,\"x\")", "#VALUE!")]
    [InlineData("MATCH(1,1,0)", "#N/A")]
    [InlineData("MATCH(1,#REF!,0)", "#REF!")]
    public void Finds_a_place(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("VLOOKUP(20,A1:C4,2,FALSE)", "twenty")]
    [InlineData("VLOOKUP(29,A1:C4,2)", "twenty")]
    [InlineData("VLOOKUP(20,A1:C4,3,0)", "#N/A")]
    [InlineData("ISBLANK(VLOOKUP(30,A1:C4,2,0))", "TRUE")]
    [InlineData("VLOOKUP(30,A1:C4,3.9,)", "5")]
    [InlineData("VLOOKUP(31,A1:C4,1,FALSE)", "#N/A")]
    [InlineData("VLOOKUP(\"B\",A1:C4,3,FALSE)", "f")]
    [InlineData("VLOOKUP(\"?\",A:C,3,FALSE)", "f")]
    [InlineData("VLOOKUP(10,A1:C4,0)", "#VALUE!")]
    [InlineData("VLOOKUP(10,A1:C4,4)", "#REF!")]
    [InlineData("VLOOKUP(10,A1:C4,\"x\")", "#VALUE!")]
    [InlineData("VLOOKUP(#NUM!,A1:C4,9)", "#NUM!")]
    [InlineData("VLOOKUP(#NUM!,A1:C4,#DIV/0!)", "#DIV/0!")]
    [InlineData("VLOOKUP(10,A1:C4,1,\"x\")", "#VALUE!")]
    [InlineData("VLOOKUP(2,{1,\"a\";2,\"b\"},2,TRUE)", "b")]
    [InlineData("VLOOKUP(1,\"x\",1)", "#VALUE!")]
    [InlineData("VLOOKUP(1,2,1)", "#N/A")]
    [InlineData("VLOOKUP(1,#REF!,1)", "#REF!")]
    [InlineData("HLOOKUP(7,H1:L4,1,FALSE)", "7")]
    [InlineData("HLOOKUP(\"ten\",A1:C4,4,0)", "d")]
    [InlineData("HLOOKUP(TRUE,A1:C4,3,0)", "5")]
    [InlineData("HLOOKUP(10,A1:C4,5)", "#REF!")]
    [InlineData("HLOOKUP(10,1:4,2,0)", "20")]
    [InlineData("HLOOKUP(2.5,{1,2,3;\"a\",\"b\",\"c\"},2)", "b")]
    public void Looks_up(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("INDEX(A1:C4,2,3)", "C2")]
    [InlineData("INDEX(A1:C4,0,2)", "B1:B4")]
    [InlineData("INDEX(A1:C4,2,)", "A2:C2")]
    [InlineData("INDEX(A1:C4,0,0)", "A1:C4")]
    [InlineData("INDEX(A1:C4,2)", "#REF!")]
    [InlineData("INDEX(A1:A4,3)", "A3")]
    [InlineData("INDEX(H1:L1,3)", "J1")]
    [InlineData("INDEX(H1:L1,6)", "#REF!")]
    [InlineData("INDEX(H1,1)", "H1")]
    [InlineData("INDEX(H1,2)", "#REF!")]
    [InlineData("INDEX(A:A,1000000)", "A1000000")]
    [InlineData("INDEX(A1:C4,5,1)", "#REF!")]
    [InlineData("INDEX(A1:C4,-1,1)", "#VALUE!")]
    [InlineData("INDEX(A1:C4,1,1,2)", "#REF!")]
    [InlineData("INDEX(A1:C4,\"x\",#N/A)", "#VALUE!")]
    [InlineData("INDEX(#NUM!,1,1)", "#NUM!")]
    [InlineData("INDEX({1,2;3,4},2,1)", "3")]
    [InlineData("INDEX({1,2;3,4},0,2)", "{2;4}")]
    [InlineData("INDEX({1,2;3,4},2,0)", "{3,4}")]
    [InlineData("INDEX({1,2;3,4},2)", "{3,4}")]
    [InlineData("INDEX({1,2;3,4},0,0)", "{1,2;3,4}")]
    [InlineData("INDEX({1,2,3},2)", "2")]
    [InlineData("INDEX(5,1,1)", "5")]
    [InlineData("INDEX(5,1,2)", "#REF!")]
    public void Takes_a_part(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("ROW()", "7")]
    [InlineData("COLUMN()", "6")]
    [InlineData("ROW(B3)", "3")]
    [InlineData("ROW(B3:C4)", "{3;4}")]
    [InlineData("ROW(B3:Z3)", "3")]
    [InlineData("COLUMN(B3:C4)", "{2,3}")]
    [InlineData("COLUMN(C:C)", "3")]
    [InlineData("ROW({1})", "#VALUE!")]
    [InlineData("ROW(#N/A)", "#N/A")]
    [InlineData("ROWS(A1:C4)", "4")]
    [InlineData("ROWS(A:A)", "1048576")]
    [InlineData("COLUMNS({1,2;3,4})", "2")]
    [InlineData("ROWS(1)", "1")]
    [InlineData("COLUMNS(#N/A)", "#N/A")]
    public void Tells_where_and_how_large(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("ROW(A1:A2)")]
    [InlineData("ROWS(A1:A2)")]
    [InlineData("INDEX(A1:C4,2,3)")]
    public void Nothing_is_asked_for_where_only_the_place_matters(string formula)
    {
        TestCall.Show(formula, _site);
        Assert.Empty(_site.Demanded);
    }

    [Fact]
    public void Rows_of_a_whole_column_are_charged_before_they_are_made()
    {
        _site.Memory = 1000;
        Assert.Equal("#NUM!: memory", TestCall.Show("ROW(A:A)", _site));
        Assert.Equal("#NUM!: memory", TestCall.Show("INDEX(SEQUENCE(30,30),0,1)", _site));
    }

    [Fact]
    public void An_error_that_is_found_keeps_its_explanation()
    {
        _site.Cells.Set(CellAddress.Parse("B2"), CellWord.FromError(ErrorKind.Cycle), new Fault("a loop"));
        Assert.Equal("#CYCLE!: a loop", TestCall.Show("VLOOKUP(20,A1:C4,2,0)", _site));
        Assert.Equal("#CYCLE!: a loop", TestCall.Show("SUM(A1:B3)", _site));
        Assert.Equal("#CYCLE!: a loop", TestCall.Show("SUMIF(A1:A3,20,B1:B3)", _site));
        Assert.Equal("#CYCLE!: a loop", TestCall.Show("LEN(B2)", _site));
    }
}
