using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Excel.Tests;

public class FormulaTests
{
    [Fact]
    public void A_formula_keeps_its_text_and_its_result()
    {
        var workbook = new XlsxBuilder()
            .Rows("<row><c><f>SUM( B1:B2 )&lt;3</f><v>1</v></c><c t=\"str\"><f>\"ä\"&amp;\"b\"</f><v>äb</v></c></row>").Read();
        Assert.Equal("SUM( B1:B2 )<3", workbook.FormulaAt("A1"));
        Assert.Equal(CellValue.FromNumber(1), workbook.At("A1"));
        Assert.Equal("\"ä\"&\"b\"", workbook.FormulaAt("B1"));
        Assert.Equal(CellValue.FromText("äb"), workbook.At("B1"));
        Assert.Equal(FormulaFlavor.Implicit, workbook.RegionAt("A1").Flavor);
    }

    [Fact]
    public void A_formula_without_a_result_is_computed_when_it_is_read()
    {
        var workbook = new XlsxBuilder().Rows("<row><c><f>1+1</f></c></row>").Read();
        Assert.True(workbook.Sheets[0].Peek(CellAddress.Parse("A1")).IsBlank);
        Assert.Equal(CellValue.FromNumber(2), workbook.At("A1"));
    }

    [Fact]
    public void What_rests_on_a_formula_without_a_result_does_not_keep_its_own()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row><c><f>B1+1</f><v>1</v></c><c><f>C1*2</f></c><c><v>5</v></c><c><f>C1+7</f><v>99</v></c></row>").Read();
        Assert.Equal(CellValue.FromNumber(11), workbook.At("A1"));
        Assert.Equal(CellValue.FromNumber(99), workbook.At("D1"));              // the file has a result, and nothing it rests on changed
    }

    [Fact]
    public void An_array_without_a_result_is_computed()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:A2\">B1:B2*2</f></c><c r=\"B1\"><v>3</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"/><c r=\"B2\"><v>4</v></c></row>").Read();
        Assert.Equal(CellValue.FromNumber(8), workbook.At("A2"));
        Assert.Equal(CellValue.FromNumber(6), workbook.At("A1"));
    }

    [Fact]
    public void An_empty_formula_is_none()
    {
        var workbook = new XlsxBuilder().Rows("<row><c><f/><v>3</v></c><c><f ca=\"1\"></f><v>4</v></c></row>").Read();
        Assert.Null(workbook.FormulaAt("A1"));
        Assert.Equal(CellValue.FromNumber(3), workbook.At("A1"));
        Assert.Equal(CellValue.FromNumber(4), workbook.At("B1"));
    }

    [Fact]
    public void A_shared_formula_shifts()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B3\" si=\"0\">A1*$A$1+A$1</f><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row><row r=\"3\"><c r=\"B3\" t=\"e\">"
                + "<f t=\"shared\" si=\"0\"/><v>#N/A</v></c></row>").Read();
        Assert.Equal("A1*$A$1+A$1", workbook.FormulaAt("B1"));
        Assert.Equal("A2*$A$1+A$1", workbook.FormulaAt("B2"));
        Assert.Equal("A3*$A$1+A$1", workbook.FormulaAt("B3"));
        Assert.Equal(CellValue.FromNumber(2), workbook.At("B2"));
        Assert.Equal(CellValue.FromError(ErrorKind.NotAvailable), workbook.At("B3"));
        Assert.Equal(CellRange.Parse("B1:B3"), workbook.RegionAt("B2").Range);
    }

    [Fact]
    public void A_shared_formula_may_be_used_before_it_is_defined()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"4\"/><v>2</v></c><c r=\"C2\"><f t=\"shared\" si=\"4\"/><v>3</v></c></row>"
            + "<row r=\"2\"><c r=\"C2\"><v>9</v></c></row>"
            + "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B2\" si=\"4\">A1+1</f><v>1</v></c></row>").Read();
        Assert.Equal("A2+1", workbook.FormulaAt("B2"));
        Assert.Equal(CellValue.FromNumber(2), workbook.At("B2"));
        Assert.Null(workbook.FormulaAt("C2"));
        Assert.Equal(CellValue.FromNumber(9), workbook.At("C2"));
    }

    [Fact]
    public void A_shared_formula_that_is_never_defined_leaves_the_value()
    {
        var workbook = new XlsxBuilder().Rows("<row><c><f t=\"shared\" si=\"1\"/><v>5</v></c><c><f t=\"shared\"/><v>6</v></c></row>")
            .Read();
        Assert.Null(workbook.FormulaAt("A1"));
        Assert.Equal(CellValue.FromNumber(5), workbook.At("A1"));
        Assert.Equal(CellValue.FromNumber(6), workbook.At("B1"));
    }

    [Fact]
    public void Writers_that_repeat_the_text_of_a_shared_formula_are_understood()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B2\" si=\"0\">A1+1</f></c><c r=\"C1\"><f t=\"shared\" si=\"0\">B1+2</f>"
                + "</c><c r=\"D1\"><f t=\"shared\" si=\"0\"/></c></row>").Read();
        Assert.Equal("B1+2", workbook.FormulaAt("C1"));
        Assert.Equal("C1+1", workbook.FormulaAt("D1"));
    }

    [Fact]
    public void Shared_formulas_belong_to_their_sheet()
    {
        var workbook = new XlsxBuilder()
            .Rows("<row><c><f t=\"shared\" ref=\"A1\" si=\"0\">1+1</f></c></row>")
            .Rows("<row><c><f t=\"shared\" si=\"0\"/><v>3</v></c></row>").Read();
        Assert.Null(workbook.FormulaAt("A1", sheet: 1));
    }

    [Fact]
    public void The_rectangle_of_a_shared_formula_is_a_hint()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row><c><f t=\"shared\" ref=\"A1:XFD1048576\" si=\"0\">1+1</f><v>2</v></c></row><row r=\"7\"><c r=\"A7\">"
                + "<f t=\"shared\" si=\"0\"/><v>2</v></c></row>").Read();
        Assert.Equal(CellRange.Parse("A1:A7"), workbook.Sheets[0].UsedRange);
        Assert.Null(workbook.FormulaAt("A2"));
    }

    [Fact]
    public void An_array_formula_covers_its_rectangle()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:B2\">C1:D2*2</f><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\">"
                + "<c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row>").Read();
        var region = workbook.RegionAt("B2");
        Assert.Equal(CellRange.Parse("A1:B2"), region.Range);
        Assert.Equal(FormulaFlavor.Array, region.Flavor);
        Assert.Equal("C1:D2*2", workbook.FormulaAt("A1"));
        Assert.Equal([1, 2, 3, 4], new[] { "A1", "B1", "A2", "B2" }.Select(cell => workbook.At(cell).AsNumber()));
    }

    [Fact]
    public void An_array_formula_over_the_whole_sheet_takes_no_memory()
    {
        var workbook = new XlsxBuilder().Rows("<row><c><f t=\"array\" ref=\"A1:XFD1048576\">1</f><v>1</v></c></row>").Read();
        Assert.Equal(CellRange.Sheet, workbook.RegionAt("XFD1048576").Range);
    }

    [Theory]
    [InlineData("<c r=\"C3\"><f t=\"array\" ref=\"A1:B2\">1</f></c>",
        "Cell C3: The rectangle A1:B2 of the formula does not begin at the cell.")]
    [InlineData("<c r=\"C3\"><f t=\"array\" ref=\"nonsense\">1</f></c>", "Cell C3: 'nonsense' is no range of cells.")]
    [InlineData("<c r=\"C3\"><f t=\"array\" ref=\"C3:XFE9\">1</f></c>", "Cell C3: 'C3:XFE9' is no range of cells.")]
    [InlineData("<c r=\"C3\"><f t=\"magic\">1</f></c>", "Cell C3: 'magic' is no type of formula.")]
    [InlineData("<c r=\"C3\"><f t=\"shared\" si=\"-1\">1</f></c>", "Cell C3: '-1' is no position of a shared formula.")]
    [InlineData("<c r=\"C3\"><f t=\"shared\" si=\"4294967296\">1</f></c>", "Cell C3: '4294967296' is no position of a shared formula.")]
    [InlineData("<c r=\"C3\"><f t=\"dataTable\" ref=\"C3:D4\" r1=\"A1)+(B1\"/></c>", "Cell C3: 'A1)+(B1' is no cell of a sheet.")]
    public void A_formula_that_contradicts_itself_is_an_error(string cell, string problem)
    {
        var error = new XlsxBuilder().Rows($"<row r=\"3\">{cell}</row>").Fail();
        Assert.Equal(problem, error.Problem);
        Assert.Equal("xl/worksheets/sheet1.xml", error.Part);
    }

    [Theory]
    [InlineData("dt2D=\"1\" dtr=\"1\" r1=\"A1\" r2=\"B1\"", "TABLE(A1,B1)")]
    [InlineData("dt2D=\"0\" dtr=\"1\" r1=\"A1\"", "TABLE(A1,)")]
    [InlineData("r1=\"A1\"", "TABLE(,A1)")]
    [InlineData("r1=\"A1\" del1=\"1\"", "TABLE(,#REF!)")]
    [InlineData("dt2D=\"1\" r2=\"B1\"", "TABLE(,B1)")]
    public void A_data_table_is_a_formula_over_its_rectangle(string attributes, string expected)
    {
        var workbook = new XlsxBuilder().Rows(
            $"<row r=\"3\"><c r=\"C3\"><f t=\"dataTable\" ref=\"C3:D4\" {attributes}/><v>1</v></c><c r=\"D3\"><v>2</v></c></row>").Read();
        Assert.Equal(expected, workbook.FormulaAt("C3"));
        Assert.Equal(FormulaFlavor.DataTable, workbook.RegionAt("D4").Flavor);
        Assert.Equal(CellRange.Parse("C3:D4"), workbook.RegionAt("C3").Range);
        Assert.Equal(CellValue.FromNumber(2), workbook.At("D3"));
    }

    [Fact]
    public void A_mistake_in_a_formula_does_not_stop_the_reading()
    {
        var workbook = new XlsxBuilder().Rows("<row><c><f>SUM((</f><v>1</v></c><c><f>1+1</f><v>2</v></c></row>").Read();
        Assert.Equal("SUM((", workbook.FormulaAt("A1"));
        Assert.Equal(1, workbook.GetStatistics().FormulasWithErrors);
        Assert.Equal("1+1", workbook.FormulaAt("B1"));
    }

    [Fact]
    public void A_formula_nested_beyond_all_measure_does_not_stop_the_reading()
    {
        var deep = new string('(', 200_000);
        var workbook = new XlsxBuilder().Rows($"<row><c><f>{deep}</f><v>1</v></c><c><v>2</v></c></row>").Read();
        Assert.Equal(CellValue.FromNumber(2), workbook.At("B1"));
    }
}
