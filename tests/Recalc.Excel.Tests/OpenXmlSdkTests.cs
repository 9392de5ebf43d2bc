using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Recalc.Excel.Tests;

/// <summary>A file that another library made, and holds to be valid.</summary>
public class OpenXmlSdkTests
{
    private static MemoryStream MakeFile()
    {
        var bytes = new MemoryStream();
        using var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var strings = workbook.AddNewPart<SharedStringTablePart>();
        strings.SharedStringTable = new SharedStringTable(new SharedStringItem(new Text("Item")), new SharedStringItem(new Text("Net")));
        var sheet = workbook.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(
            new SheetData(
                new Row(Shared("A1", "0"), Shared("B1", "1")) { RowIndex = 1 },
                new Row(Number("A2", "1"), Number("B2", "2.5")) { RowIndex = 2 },
                new Row(Formula("A3", "SUM(T[Net])*Rate", "5"), Number("B3", "0")) { RowIndex = 3 }),
            new TableParts(new TablePart { Id = "rIdTable" }) { Count = 1 });
        var table = sheet.AddNewPart<TableDefinitionPart>("rIdTable");
        table.Table = new DocumentFormat.OpenXml.Spreadsheet.Table(
            new TableColumns(new TableColumn { Id = 1, Name = "Item" }, new TableColumn { Id = 2, Name = "Net" }) { Count = 2 })
        { Id = 1, Name = "T", DisplayName = "T", Reference = "A1:B2" };
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
            new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "Data", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }),
            new DefinedNames(new DocumentFormat.OpenXml.Spreadsheet.DefinedName("2") { Name = "Rate" }),
            new CalculationProperties { FullCalculationOnLoad = true });
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken));
        return bytes;
    }

    private static Cell Shared(string reference, string value) =>
        new(new DocumentFormat.OpenXml.Spreadsheet.CellValue(value)) { CellReference = reference, DataType = CellValues.SharedString };

    private static Cell Number(string reference, string value) =>
        new(new DocumentFormat.OpenXml.Spreadsheet.CellValue(value)) { CellReference = reference };

    private static Cell Formula(string reference, string formula, string value) =>
        new(new CellFormula(formula), new DocumentFormat.OpenXml.Spreadsheet.CellValue(value)) { CellReference = reference };

    [Fact]
    public void What_the_Open_XML_SDK_writes_is_read()
    {
        using var file = MakeFile();
        var workbook = XlsxReader.Read(file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Data", Assert.Single(workbook.Sheets).Name);
        Assert.Equal(Recalc.Values.CellValue.FromText("Net"), workbook.At("B1"));
        Assert.Equal(Recalc.Values.CellValue.FromNumber(2.5), workbook.At("B2"));
        Assert.Equal("SUM(T[Net])*Rate", workbook.FormulaAt("A3"));
        Assert.Equal(Recalc.Values.CellValue.FromNumber(5), workbook.At("A3"));
        Assert.Equal(["Item", "Net"], Assert.Single(workbook.Tables).Columns);
        Assert.Equal("2", Assert.Single(workbook.Names).Formula);
        Assert.True(workbook.Calculation.FullCalculationOnLoad);
    }
}
