using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Excel.Tests;

public class CellPositionTests
{
    [Fact]
    public void Rows_and_cells_without_a_position_follow_the_one_before()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c>"
                + "</row>").Read();
        Assert.Equal([1, 2, 3, 4, 5], new[] { "A1", "B1", "C5", "D5", "A6" }.Select(cell => workbook.At(cell).AsNumber()));
        Assert.Equal(CellRange.Parse("A1:D6"), workbook.Sheets[0].UsedRange);
    }

    [Fact]
    public void The_last_of_several_cells_counts()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c><c r=\"B2\"><v>3</v></c></row>"
            + "<row r=\"1\"><c r=\"A1\"><v>4</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>last</v></c></row>").Read();
        Assert.Equal(CellValue.FromNumber(3), workbook.At("B2"));
        Assert.Equal(CellValue.FromNumber(4), workbook.At("A1"));
        Assert.Equal(CellValue.FromText("last"), workbook.At("A2"));
    }

    [Fact]
    public void A_cell_that_comes_again_empty_is_empty()
    {
        var workbook = new XlsxBuilder().Rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"/></row>").Read();
        Assert.True(workbook.At("A1").IsBlank);
    }

    [Fact]
    public void A_formula_that_comes_again_as_a_value_is_gone()
    {
        var workbook = new XlsxBuilder().Rows("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"A1\"><v>7</v></c></row>").Read();
        Assert.Null(workbook.FormulaAt("A1"));
        Assert.Equal(CellValue.FromNumber(7), workbook.At("A1"));
    }

    [Fact]
    public void The_address_of_a_cell_outranks_that_of_its_row() =>
        Assert.Equal(CellValue.FromNumber(1), new XlsxBuilder().Rows("<row r=\"2\"><c r=\"A9\"><v>1</v></c></row>").Read().At("A9"));

    [Fact]
    public void The_last_cell_of_a_sheet_is_read() =>
        Assert.Equal(CellValue.FromNumber(1), new XlsxBuilder().Rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").Read()
            .At("XFD1048576"));

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "'XFE1' is no cell of a sheet.")]
    [InlineData("<row r=\"1\"><c r=\"A1048577\"><v>1</v></c></row>", "'A1048577' is no cell of a sheet.")]
    [InlineData("<row r=\"1\"><c r=\"A0\"><v>1</v></c></row>", "'A0' is no cell of a sheet.")]
    [InlineData("<row r=\"1\"><c r=\"7\"><v>1</v></c></row>", "'7' is no cell of a sheet.")]
    [InlineData("<row r=\"1\"><c r=\"\"><v>1</v></c></row>", "'' is no cell of a sheet.")]
    [InlineData("<row r=\"1\"><c r=\"A1B\"><v>1</v></c></row>", "'A1B' is no cell of a sheet.")]
    [InlineData("<row r=\"1\"><c r=\"AAAAAAAAAAAAAAAAAAAAA1\"><v>1</v></c></row>", "'AAAAAAAAAAAAAAAAAAAAA1' is no cell of a sheet.")]
    [InlineData("<row r=\"1048577\"/>", "'1048577' is no row of a sheet.")]
    [InlineData("<row r=\"0\"/>", "'0' is no row of a sheet.")]
    [InlineData("<row r=\"99999999999999999999\"/>", "'99999999999999999999' is no row of a sheet.")]
    [InlineData("<row r=\"1048576\"/><row/>", "The sheet has more than 1048576 rows.")]
    [InlineData("<row r=\"1\"><c r=\"XFD1\"/><c/></row>", "The row has more than 16384 cells.")]
    public void A_position_outside_the_sheet_is_an_error(string rows, string problem)
    {
        var error = new XlsxBuilder().Rows(rows).Fail();
        Assert.Equal(problem, error.Problem);
        Assert.Equal("xl/worksheets/sheet1.xml", error.Part);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public void Hidden_rows_are_hidden()
    {
        var sheet = new XlsxBuilder().Rows("<row r=\"2\" hidden=\"1\"/><row r=\"3\" hidden=\"true\"/><row r=\"4\" hidden=\"0\"/>"
            + "<row r=\"9\" hidden=\"1\"/>").Read().Sheets[0];
        Assert.Equal([1, 2, 8], Enumerable.Range(0, 12).Where(sheet.IsRowHidden));
    }

    [Fact]
    public void On_a_sheet_that_hides_its_rows_those_left_out_are_hidden()
    {
        var sheet = new XlsxBuilder().Sheet("<sheetFormatPr zeroHeight=\"1\"/><sheetData><row r=\"2\"/><row r=\"4\"/>"
            + "<row r=\"5\" hidden=\"1\"/></sheetData>").Read().Sheets[0];
        Assert.Equal([0, 2, 4, 5, 6, 7], Enumerable.Range(0, 8).Where(sheet.IsRowHidden));
        Assert.True(sheet.IsRowHidden(SheetLimits.Rows - 1));
    }
}
