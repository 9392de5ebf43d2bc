using System.IO.Compression;
using System.Text;
using Recalc.Excel.Packaging;
using Recalc.Values;

namespace Recalc.Excel.Tests;

public class PackageTests
{
    private const string OneRow = "<row><c><v>1</v></c></row>";

    private static Workbook Read(byte[] file) =>
        XlsxReader.Read(new MemoryStream(file), null, null, TestContext.Current.CancellationToken);

    private static string Problem(byte[] file) => Assert.Throws<WorkbookFormatException>(() => Read(file)).Problem;

    /// <summary>A compound file with a directory of the given names, as much of one as a reader looks at.</summary>
    private static byte[] CompoundFile(params string[] names)
    {
        var file = new byte[512 + 512];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        file[30] = 9;
        for (var i = 0; i < names.Length; i++) Encoding.Unicode.GetBytes(names[i]).CopyTo(file, 512 + 128 * i);
        return file;
    }

    [Fact]
    public void Files_that_are_no_archive_are_named_for_what_they_are()
    {
        Assert.Equal("This is a binary Excel 97-2003 workbook (.xls). Save it as .xlsx.", Problem(CompoundFile("Root Entry", "Workbook")));
        Assert.Equal("This is a binary Excel 97-2003 workbook (.xls). Save it as .xlsx.", Problem(CompoundFile("Root Entry", "Book")));
        Assert.Equal("This workbook is encrypted. Save it without a password.",
            Problem(CompoundFile("Root Entry", "EncryptedPackage", "EncryptionInfo")));
        Assert.StartsWith("This is an OLE2 compound file", Problem(CompoundFile("Root Entry")), StringComparison.Ordinal);
        Assert.StartsWith("This is an OLE2 compound file", Problem(CompoundFile()[..20]), StringComparison.Ordinal);
        Assert.Equal("This is a binary workbook of Excel 2 to 4. Save it as .xlsx.", Problem([9, 0, 4, 0, 2, 0, 16, 0]));
        Assert.StartsWith("This is a bare XML file", Problem("<?xml version=\"1.0\"?><Workbook/>"u8.ToArray()), StringComparison.Ordinal);
        Assert.Equal("This is no xlsx file: it is no zip archive.", Problem("a,b,c\n"u8.ToArray()));
        Assert.Equal("The file is empty.", Problem([]));
    }

    [Fact]
    public void Archives_that_are_no_workbook_are_named_for_what_they_are()
    {
        Assert.Equal("This is a binary workbook (.xlsb). Save it as .xlsx.", new XlsxBuilder().Part("xl/workbook.bin", "").Fail().Problem);
        Assert.Equal("This is a Word document, not a workbook.", new XlsxBuilder().Part("word/document.xml", "").Fail().Problem);
        Assert.Equal("This is an OpenDocument file (.ods). Save it as .xlsx.",
            new XlsxBuilder().Part("mimetype", "").Part("content.xml", "").Fail().Problem);
        Assert.Equal("The main part is no workbook but 'application/vnd.visio'.",
            new XlsxBuilder { ContentType = "application/vnd.visio" }.Rows("").Fail().Problem);
        Assert.Equal(
            "This is a binary workbook (.xlsb). Save it as .xlsx.",
            new XlsxBuilder { ContentType = "application/vnd.ms-excel.sheet.binary.macroEnabled.main" }.Rows("").Fail().Problem);
    }

    [Theory]
    [InlineData("application/vnd.ms-excel.sheet.macroEnabled.main+xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml")]
    [InlineData("application/vnd.ms-excel.template.macroEnabled.main+xml")]
    public void Workbooks_with_macros_and_templates_are_workbooks(string type) =>
        Assert.Single(new XlsxBuilder { ContentType = type }.Rows("").Read().Sheets);

