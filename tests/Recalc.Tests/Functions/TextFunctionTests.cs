namespace Recalc.Tests.Functions;

public class TextFunctionTests
{
    private readonly TestSite _site = new TestSite().Fill("A1", "\"abc\"||#N/A");

    [Theory]
    [InlineData("LEN(\"héllo\")", "5")]
    [InlineData("LEN(\"😀\")", "2")]
    [InlineData("LEN(12.50)", "4")]
    [InlineData("LEN(TRUE)", "4")]
    [InlineData("LEN(B1)", "0")]
    [InlineData("LEN(C1)", "#N/A")]
    [InlineData("LEFT(\"abc\")", "a")]
    [InlineData("LEFT(\"abc\",2.9)", "ab")]
    [InlineData("LEFT(\"abc\",)", "")]
    [InlineData("LEFT(\"abc\",9)", "abc")]
    [InlineData("LEFT(\"abc\",-1)", "#VALUE!")]
    [InlineData("LEFT(123,2)", "12")]
    [InlineData("LEFT(C1,\"x\")", "#N/A")]
    [InlineData("RIGHT(\"abc\")", "c")]
    [InlineData("RIGHT(\"abc\",2)", "bc")]
    [InlineData("RIGHT(\"abc\",1E10)", "abc")]
    [InlineData("RIGHT(\"abc\",0)", "")]
    [InlineData("RIGHT(\"abc\",-1E10)", "#VALUE!")]
    [InlineData("MID(\"abcde\",2,3)", "bcd")]
    [InlineData("MID(\"abcde\",4,9)", "de")]
    [InlineData("MID(\"abcde\",9,2)", "")]
    [InlineData("MID(\"abcde\",1E10,1E10)", "")]
    [InlineData("MID(\"abcde\",0,2)", "#VALUE!")]
    [InlineData("MID(\"abcde\",1,-1)", "#VALUE!")]
    [InlineData("REPT(\"ab\",3)", "ababab")]
    [InlineData("REPT(\"ab\",2.9)", "abab")]
    [InlineData("REPT(\"ab\",0)", "")]
    [InlineData("REPT(\"\",1E9)", "")]
    [InlineData("REPT(\"ab\",-1)", "#VALUE!")]
    [InlineData("REPT(\"ab\",16384)", "#VALUE!: text")]
    [InlineData("REPT(\"ab\",1E300)", "#VALUE!: text")]
    [InlineData("LEN(REPT(\"ab\",16383))", "32766")]
    [InlineData("CONCATENATE(\"a\",1.5,TRUE,B1,,A1)", "a1.5TRUEabc")]
    [InlineData("CONCATENATE(\"a\",C1,#REF!)", "#N/A")]
    [InlineData("CONCATENATE(REPT(\"a\",32767),\"b\")", "#VALUE!: text")]
    [InlineData("LEN(CONCATENATE(REPT(\"a\",32766),\"b\"))", "32767")]
    [InlineData("UPPER(\"aé1\")", "AÉ1")]
    [InlineData("LOWER(\"AÉ1\")", "aé1")]
    [InlineData("UPPER(TRUE)", "TRUE")]
    [InlineData("TRIM(\"  a   b  \")", "a b")]
    [InlineData("TRIM(\"   \")", "")]
    [InlineData("TRIM(\"a b\")", "a b")]
    [InlineData("TRIM(\"\u00A0a\")", "\u00A0a")]
    [InlineData("EXACT(\"a\",\"A\")", "FALSE")]
    [InlineData("EXACT(\"1\",1)", "TRUE")]
    [InlineData("EXACT(B1,\"\")", "TRUE")]
    [InlineData("EXACT(\"a\",C1)", "#N/A")]
    public void Computes(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Fact]
    public void Long_texts_are_charged_before_they_are_made()
    {
        _site.Memory = 4_000;
        Assert.Equal("32000", TestCall.Show("LEN(REPT(\"a\",32000))", _site));
        Assert.Equal("#NUM!: memory", TestCall.Show("REPT(\"a\",32000)", _site));
        Assert.Equal("1", TestCall.Show("LEN(REPT(\"a\",1))", _site));
    }
}
