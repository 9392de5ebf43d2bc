using Recalc.Excel.Parts;
using Recalc.Values;

namespace Recalc.Excel.Tests;

public class TextTests
{
    private static string ReadShared(string item) =>
        new XlsxBuilder().SharedStrings(item).Rows("<row><c t=\"s\"><v>0</v></c></row>").Read().At("A1").AsText();

    [Theory]
    [InlineData("<si><t>plain</t></si>", "plain")]
    [InlineData("<si><t xml:space=\"preserve\"> kept </t></si>", " kept ")]
    [InlineData("<si><t> </t></si>", " ")]
    [InlineData("<si><t/></si>", "")]
    [InlineData("<si/>", "")]
    [InlineData("<si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space=\"preserve\"> thin</t></r></si>", "bold thin")]
    [InlineData("<si><t>課きく</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><phoneticPr fontId=\"1\"/></si>", "課きく")]
    [InlineData("<si><t>a&lt;b&amp;&#65;<![CDATA[<c>]]></t></si>", "a<b&A<c>")]
    [InlineData("<si><t>line_x000D_\nnext</t></si>", "line\r\nnext")]
    [InlineData("<si><t>_x005F_x000D_</t></si>", "_x000D_")]
    [InlineData("<si><t>_xD83D__xDE00_</t></si>", "\uD83D\uDE00")]
    [InlineData("<si><t>_x00_ _xGGGG_ _x000</t></si>", "_x00_ _xGGGG_ _x000")]
    [InlineData("<si><x:t xmlns:x=\"urn:other\">no</x:t><t>yes</t><extLst><t>no</t></extLst></si>", "yes")]
    public void A_shared_string_is_read(string item, string expected) => Assert.Equal(expected, ReadShared(item));

    [Fact]
    public void Inline_strings_are_read()
    {
        var workbook = new XlsxBuilder().Rows(
            "<row><c t=\"inlineStr\"><is><t>one</t></is></c><c t=\"inlineStr\"><is><r><t>t</t></r><r><t>wo</t></r></is></c></row>").Read();
        Assert.Equal(CellValue.FromText("one"), workbook.At("A1"));
        Assert.Equal(CellValue.FromText("two"), workbook.At("B1"));
    }

    [Fact]
    public void Escapes_are_decoded_in_results_but_not_in_formulas()
    {
        var workbook = new XlsxBuilder().Rows("<row><c t=\"str\"><f>LEN(\"_x000D_\")</f><v>a_x000D_b</v></c></row>").Read();
        Assert.Equal("a\rb", workbook.At("A1").AsText());
        Assert.Equal("LEN(\"_x000D_\")", workbook.FormulaAt("A1"));
    }

    [Fact]
    public void Equal_results_share_one_string()
    {
        var workbook = new XlsxBuilder().Rows("<row><c t=\"str\"><v>same</v></c><c t=\"str\"><v>same</v></c></row>").Read();
        Assert.Same(workbook.At("A1").AsText(), workbook.At("B1").AsText());
    }

    [Fact]
    public void A_text_longer_than_allowed_is_an_error()
    {
        var options = new XlsxReadOptions { MaxTextLength = 1000 };
        var allowed = new string('x', 1000);
        Assert.Equal(allowed, new XlsxBuilder().Rows($"<row><c t=\"str\"><v>{allowed}</v></c></row>").Read(options).At("A1").AsText());
        var error = new XlsxBuilder().SharedStrings($"<si><t>{allowed}y</t></si>").Rows("").Fail(options);
        Assert.Equal("A text has more than 1000 characters; raise MaxTextLength if it is meant to.", error.Problem);
        Assert.Equal("xl/sharedStrings.xml", error.Part);
    }

    [Fact]
    public void The_longest_text_of_Excel_is_read()
    {
        var text = new string('ä', 32_767);
        Assert.Equal(text, ReadShared($"<si><t>{text}</t></si>"));
    }

    [Fact]
    public void The_pool_forgets_but_never_mixes()
    {
        var pool = new TextPool();
        for (var i = 0; i < 20_000; i++) Assert.Equal($"text {i}", pool.Decode($"text {i}"));
    }
}
