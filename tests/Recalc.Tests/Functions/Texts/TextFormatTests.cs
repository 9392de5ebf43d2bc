using Recalc.Values;

namespace Recalc.Tests.Functions.Texts;

public class TextFormatTests
{
    private readonly TestSite _site = new();

    [Theory]
    [InlineData("1234.567", "0.00", "1234.57")]
    [InlineData("1234567", "#,##0", "1,234,567")]
    [InlineData("5", "#,##0.00", "5.00")]
    [InlineData("1234567", "0.0,,", "1.2")]
    [InlineData("0.285", "0%", "29%")]
    [InlineData("0.5", "#.##", ".5")]
    [InlineData("5", "000", "005")]
    [InlineData("-5", "0", "-5")]
    [InlineData("-5", "0;(0)", "(5)")]
    [InlineData("0", "0;-0;zero", "zero")]
    [InlineData("12345", "0.00E+00", "1.23E+04")]
    [InlineData("0.00012", "0.0E-0", "1.2E-4")]
    [InlineData("12345", "##0.0E+0", "12.3E+3")]
    [InlineData("1.5", "# ?/?", "1 1/2")]
    [InlineData("0.333", "?/?", "1/3")]
    [InlineData("2.25", "# ??/16", "2  4/16")]
    [InlineData("5551234", "000-0000", "555-1234")]
    [InlineData("150", "[>100]0.0;0", "150.0")]
    [InlineData("50", "[Red][>100]0.0;[Blue]0", "50")]
    [InlineData("2.675", "0.00", "2.68")]
    [InlineData("3", "0 \"pieces\"", "3 pieces")]
    [InlineData("3", "[$€-407]0", "€3")]
    [InlineData("1234.5", "General", "1234.5")]
    [InlineData("123456789012", "General", "1.23457E+11")]
    [InlineData("44197", "yyyy-mm-dd", "2021-01-01")]
    [InlineData("44197", "dddd, mmmm d", "Friday, January 1")]
    [InlineData("44197", "mmmmm", "J")]
    [InlineData("60", "d/m/yyyy", "29/2/1900")]
    [InlineData("1", "ddd", "Sun")]
    [InlineData("0.75", "h:mm AM/PM", "6:00 PM")]
    [InlineData("0.5", "hh:mm:ss", "12:00:00")]
    [InlineData("1.5", "[h]:mm", "36:00")]
    [InlineData("0.0423726851851852", "[mm]:ss.0", "61:01.0")]
    [InlineData("-1", "yyyy", "#VALUE!")]
    [InlineData("\"abc\"", "0.00", "abc")]
    [InlineData("\"abc\"", "0;0;0;<@>", "<abc>")]
    [InlineData("\"12\"", "0.0", "12.0")]
    [InlineData("TRUE", "0", "TRUE")]
    [InlineData("5", "", "")]
    [InlineData("1.5", "@", "1.5")]
    public void Shows_a_value_in_a_format(string value, string format, string expected) =>
        Assert.Equal(expected, TestCall.Show($"TEXT({value},\"{format.Replace("\"", "\"\"", StringComparison.Ordinal)}\")"
            .Replace("\"\"pieces\"\"", "\\p\\i\\e\\c\\e\\s", StringComparison.Ordinal), _site));

    [Fact]
    public void Counts_days_from_1904()
    {
        _site.System = DateSystem.From1904;
        Assert.Equal("1904-01-02 Sat", TestCall.Show("TEXT(1,\"yyyy-mm-dd ddd\")", _site));
    }

    [Theory]
    [InlineData("FIXED(1234.567)", "1,234.57")]
    [InlineData("FIXED(1234.567,1,TRUE)", "1234.6")]
    [InlineData("FIXED(1234.567,-2)", "1,200")]
    [InlineData("FIXED(-0.001)", "0.00")]
    [InlineData("DOLLAR(1234.567)", "$1,234.57")]
    [InlineData("DOLLAR(-1234.567,0)", "($1,235)")]
    [InlineData("VALUE(\"$1,000\")", "1000")]
    [InlineData("VALUE(\"\")", "#VALUE!")]
    [InlineData("VALUE(TRUE)", "#VALUE!")]
    [InlineData("NUMBERVALUE(\"2.500,27\",\",\",\".\")", "2500.27")]
    [InlineData("NUMBERVALUE(\"3.5%%\")", "0.00035")]
    [InlineData("NUMBERVALUE(\"\")", "0")]
    [InlineData("T(5)", "")]
    [InlineData("T(\"a\")", "a")]
    public void Converts(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));
}
