namespace Recalc.Excel.Tests;

public class StyleTests
{
    private static Workbook Styled(string rows) => new XlsxBuilder().Styles(
        "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0.0&quot; kg&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"\"/>"
            + "</numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/><xf/><xf numFmtId=\"29\"/>"
            + "<xf numFmtId=\"49\"><alignment/></xf></cellXfs>").Rows(rows).Read();

    [Theory]
    [InlineData(0, "General")]
    [InlineData(1, "0.0\" kg\"")]
    [InlineData(2, "m/d/yyyy")]
    [InlineData(3, "General")]
    [InlineData(4, "General")]
    [InlineData(5, "General")]
    [InlineData(6, "@")]
    [InlineData(99, "General")]
    public void A_cell_has_the_number_format_of_its_style(int style, string expected) =>
        Assert.Equal(expected, Styled($"<row><c s=\"{style}\"><v>1</v></c></row>").FormatAt("A1"));

    [Fact]
    public void A_cell_without_a_value_has_a_format_too()
    {
        var workbook = Styled("<row><c s=\"2\"/></row>");
        Assert.Equal("m/d/yyyy", workbook.FormatAt("A1"));
        Assert.True(workbook.At("A1").IsBlank);
    }

    [Fact]
    public void The_last_format_of_a_cell_counts() =>
        Assert.Equal("General", Styled("<row><c r=\"A1\" s=\"2\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>").FormatAt("A1"));

    [Fact]
    public void Formats_are_General_when_there_are_no_styles() =>
        Assert.Equal("General", new XlsxBuilder().Rows("<row><c s=\"3\"><v>1</v></c></row>").Read().FormatAt("A1"));

    [Fact]
    public void A_style_that_is_no_number_is_an_error() =>
        Assert.Equal("'x' is no position of a style or metadata.", new XlsxBuilder().Rows("<row><c s=\"x\"/></row>").Fail().Problem);
}
