namespace Recalc.Tests.Functions.Lookup;

public class ArrayFunctionTests
{
    private readonly TestSite _site = new TestSite().Fill("A1", "10|\"ten\"", "20|\"twenty\"", "30|", "|\"d\"");

    [Theory]
    [InlineData("TRANSPOSE({1,2;3,4;5,6})", "{1,3,5;2,4,6}")]
    [InlineData("TRANSPOSE(B1:B4)", "{ten,twenty,,d}")]
    [InlineData("TAKE({1,2;3,4;5,6},-2,1)", "{3;5}")]
    [InlineData("TAKE(A1:B4,2)", "A1:B2")]
    [InlineData("DROP({1,2;3,4;5,6},1,-1)", "{3;5}")]
    [InlineData("CHOOSEROWS({1,2;3,4;5,6},-1,{1,1})", "{5,6;1,2;1,2}")]
    [InlineData("CHOOSECOLS({1,2;3,4},3)", "#VALUE!")]
    [InlineData("EXPAND({1,2},2,3,0)", "{1,2,0;0,0,0}")]
    [InlineData("HSTACK({1;2},3)", "{1,3;2,#N/A}")]
    [InlineData("VSTACK({1,2},3)", "{1,2;3,#N/A}")]
    [InlineData("TOCOL(A1:B4,1)", "{10;ten;20;twenty;30;d}")]
    [InlineData("TOROW({1,2;3,4},0,TRUE)", "{1,3,2,4}")]
    [InlineData("WRAPROWS({1,2,3},2)", "{1,2;3,#N/A}")]
    [InlineData("WRAPCOLS({1,2,3},2,0)", "{1,3;2,0}")]
    [InlineData("TRIMRANGE(A:C)", "A1:B4")]
    [InlineData("TRIMRANGE(J1:J3)", "#REF!")]
    public void Rearranges(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("SORT({3;1;2})", "{1;2;3}")]
    [InlineData("SORT({1,\"b\";2,\"a\";3,\"B\"},2,-1)", "{1,b;3,B;2,a}")]
    [InlineData("SORT({TRUE;\"a\";1;#N/A})", "{1;a;TRUE;#N/A}")]
    [InlineData("SORT(A1:A4,1,-1)", "{30;20;10;}")]
    [InlineData("SORTBY({\"a\";\"b\";\"c\"},{2;1;2},-1)", "{a;c;b}")]
    [InlineData("SORT({1;2},3)", "#VALUE!")]
    [InlineData("UNIQUE({1;\"a\";\"A\";1})", "{1;a}")]
    [InlineData("UNIQUE({1;2;1},FALSE,TRUE)", "{2}")]
    [InlineData("UNIQUE(A:A)", "{10;20;30;}")]
    [InlineData("FILTER({1;2;3},{1;0;1})", "{1;3}")]
    [InlineData("FILTER({1,2,3},{0,1,0})", "{2}")]
    [InlineData("FILTER({1;2},{0;0},\"none\")", "none")]
    [InlineData("FILTER({1;2},{0;0})", "#CALC!: FILTER keeps no value, and an array cannot be empty.")]
    [InlineData("FILTER({1;2},{0;1;0})", "#VALUE!")]
    public void Selects(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("LOOKUP(25,A1:B4)", "twenty")]
    [InlineData("LOOKUP(25,{10,20,30},{1;2;3})", "2")]
    [InlineData("LOOKUP(1,A1:A4)", "#N/A")]
    [InlineData("XMATCH(25,A1:A3,-1)", "2")]
    [InlineData("XMATCH(25,A1:A3,1)", "3")]
    [InlineData("XMATCH(\"t*\",B1:B4,2,-1)", "2")]
    [InlineData("XMATCH(\"t*\",B1:B4)", "#N/A")]
    [InlineData("XMATCH(2,{5,4,2},0,-2)", "3")]
    [InlineData("XMATCH(3,{5,4,2},1,-2)", "2")]
    [InlineData("XMATCH(1,{1,2,1},0,-1)", "3")]
    [InlineData("XLOOKUP(20,A1:A3,B1:C3)", "B2:C2")]
    [InlineData("XLOOKUP(20,A:A,B:B)", "B2")]
    [InlineData("XLOOKUP(7,A1:A3,B1:B3,\"none\")", "none")]
    [InlineData("XLOOKUP(2,{1,2},{3,4;5,6})", "{4;6}")]
    [InlineData("XLOOKUP(2,{1,2},{3,4,5})", "#VALUE!")]
    [InlineData("HYPERLINK(\"a\",\"b\")", "b")]
    [InlineData("AREAS(A1:B2)", "1")]
    public void Searches(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Fact]
    public void A_whole_column_is_charged_for_what_is_used()
    {
        _site.Memory = 1000;
        Assert.StartsWith("{10;20;30;", TestCall.Show("SORT(A:A)", _site), StringComparison.Ordinal);
    }
}
