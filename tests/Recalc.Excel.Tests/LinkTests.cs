using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Excel.Tests;

public class LinkTests
{
    private static XlsxBuilder WithLinks(params string[] links)
    {
        var builder = new XlsxBuilder();
        var references = "";
        for (var i = 1; i <= links.Length; i++)
        {
            references += $"<externalReference r:id=\"{builder.Relate("externalLink", $"externalLinks/externalLink{i}.xml")}\"/>";
            builder.Part($"xl/externalLinks/externalLink{i}.xml",
                $"<externalLink xmlns=\"{XlsxBuilder.Main}\" xmlns:r=\"{XlsxBuilder.Relations}\">{links[i - 1]}</externalLink>");
        }
        builder.AfterSheets = $"<externalReferences>{references}</externalReferences>";
        return builder;
    }

    [Fact]
    public void A_link_keeps_sheets_names_and_values()
    {
        var workbook = WithLinks(
            "<externalBook r:id=\"rId1\"><sheetNames><sheetName val=\"One\"/><sheetName val=\"Two\"/></sheetNames>"
            + "<definedNames><definedName name=\"Rate\" refersTo=\"=One!$A$1\"/><definedName name=\"Lost\"/></definedNames>"
            + "<sheetDataSet><sheetData sheetId=\"1\"><row r=\"3\"><cell r=\"B3\"><v>2.5</v></cell><cell r=\"C3\" t=\"str\">"
                + "<v>te_x000D_xt</v></cell>"
            + "<cell r=\"D3\" t=\"b\"><v>1</v></cell><cell r=\"E3\" t=\"e\"><v>#REF!</v></cell><cell r=\"F3\"/></row></sheetData>"
                + "</sheetDataSet></externalBook>")
            .Relate("xl/externalLinks/externalLink1.xml", "rId1", "externalLinkPath", "file:///C:\\other%20book.xlsx", "External")
            .Rows("<row><c><f>[1]Two!B3</f><v>2.5</v></c></row>").Read();
        var link = Assert.Single(workbook.Links);
        Assert.Equal("file:///C:\\other%20book.xlsx", link.Target);
        Assert.Equal(["One", "Two"], link.Sheets);
        Assert.Equal("=One!$A$1", link.Names["Rate"]);
        Assert.Null(link.Names["Lost"]);
        Assert.Equal(
            [2.5, "te\rxt", true, ErrorKind.Ref, CellValue.Blank],
            new[] { "B3", "C3", "D3", "E3", "F3" }.Select(cell => link.GetValue(1, CellAddress.Parse(cell))));
        Assert.True(link.GetValue(0, CellAddress.Parse("B3")).IsBlank);
        Assert.Equal("[1]Two!B3", workbook.FormulaAt("A1"));
    }

    [Fact]
    public void Links_of_other_kinds_keep_the_numbering()
    {
        var workbook = WithLinks(
            "<ddeLink ddeService=\"Excel\" ddeTopic=\"Prices\"><ddeItems/></ddeLink>", "<oleLink r:id=\"rId1\" progId=\"Word\"/>",
            "<externalBook r:id=\"rId9\"/>", "").Relate("xl/externalLinks/externalLink2.xml", "rId1", "oleObject", "a.doc",
                "External").Rows("").Read();
        Assert.Equal(["Excel|Prices", "a.doc", "", ""], workbook.Links.Select(link => link.Target));
    }

    [Theory]
    [InlineData("<sheetData sheetId=\"1\"/>", "The link has no sheet 1; it names 1.")]
    [InlineData("<sheetData sheetId=\"0\"><row><cell r=\"?\"/></row></sheetData>", "'?' is no cell of a sheet.")]
    [InlineData("<sheetData sheetId=\"0\"><row><cell/></row></sheetData>", "<cell> has no attribute 'r'.")]
    [InlineData("<sheetData sheetId=\"0\"><row><cell r=\"A1\" t=\"n\"><v>x</v></cell></row></sheetData>",
        "'x' is no value for a cell of type Number.")]
    public void A_link_at_odds_with_itself_is_an_error(string data, string problem)
    {
        var error = WithLinks($"<externalBook r:id=\"rId1\"><sheetNames><sheetName val=\"One\"/></sheetNames><sheetDataSet>{data}"
            + $"</sheetDataSet></externalBook>").Rows("").Fail();
        Assert.Equal(problem, error.Problem);
        Assert.Equal("xl/externalLinks/externalLink1.xml", error.Part);
    }

    [Fact]
    public void A_link_whose_part_is_missing_is_an_error()
    {
        var builder = new XlsxBuilder();
        builder.AfterSheets = $"<externalReferences><externalReference r:id=\"{builder.Relate("externalLink", "none.xml")}\"/>"
            + $"</externalReferences>";
        Assert.Equal("xl/none.xml: The part is missing.", builder.Rows("").Fail().Message);
        builder.AfterSheets = "<externalReferences><externalReference r:id=\"rId77\"/></externalReferences>";
        Assert.Equal("The relationship 'rId77' of a link is missing.", builder.Fail().Problem);
    }
}
