using Recalc.Values;

namespace Recalc.Excel.Tests;

public class CellValueTests
{
    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("-3", -3)]
    [InlineData("1E-3", 0.001)]
    [InlineData("0.30000000000000004", 0.30000000000000004)]
    [InlineData(" 7 ", 7)]
    [InlineData("1.7976931348623157E308", double.MaxValue)]
    public void A_number_is_read_exactly(string text, double expected)
    {
        var workbook = new XlsxBuilder().Rows($"<row r=\"1\"><c r=\"A1\"><v>{text}</v></c><c r=\"B1\" t=\"n\"><v>{text}</v></c></row>")
            .Read();
        Assert.Equal(CellValue.FromNumber(expected), workbook.At("A1"));
        Assert.Equal(CellValue.FromNumber(expected), workbook.At("B1"));
    }

    [Fact]
    public void A_number_beyond_doubles_is_an_error_value() =>
        Assert.Equal(ErrorKind.Num, new XlsxBuilder().Rows("<row><c><v>1E999</v></c></row>").Read().At("A1").AsError());

    [Theory]
    [InlineData("b", "1", "TRUE")]
    [InlineData("b", "0", "FALSE")]
    [InlineData("b", "true", "TRUE")]
    [InlineData("e", "#DIV/0!", "#DIV/0!")]
    [InlineData("e", "#N/A", "#N/A")]
    [InlineData("e", "Err:502", "#UNKNOWN!")]
    [InlineData("str", "text", "text")]
    [InlineData("str", "  two  spaces ", "  two  spaces ")]
    [InlineData("str", "", "")]
    [InlineData("n", "", "")]
    [InlineData("s", "", "")]
    public void Every_type_of_cell_is_read(string type, string text, string expected) =>
        Assert.Equal(expected, new XlsxBuilder().Rows($"<row><c t=\"{type}\"><v>{text}</v></c></row>").Read().At("A1").ToString());

    [Fact]
    public void Nothing_is_blank_and_empty_text_is_text()
    {
        var workbook = new XlsxBuilder().Rows("<row><c t=\"n\"><v/></c><c t=\"str\"><v></v></c><c t=\"str\"/><c t=\"e\"><v/></c></row>")
            .Read();
        Assert.Equal(CellValueKind.Blank, workbook.At("A1").Kind);
        Assert.Equal(CellValueKind.Text, workbook.At("B1").Kind);
        Assert.Equal(CellValueKind.Blank, workbook.At("C1").Kind);
        Assert.Equal(CellValueKind.Blank, workbook.At("D1").Kind);
    }

    [Theory]
    [InlineData("2024-02-29", false, 45351)]
    [InlineData("2024-02-29T12:00:00", false, 45351.5)]
    [InlineData("2024-02-29T12:00:00.000Z", false, 45351.5)]
    [InlineData("1900-01-01", false, 1)]
    [InlineData("1900-02-28", false, 59)]
    [InlineData("1900-03-01", false, 61)]
    [InlineData("06:00:00", false, 0.25)]
    [InlineData("1904-01-01", true, 0)]
    [InlineData("2024-02-29", true, 43889)]
    public void A_strict_date_is_a_serial_number(string text, bool from1904, double expected)
    {
        var builder = new XlsxBuilder { BeforeSheets = $"<workbookPr date1904=\"{(from1904 ? 1 : 0)}\"/>" };
        Assert.Equal(expected, builder.Rows($"<row><c t=\"d\"><v>{text}</v></c></row>").Read().At("A1").AsNumber());
    }

    [Theory]
    [InlineData("<c r=\"A1\" t=\"n\"><v>text</v></c>", "'text' is no value for a cell of type Number.")]
    [InlineData("<c r=\"A1\"><v>NaN</v></c>", "'NaN' is no value for a cell of type Number.")]
    [InlineData("<c r=\"A1\"><v>Infinity</v></c>", "'Infinity' is no value for a cell of type Number.")]
    [InlineData("<c r=\"A1\"><v>1,5</v></c>", "'1,5' is no value for a cell of type Number.")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>2</v></c>", "'2' is no value for a cell of type Logical.")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>yesterday</v></c>", "'yesterday' is no value for a cell of type Date.")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>x</v></c>", "'x' is no value for a cell of type SharedString.")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>-1</v></c>", "'-1' is no value for a cell of type SharedString.")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>3</v></c>", "The cell refers to shared string 3, of which there are 0.")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>99999999999</v></c>", "'99999999999' is no value for a cell of type SharedString.")]
    public void A_value_of_the_wrong_type_is_an_error_at_its_cell(string cell, string problem)
    {
        var error = new XlsxBuilder().Rows($"\n<row r=\"1\">\n{cell}</row>").Fail();
        Assert.Equal($"Cell A1: {problem}", error.Problem);
        Assert.Equal("xl/worksheets/sheet1.xml", error.Part);
        Assert.Equal(3, error.Line);
        Assert.True(error.Column > 1);
    }

    [Fact]
    public void An_unknown_type_of_cell_is_an_error() =>
        Assert.Equal("'z' is no type of cell.", new XlsxBuilder().Rows("<row><c t=\"z\"><v>1</v></c></row>").Fail().Problem);
}
