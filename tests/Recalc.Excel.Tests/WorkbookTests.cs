using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Excel.Tests;

public class WorkbookTests
{
    [Fact]
    public void Sheets_keep_their_order_names_and_visibility()
    {
        var workbook = new XlsxBuilder().Rows("", "Erstes &amp; Letztes").Rows("", "b", "state=\"hidden\"")
            .Rows("", "c", "state=\"veryHidden\"").Read();
        Assert.Equal(["Erstes & Letztes", "b", "c"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([SheetVisibility.Visible, SheetVisibility.Hidden, SheetVisibility.VeryHidden],
            workbook.Sheets.Select(sheet => sheet.Visibility));
    }

    [Fact]
    public void Sheets_without_cells_keep_their_place()
    {
        var workbook = new XlsxBuilder()
            .SheetEntry("Chart", "chartsheet", "chartsheets/sheet1.xml")
            .SheetEntry("Dialog", "dialogsheet", "missing.xml")
            .SheetEntry("Macro", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "macrosheets/sheet1.xml")
            .Rows("<row><c><v>1</v></c></row>").Read();
        Assert.Equal(4, workbook.Sheets.Count);
        Assert.Null(workbook.Sheets[0].UsedRange);
        Assert.Equal(CellValue.FromNumber(1), workbook.At("A1", sheet: 3));
    }

    [Fact]
    public void A_module_of_Visual_Basic_is_a_sheet_without_a_part()
    {
        var workbook = new XlsxBuilder().Part("xl/workbook.xml",
            $"<workbook xmlns=\"{XlsxBuilder.Main}\" xmlns:r=\"{XlsxBuilder.Relations}\"><sheets>"
                + $"<sheet name=\"Code\" sheetId=\"1\" state=\"veryHidden\" r:id=\"\"/></sheets></workbook>").Read();
        Assert.Null(Assert.Single(workbook.Sheets).UsedRange);
    }

    [Fact]
    public void Settings_are_read()
    {
        var workbook = new XlsxBuilder
        {
            BeforeSheets = "<workbookPr date1904=\"true\"/>",
            AfterSheets = "<calcPr calcId=\"191029\" calcMode=\"manual\" refMode=\"R1C1\" iterate=\"1\" iterateCount=\"7\" "
                + "iterateDelta=\"0.5\" fullPrecision=\"0\" fullCalcOnLoad=\"1\"/>",
        }.Rows("").Read();
        Assert.Equal(DateSystem.From1904, workbook.DateSystem);
        Assert.Equal(
            new CalculationSettings { Manual = true, ShowR1C1 = true, Iterate = true, IterateCount = 7, IterateDelta = 0.5,
                FullPrecision = false, FullCalculationOnLoad = true },
            workbook.Calculation);
    }

    [Fact]
    public void A_file_that_does_not_trust_its_results_is_calculated_when_it_is_read()
    {
        const string Rows = "<row><c><f>1+1</f><v>7</v></c></row>";
        Assert.Equal(7, new XlsxBuilder().Rows(Rows).Read().At("A1").AsNumber());
        Assert.Equal(2, new XlsxBuilder { AfterSheets = "<calcPr fullCalcOnLoad=\"1\"/>" }.Rows(Rows).Read().At("A1").AsNumber());
    }

    [Fact]
    public void Settings_that_are_not_there_are_Excels()
    {
        var workbook = new XlsxBuilder { AfterSheets = "<calcPr calcId=\"191029\"/>" }.Rows("").Read();
        Assert.Equal(DateSystem.From1900, workbook.DateSystem);
        Assert.Equal(CalculationSettings.Default, workbook.Calculation);
    }

    [Theory]
    [InlineData("iterateCount=\"many\"", "The attribute 'iterateCount' of <calcPr> is 'many', which is no whole number.")]
    [InlineData("iterateDelta=\"small\"", "The attribute 'iterateDelta' of <calcPr> is 'small', which is no number.")]
    [InlineData("iterate=\"maybe\"", "The attribute 'iterate' of <calcPr> is 'maybe', which is neither true nor false.")]
    public void Settings_that_are_nonsense_are_errors(string attribute, string problem)
    {
        var error = new XlsxBuilder { AfterSheets = $"\n<calcPr {attribute}/>" }.Rows("").Fail();
        Assert.Equal(problem, error.Problem);
        Assert.Equal(("xl/workbook.xml", 2), (error.Part, error.Line));
    }

    [Fact]
    public void Names_are_read()
    {
        var workbook = new XlsxBuilder().Rows("").Rows("").Names(
            "<definedName name=\"Rate\">0.19</definedName><definedName name=\"Rate\" localSheetId=\"1\" hidden=\"1\">Sheet2!$A$1"
                + "</definedName>"
            + "<definedName name=\"Left\">Sheet1!XFD1</definedName><definedName name=\"Macro\" function=\"1\" vbProcedure=\"1\">#N/A"
                + "</definedName>"
            + "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">Sheet1!$A$1:$B$9</definedName>"
            + "<definedName name=\"Broken\">#REF!</definedName><definedName name=\"Flächentyp\">\"a&amp;b\"</definedName>").Read();
        Assert.Equal(
            [
                new DefinedName("Rate", "0.19"), new DefinedName("Rate", "Sheet2!$A$1", workbook.Sheets[1], IsHidden: true),
                new DefinedName("Left", "Sheet1!XFD1"), new DefinedName("Macro", "#N/A", IsFunction: true),
                new DefinedName("_xlnm._FilterDatabase", "Sheet1!$A$1:$B$9", workbook.Sheets[0], IsHidden: true),
                new DefinedName("Broken", "#REF!"), new DefinedName("Flächentyp", "\"a&b\""),
            ],
            workbook.Names);
    }

    [Fact]
    public void Names_that_define_each_other_are_only_names()
    {
        var workbook = new XlsxBuilder().Rows("<row><c><f>One+Self</f><v>1</v></c></row>").Names(
            "<definedName name=\"One\">Two</definedName><definedName name=\"Two\">One</definedName><definedName name=\"Self\">Self+1"
                + "</definedName>").Read();
        Assert.Equal(3, workbook.Names.Count);
        Assert.Equal("One+Self", workbook.FormulaAt("A1"));
    }

    [Theory]
    [InlineData("<definedName name=\"\">1</definedName>")]
    [InlineData("<definedName name=\"Far\" localSheetId=\"1\">1</definedName>")]
    [InlineData("<definedName name=\"Far\" localSheetId=\"-1\">1</definedName>")]
    [InlineData("<definedName name=\"Far\" localSheetId=\"x\">1</definedName>")]
    [InlineData("<definedName>1</definedName>")]
    public void A_name_that_is_impossible_is_an_error_at_its_place(string name)
    {
        var error = new XlsxBuilder().Rows("").Names($"\n\n{name}").Fail();
        Assert.Equal(("xl/workbook.xml", 3), (error.Part, error.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("'quoted'")]
    [InlineData("History of everything that ever was")]
    [InlineData("SHEET1")]
    public void A_sheet_name_that_is_impossible_or_taken_is_an_error(string name)
    {
        var error = new XlsxBuilder().Rows("", "Sheet1").Rows("", name).Fail();
        Assert.Equal(("xl/workbook.xml", 1), (error.Part, error.Line));
        Assert.IsType<ArgumentException>(error.InnerException);
        Assert.DoesNotContain("Parameter", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void More_sheets_than_a_workbook_holds_are_an_error()
    {
        var builder = new XlsxBuilder();
        builder.Rows("");
        for (var i = 0; i < SheetLimits.Sheets; i++) builder.SheetEntry($"s{i}", "worksheet", "worksheets/sheet1.xml");
        var error = builder.Fail();
        Assert.Equal("xl/workbook.xml", error.Part);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public void A_sheet_whose_part_is_missing_is_an_error()
    {
        Assert.Equal(
            "The part 'worksheets/none.xml' of the sheet 'Lost' is missing.", new XlsxBuilder()
                .SheetEntry("Lost", "worksheet", "worksheets/none.xml").Fail().Problem);
        var error = new XlsxBuilder().Rows("").Part("xl/_rels/workbook.xml.rels", "<Relationships/>").Fail();
        Assert.Equal("The sheet 'Sheet1' has no part: the relationship 'rId1' is missing.", error.Problem);
        Assert.Equal("xl/workbook.xml", error.Part);
    }

    [Fact]
    public void Tables_are_there_before_the_first_formula()
    {
        var workbook = new XlsxBuilder()
            .Rows("<row><c><f>SUM(Sales[Net\nvalue])</f><v>3</v></c></row>", "First")
            .Rows("", "Second")
            .Relate("xl/worksheets/sheet2.xml", "rId1", "table", "../tables/table1.xml")
            .Part("xl/tables/table1.xml", $"<table xmlns=\"{XlsxBuilder.Main}\" id=\"1\" name=\"t\" displayName=\"Sales\" ref=\"B2:C9\" "
                + $"totalsRowCount=\"1\"><autoFilter ref=\"B2:C9\"/><tableColumns count=\"2\"><tableColumn id=\"1\" name=\"Item\">"
                + $"<calculatedColumnFormula>1</calculatedColumnFormula></tableColumn><tableColumn id=\"2\" name=\"Net_x000a_value\"/>"
                + $"</tableColumns></table>")
            .Read();
        var table = Assert.Single(workbook.Tables);
        Assert.Equal(("Sales", "Second", CellRange.Parse("B2:C9"), 1, 1), (table.Name, table.Sheet.Name, table.Range, table.HeaderRows,
            table.TotalsRows));
        Assert.Equal(["Item", "Net\nvalue"], table.Columns);
        Assert.Equal(0, workbook.GetStatistics().FormulasWithErrors);
    }

    [Theory]
    [InlineData("ref=\"B2:D9\"")]
    [InlineData("ref=\"somewhere\"")]
    [InlineData("ref=\"B2:XFE9\"")]
    [InlineData("")]
    [InlineData("ref=\"B2:B2\" headerRowCount=\"9\"")]
    public void A_table_at_odds_with_itself_is_an_error(string attributes)
    {
        var error = new XlsxBuilder().Rows("")
            .Relate("xl/worksheets/sheet1.xml", "rId1", "table", "/xl/tables/table1.xml")
            .Part("xl/tables/table1.xml", $"<table xmlns=\"{XlsxBuilder.Main}\" displayName=\"T\" {attributes}><tableColumns count=\"1\">"
                + $"<tableColumn name=\"a\"/></tableColumns></table>")
            .Fail();
        Assert.Equal(("xl/tables/table1.xml", 1), (error.Part, error.Line));
    }

    [Fact]
    public void Two_tables_of_one_name_are_an_error()
    {
        var table = $"<table xmlns=\"{XlsxBuilder.Main}\" displayName=\"T\" ref=\"A1:A3\"><tableColumns count=\"1\">"
            + $"<tableColumn name=\"a\"/></tableColumns></table>";
        var error = new XlsxBuilder().Rows("").Rows("")
            .Relate("xl/worksheets/sheet1.xml", "rId1", "table", "../tables/table1.xml").Part("xl/tables/table1.xml", table)
            .Relate("xl/worksheets/sheet2.xml", "rId1", "table", "../tables/table2.xml").Part("xl/tables/table2.xml", table)
            .Fail();
        Assert.Equal("xl/tables/table2.xml", error.Part);
    }
}