    [Fact]
    public void A_package_without_its_first_parts_is_an_error()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry("readme.txt");
        Assert.Equal("This is no xlsx file: it has no [Content_Types].xml.", Problem(bytes.ToArray()));
        Assert.Equal(
            "This is no xlsx file: no relationship of the package points at a workbook.",
                new XlsxBuilder().Part("_rels/.rels", "<Relationships/>").Fail().Problem);
        Assert.Equal(
            "The workbook 'nowhere.xml' is missing.",
            new XlsxBuilder().Part("_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"nowhere.xml\"/></Relationships>").Fail().Problem);
        Assert.Equal("The root element is <worksheet> of namespace '', where <workbook> was expected.",
            new XlsxBuilder().Part("xl/workbook.xml", "<worksheet/>").Fail().Problem);
    }

    [Fact]
    public void Strict_workbooks_are_read()
    {
        var builder = new XlsxBuilder();
        builder.Part("_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
                + "Target=\"xl/workbook.xml\"/></Relationships>");
        builder.Part("xl/workbook.xml",
            $"<workbook xmlns=\"{XlsxBuilder.Strict}\" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\" "
                + $"conformance=\"strict\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        builder.Relate("http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet", "sheet.xml");
        builder.Part("xl/sheet.xml", $"<worksheet xmlns=\"{XlsxBuilder.Strict}\"><sheetData>{OneRow}</sheetData></worksheet>");
        Assert.Equal(CellValue.FromNumber(1), builder.Read().At("A1"));
    }

    [Theory]
    [InlineData("worksheets/s.xml", "xl/worksheets/s.xml")]
    [InlineData("/xl/worksheets/s.xml", "xl/worksheets/s.xml")]
    [InlineData("../xl/./worksheets//s.xml", "xl/worksheets/s.xml")]
    [InlineData("../../../xl/worksheets/s.xml", "xl/worksheets/s.xml")]
    [InlineData("worksheets\\s.xml", "xl/worksheets/s.xml")]
    [InlineData("WORKSHEETS/S.XML", "xl/worksheets/s.xml")]
    [InlineData("worksheets/s.xml", "XL\\Worksheets\\S.xml")]
    [InlineData("worksheets/a%20b.xml", "xl/worksheets/a%20b.xml")]
    [InlineData("worksheets/a%20b.xml", "xl/worksheets/a b.xml")]
    [InlineData("worksheets/s.xml#here", "/xl/worksheets/s.xml")]
    public void Parts_are_found_however_they_are_spelled(string target, string entry) =>
        Assert.Equal(CellValue.FromNumber(1), new XlsxBuilder()
            .SheetEntry("S", "worksheet", target)
            .Part(entry, $"<worksheet xmlns=\"{XlsxBuilder.Main}\"><sheetData>{OneRow}</sheetData></worksheet>").Read().At("A1"));

    [Theory]
    [InlineData("", "_rels/.rels")]
    [InlineData("xl/workbook.xml", "xl/_rels/workbook.xml.rels")]
    public void Relationships_lie_beside_their_source(string source, string expected) =>
        Assert.Equal(expected, PartName.RelationshipsOf(source));

    [Fact]
    public void Prefixes_foreign_elements_and_alternate_content_are_understood_or_passed_over()
    {
        const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
        var workbook = new XlsxBuilder().SheetEntry("S", "worksheet", "s.xml").Part("xl/s.xml",
            $"<x:worksheet xmlns:x=\"{XlsxBuilder.Main}\" xmlns:mc=\"{Compatibility}\" xmlns:f=\"urn:foreign\"><mc:AlternateContent>"
                + $"<mc:Choice Requires=\"f\"><x:sheetData><x:row><x:c><x:v>9</x:v></x:c></x:row></x:sheetData></mc:Choice>"
                + $"</mc:AlternateContent>"
            + "<x:sheetData><f:row><x:c><x:v>8</x:v></x:c></f:row><x:row f:r=\"7\" r=\"1\"><f:c r=\"A1\"/><x:c f:t=\"s\" r=\"B1\"><f:v>7"
                + "</f:v><x:v>1<f:more>5</f:more></x:v><x:extLst><x:v>6</x:v></x:extLst></x:c></x:row></x:sheetData>"
            + "<x:extLst><x:ext><x:sheetData/></x:ext></x:extLst></x:worksheet>").Read();
        Assert.Equal(CellValue.FromNumber(1), workbook.At("B1"));
        Assert.Equal("B1", workbook.Sheets[0].UsedRange?.ToString());
    }

    [Fact]
    public void Optional_parts_may_be_missing()
    {
        var builder = new XlsxBuilder();
        foreach (var kind in new[] { "sharedStrings", "styles", "theme", "sheetMetadata", "calcChain" }) builder.Relate(kind,
            $"{kind}.xml");
        Assert.Equal(CellValue.FromNumber(1), builder.Rows(OneRow).Read().At("A1"));
    }

    [Fact]
    public void Byte_order_marks_and_other_encodings_are_read()
    {
        var xml = $"<?xml version=\"1.0\" encoding=\"utf-16\"?><worksheet xmlns=\"{XlsxBuilder.Main}\"><sheetData><row><c t=\"str\"><v>ä"
            + $"</v></c></row></sheetData></worksheet>";
        var workbook = new XlsxBuilder().SheetEntry("S", "worksheet", "s.xml").Part("xl/s.xml",
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(xml)]).Read();
        Assert.Equal("ä", workbook.At("A1").AsText());
    }

    [Fact]
    public void Progress_grows_to_one_in_about_a_hundred_steps()
    {
        var rows = string.Concat(Enumerable.Range(1, 200_000)
            .Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row * 7919 % 104729}</v></c></row>"));
        var steps = new List<double>();
        XlsxReader.Read(new MemoryStream(new XlsxBuilder().Rows(rows).Rows(OneRow).Build()), null, new Steps(steps),
            TestContext.Current.CancellationToken);
        Assert.InRange(steps.Count, 10, 101);
        Assert.Equal(steps.Order().Distinct(), steps);
        Assert.Equal(1, steps[^1]);
    }

    [Fact]
    public void A_reading_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            XlsxReader.Read(new MemoryStream(new XlsxBuilder().Rows(OneRow).Build()), null, null, source.Token));
    }

    [Fact]
    public void A_file_is_named_in_its_errors_and_can_be_deleted_afterwards()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");
        File.WriteAllBytes(path, new XlsxBuilder().Rows("<row><c><v>x</v></c></row>").Build());
        try
        {
            var error = Assert.Throws<WorkbookFormatException>(() =>
                XlsxReader.Read(path, cancellationToken: TestContext.Current.CancellationToken));
            Assert.Equal(path, error.File);
            Assert.StartsWith($"{path}, xl/worksheets/sheet1.xml, line 1, position ", error.Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, new XlsxBuilder().Rows(OneRow).Build());
            Assert.Equal(CellValue.FromNumber(1), XlsxReader.Read(path, cancellationToken: TestContext.Current.CancellationToken).At("A1"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Bad_calls_are_ordinary_exceptions()
    {
        Assert.Throws<ArgumentNullException>(() =>
            XlsxReader.Read((string)null!, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentNullException>(() =>
            XlsxReader.Read((Stream)null!, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Throws<FileNotFoundException>(() =>
            XlsxReader.Read("/no such directory.xlsx", cancellationToken: TestContext.Current.CancellationToken));
        using var pipe = new BrotliStream(new MemoryStream(), CompressionMode.Decompress);
        Assert.Contains("seekable", Assert.Throws<ArgumentException>(() =>
            XlsxReader.Read(pipe, cancellationToken: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new XlsxReadOptions { MaxCells = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new XlsxReadOptions { MaxTextLength = -1 });
    }

    private sealed class Steps(List<double> steps) : IProgress<double>
    {
        public void Report(double value) => steps.Add(value);
    }
}
