using System.Buffers.Binary;
using System.IO.Compression;
using CsCheck;
using Recalc.Addressing;

namespace Recalc.Excel.Tests;

/// <summary>Files made to hurt. Each gives one located error; none takes memory beyond its bounds, which the limits themselves
/// show.</summary>
public class HostileTests
{
    private const string Row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    private static XlsxBuilder WithSheet(string xml) => new XlsxBuilder().SheetEntry("S", "worksheet", "s.xml").Part("xl/s.xml", xml);

    private static Workbook Read(byte[] file, XlsxReadOptions? options = null) =>
        XlsxReader.Read(new MemoryStream(file), options, null, TestContext.Current.CancellationToken);

    private static string Worksheet(string content) => $"<worksheet xmlns=\"{XlsxBuilder.Main}\">{content}</worksheet>";

    /// <summary>The bytes allocated by this thread while reading.</summary>
    private static long Allocated(byte[] file, XlsxReadOptions? options = null)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Read(file, options);
        }
        catch (WorkbookFormatException) { }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_bomb_is_stopped_by_what_it_inflates_to()
    {
        var file = WithSheet(Worksheet($"<sheetData>{Row}</sheetData>{new string(' ', 8 << 20)}"));
        Assert.Equal(
            "The part inflates to more than 1000000 bytes; raise MaxPartBytes if it is meant to.",
                file.Fail(new XlsxReadOptions { MaxPartBytes = 1_000_000 }).Problem);
        var error = file.Fail(new XlsxReadOptions { MaxUncompressedBytes = 1_000_000 });
        Assert.Equal("The file inflates to more than 1000000 bytes; raise MaxUncompressedBytes if it is meant to.", error.Problem);
        Assert.Equal("xl/s.xml", error.Part);
    }

    [Fact]
    public void A_part_that_many_sheets_share_counts_every_time()
    {
        var builder = WithSheet(Worksheet($"<sheetData>{string.Concat(Enumerable.Repeat(Row, 5_000))}</sheetData>"));
        for (var i = 0; i < 100; i++) builder.SheetEntry($"s{i}", "worksheet", "s.xml");
        Assert.StartsWith("The file inflates to more than", builder.Fail(new XlsxReadOptions { MaxUncompressedBytes = 4 << 20 })
            .Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_are_counted_over_all_sheets()
    {
        var builder = new XlsxBuilder().Rows("<row><c/><c/><c/></row>").Rows("<row><c/><c/></row>");
        Assert.Equal(2, builder.Read(new XlsxReadOptions { MaxCells = 5 }).Sheets.Count);
        var error = builder.Fail(new XlsxReadOptions { MaxCells = 4 });
        Assert.Equal("The file has more than 4 cells; raise MaxCells if it is meant to.", error.Problem);
        Assert.Equal("xl/worksheets/sheet2.xml", error.Part);
    }

    [Fact]
    public void Cells_that_are_strewn_over_a_sheet_count_for_the_memory_they_take()
    {
        static string Cell(int row) => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>";
        var options = new XlsxReadOptions { MaxCells = 16 + 100 };
        var together = string.Concat(Enumerable.Range(1, 100).Select(Cell));
        var strewn = string.Concat(Enumerable.Range(0, 100).Select(i => Cell(i * 4096 + 1)));

        Assert.Equal(1, new XlsxBuilder().Rows(together).Read(options).Sheets[0][CellAddress.Parse("A100")].AsNumber());
        Assert.Contains("The file has more than 116 cells", new XlsxBuilder().Rows(strewn).Fail(options).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://localhost/a.dtd\">")]
    public void Document_types_are_refused(string declaration)
    {
        var error = WithSheet(declaration + Worksheet($"<sheetData>{Row}</sheetData>")).Fail();
        Assert.Equal("The XML has a document type declaration, which no part of a workbook may have.", error.Problem);
        Assert.Equal("xl/s.xml", error.Part);
    }

    [Fact]
    public void Entities_are_refused()
    {
        var error = WithSheet(Worksheet("<sheetData>\n<row><c t=\"str\"><v>&x;</v></c></row></sheetData>")).Fail();
        Assert.Equal("Cell A1: The XML cannot be read: Reference to undeclared entity 'x'.", error.Problem);
        Assert.Equal(("xl/s.xml", 2, 21), (error.Part, error.Line, error.Column));
    }

    [Theory]
    [InlineData(250, false)]
    [InlineData(260, true)]
    [InlineData(1_000_000, true)]
    public void Elements_nest_to_a_bounded_depth(int depth, bool isRefused)
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        foreach (var file in new[]
        {
            WithSheet(Worksheet($"{deep}<sheetData>{Row}</sheetData>")), WithSheet(Worksheet($"<sheetData>{deep}{Row}</sheetData>")),
            WithSheet(Worksheet($"<sheetData><row><c>{deep}</c></row></sheetData>")),
                WithSheet(Worksheet($"<sheetData><row><c><v>{deep}1</v></c></row></sheetData>")),
        })
        {
            if (isRefused) Assert.EndsWith("Elements nest more than 256 deep.", file.Fail().Problem, StringComparison.Ordinal);
            else Assert.Single(file.Read().Sheets);
        }
    }

    [Fact]
    public void Nothing_long_is_held_at_once()
    {
        var huge = new string('x', 64 << 20);
        foreach (var xml in new[]
        {
            Worksheet($"<sheetData a=\"{huge}\">{Row}</sheetData>"), Worksheet($"<sheetData>{Row}</sheetData><a{huge}/>"),
            Worksheet($"<sheetData><row><c t=\"str\"><v>{huge}</v></c></row></sheetData>"),
            Worksheet($"<sheetData><row><c r=\"{huge}\"/></row></sheetData>"), Worksheet($"<!--{huge}--><sheetData>{Row}</sheetData>"),
            Worksheet($"<sheetData><row><c><f>{huge}</f></c></row></sheetData>"),
        })
        {
            var file = WithSheet(xml);
            Assert.Equal("xl/s.xml", file.Fail().Part);
            Assert.InRange(Allocated(file.Build()), 0, 64 << 20);
        }
    }

    [Fact]
    public void Declared_counts_are_not_believed()
    {
        var file = new XlsxBuilder().Part("xl/sharedStrings.xml",
            $"<sst xmlns=\"{XlsxBuilder.Main}\" count=\"4000000000\" uniqueCount=\"4000000000\"><si><t>a</t></si></sst>")
            .Styles("<cellXfs count=\"4000000000\"><xf numFmtId=\"2\"/></cellXfs>")
                .Sheet($"<dimension ref=\"A1:XFD1048576\"/><sheetData>{Row}</sheetData>");
        file.Relate("sharedStrings", "sharedStrings.xml");
        Assert.Single(file.Read().Sheets);
        Assert.InRange(Allocated(file.Build()), 0, 4 << 20);
    }

    [Fact]
    public void Absurd_rectangles_take_no_memory()
    {
        var file = new XlsxBuilder().Rows(
            "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:XFD1048576\">1</f><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" ref=\"A2:XFD1048576\" si=\"0\">1</f><v>1</v></c></row>").Build();
        Assert.InRange(Allocated(file), 0, 4 << 20);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_an_error()
    {
        var file = new XlsxBuilder().SharedStrings("<si><t>a</t></si>").Rows(Row).Build();
        for (var length = 0; length < file.Length; length++)
            Assert.Throws<WorkbookFormatException>(() => Read(file[..length]));
    }

    [Fact]
    public void A_part_cut_off_anywhere_is_an_error()
    {
        var sheet = Worksheet($"<sheetData>{Row}</sheetData>");
        for (var length = 0; length < sheet.Length; length++)
        {
            var error = WithSheet(sheet[..length]).Fail();
            Assert.Equal("xl/s.xml", error.Part);
        }
    }

    [Fact]
    public void Any_damage_gives_an_error_or_a_workbook()
    {
        var file = new XlsxBuilder().SharedStrings("<si><t>a</t></si>").Styles("<cellXfs><xf numFmtId=\"2\"/></cellXfs>")
            .Names("<definedName name=\"a\">1</definedName>").Rows(Row + "<row><c s=\"0\"><f>A1+1</f><v>1</v></c></row>").Build();
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte, Gen.Int[0, file.Length - 1], Gen.Byte).Sample((at1, value1, at2, value2) =>
        {
            var damaged = (byte[])file.Clone();
            (damaged[at1], damaged[at2]) = (value1, value2);
            try
            {
                Read(damaged);
            }
            catch (WorkbookFormatException) { }
        }, iter: 3_000);
    }

    [Fact]
    public void Any_damage_of_the_XML_gives_an_error_or_a_workbook()
    {
        var sheet = Worksheet($"<sheetData>{Row}<row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\" t=\"str\">"
            + $"<f t=\"shared\" ref=\"A2:A3\" si=\"0\">A1&amp;\"\"</f><v>1</v></c></row></sheetData>");
        var bytes = System.Text.Encoding.UTF8.GetBytes(sheet);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[0, bytes.Length - 1], Gen.Char[' ', '~'])
            .Sample((at1, value1, at2, value2) =>
        {
            var damaged = (byte[])bytes.Clone();
            (damaged[at1], damaged[at2]) = (value1, (byte)value2);
            try
            {
                new XlsxBuilder().SheetEntry("S", "worksheet", "s.xml").Part("xl/s.xml", damaged).Read();
            }
            catch (WorkbookFormatException) { }
        }, iter: 3_000);
    }

    [Fact]
    public void A_method_of_compression_that_nobody_knows_is_an_error()
    {
        var file = new XlsxBuilder().Rows(Row).Build();
        using (var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read)) Assert.NotEmpty(archive.Entries);
        for (var at = 0; at + 46 < file.Length; at++)
        {
            // The method stands at 10 in a central header, at 8 in a local one (APPNOTE.TXT 4.3.7 and 4.3.12).
            var signature = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));
            if (signature == 0x02014B50) file[at + 10] = 97;
            if (signature == 0x04034B50) file[at + 8] = 97;
        }
        Assert.Throws<WorkbookFormatException>(() => Read(file));
    }

    [Fact]
    public void Sizes_that_lie_are_not_believed()
    {
        var file = WithSheet(Worksheet($"<sheetData>{Row}</sheetData>{new string(' ', 1 << 20)}")).Build();
        for (var at = 0; at + 46 < file.Length; at++)
        {
            var isCentralHeader = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) == 0x02014B50;
            if (isCentralHeader) BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 24), 10);
        }
        var error = Assert.Throws<WorkbookFormatException>(() => Read(file));
        Assert.NotNull(error.Part);
    }

    [Fact]
    public void Relationships_that_go_in_circles_end()
    {
        var builder = new XlsxBuilder().Rows(Row);
        builder.Relate("xl/worksheets/sheet1.xml", "rId1", "table", "sheet1.xml");
        Assert.Equal("The root element is <worksheet> of namespace 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', where "
            + "<table> was expected.", builder.Fail().Problem);
        var strings = new XlsxBuilder().Rows(Row);
        strings.Relate("sharedStrings", "workbook.xml");
        Assert.Equal("xl/workbook.xml", strings.Fail().Part);
    }
}
