using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Excel.Tests;

public class MetadataTests
{
    private const string Rich = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata";

    private static XlsxBuilder WithMetadata(string content)
    {
        var builder = new XlsxBuilder();
        builder.Relate("sheetMetadata", "metadata.xml");
        return builder.Part("xl/metadata.xml",
            $"<metadata xmlns=\"{XlsxBuilder.Main}\" xmlns:xlrd=\"{Rich}\" "
                + $"xmlns:xda=\"http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray\">{content}</metadata>");
    }

    private static XlsxBuilder WithDynamicArrays() => WithMetadata(
        "<metadataTypes count=\"2\"><metadataType name=\"XLMDX\"/><metadataType name=\"XLDAPR\"/></metadataTypes>"
        + "<futureMetadata name=\"XLDAPR\" count=\"2\">"
        + "<bk><extLst><ext uri=\"u\"><xda:dynamicArrayProperties fDynamic=\"0\"/></ext></extLst></bk>"
        + "<bk><extLst><ext uri=\"u\"><xda:dynamicArrayProperties fDynamic=\"1\" fCollapsed=\"0\"/></ext></extLst></bk></futureMetadata>"
        + "<cellMetadata count=\"3\"><bk><rc t=\"1\" v=\"1\"/></bk><bk><rc t=\"2\" v=\"0\"/></bk><bk><rc t=\"2\" v=\"1\"/></bk>"
            + "</cellMetadata>");

    [Fact]
    public void A_marked_array_formula_is_dynamic_and_spills()
    {
        var workbook = WithDynamicArrays().Rows(
            "<row r=\"1\"><c r=\"A1\" cm=\"3\"><f t=\"array\" ref=\"A1:A3\">_xlfn.SEQUENCE(3)</f><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>").Read();
        Assert.Equal(FormulaFlavor.Dynamic, workbook.RegionAt("A1").Flavor);
        Assert.Equal([1, 2, 3], new[] { "A1", "A2", "A3" }.Select(cell => workbook.At(cell).AsNumber()));
        Assert.Null(workbook.FormulaAt("A2"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(2147483647)]
    public void Other_metadata_leaves_an_array_formula_what_it_is(int metadata)
    {
        var workbook = WithDynamicArrays()
            .Rows($"<row r=\"1\"><c r=\"A1\" cm=\"{metadata}\"><f t=\"array\" ref=\"A1:A3\">ROW(A1:A3)</f><v>1</v></c></row>").Read();
        Assert.Equal(FormulaFlavor.Array, workbook.RegionAt("A1").Flavor);
        Assert.Equal(CellRange.Parse("A1:A3"), workbook.RegionAt("A1").Range);
    }

    [Fact]
    public void A_spill_over_the_whole_sheet_takes_no_memory()
    {
        var workbook = WithDynamicArrays()
            .Rows("<row r=\"1\"><c r=\"A1\" cm=\"3\"><f t=\"array\" ref=\"A1:XFD1048576\">_xlfn.SEQUENCE(9)</f><v>1</v></c></row>").Read();
        Assert.Equal(CellValue.FromNumber(1), workbook.At("A1"));
    }

    [Fact]
    public void Errors_newer_than_the_format_are_read_from_the_rich_values()
    {
        var builder = WithMetadata(
            "<metadataTypes><metadataType name=\"XLRICHVALUE\"/></metadataTypes><futureMetadata name=\"XLRICHVALUE\">"
            + string.Concat(Enumerable.Range(0, 4).Select(i => $"<bk><extLst><ext uri=\"u\"><xlrd:rvb i=\"{i}\"/></ext></extLst></bk>"))
            + "</futureMetadata><valueMetadata>"
                + string.Concat(Enumerable.Range(0, 4).Select(i => $"<bk><rc t=\"1\" v=\"{i}\"/></bk>")) + "</valueMetadata>");
        builder.Relate("rdRichValue", "richData/rdrichvalue.xml");
        builder.Relate("rdRichValueStructure", "richData/rdrichvaluestructure.xml");
        builder.Part("xl/richData/rdrichvaluestructure.xml",
            $"<rvStructures xmlns=\"{Rich}\"><s t=\"_error\"><k n=\"colOffset\" t=\"i\"/><k n=\"errorType\" t=\"i\"/></s>"
                + $"<s t=\"_webimage\"><k n=\"errorType\" t=\"i\"/></s></rvStructures>");
        builder.Part("xl/richData/rdrichvalue.xml",
            $"<rvData xmlns=\"{Rich}\"><rv s=\"0\"><v/><v>8</v></rv><rv s=\"0\"><v>3</v><v>13</v></rv><rv s=\"1\"><v>8</v></rv>"
                + $"<rv s=\"0\"><v>0</v><v>99</v></rv></rvData>");
        var workbook = builder.Rows("<row>"
            + string.Concat(Enumerable.Range(0, 6).Select(i => $"<c t=\"e\" vm=\"{i}\"><v>#VALUE!</v></c>")) + "</row>").Read();
        Assert.Equal(
            [ErrorKind.Value, ErrorKind.Spill, ErrorKind.Calc, ErrorKind.Value, ErrorKind.Value, ErrorKind.Value],
            new[] { "A1", "B1", "C1", "D1", "E1", "F1" }.Select(cell => workbook.At(cell).AsError()));
    }

    [Fact]
    public void Metadata_that_is_not_there_is_none()
    {
        var workbook = new XlsxBuilder()
            .Rows("<row><c cm=\"1\" vm=\"1\" t=\"e\"><f t=\"array\" ref=\"A1\">1</f><v>#VALUE!</v></c></row>").Read();
        Assert.Equal(FormulaFlavor.Array, workbook.RegionAt("A1").Flavor);
        Assert.Equal(ErrorKind.Value, workbook.At("A1").AsError());
    }
}
