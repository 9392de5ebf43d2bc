using System.Text;
using CsCheck;
using Recalc.Addressing;
using Recalc.Excel.Packaging;
using Recalc.Excel.Parts;
using Recalc.Values;

namespace Recalc.Excel.Tests;

/// <summary>Rows that are taken as bytes must be read as the XML reader reads them: same cells, same errors at the same places.</summary>
public class PlainRowTests
{
    private static readonly string[] Cells =
    [
        "<c r=\"{0}\"><v>1.5</v></c>", "<c r=\"{0}\" s=\"1\"/>", "<c r=\"{0}\" s=\"1\" t=\"s\"><v>0</v></c>",
            "<c r=\"{0}\" t=\"str\"><v>a_x000D_b</v></c>",
        "<c r=\"{0}\" t=\"b\"><v>1</v></c>", "<c r=\"{0}\" t=\"e\"><v>#N/A</v></c>", "<c r=\"{0}\" t=\"n\"><v></v></c>",
            "<c r=\"{0}\"></c>", "<c r=\"{0}\"/>",
        "<c r=\"{0}\"><f>A1+1</f><v>2</v></c>", "<c r=\"{0}\" t=\"str\"><f>\"&lt;\"&amp;A1</f><v>&lt;&apos;&quot;&gt;</v></c>",
            "<c r=\"{0}\"><f>A1</f></c>", "<c r=\"{0}\"><f/><v>3</v></c>",
        "<c r=\"{0}\"><f t=\"shared\" ref=\"{0}:Z99\" si=\"0\">B2*2</f><v>4</v></c>",
            "<c r=\"{0}\"><f t=\"shared\" si=\"0\"/><v>5</v></c>", "<c r=\"{0}\"><f t=\"shared\" si=\"1\"/><v>6</v></c>",
        "<c r=\"{0}\"><f t=\"array\" ref=\"{0}\">C3</f><v>7</v></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t>i</t></is></c>",
            "<c r=\"{0}\" t=\"str\"><v>ä</v></c>",
        "<c r=\"{0}\" t=\"str\"><v>&#65;<![CDATA[</row>]]></v></c>", "<c r=\"{0}\"><!-- </row> --><v>8</v></c>",
            "<c t=\"str\"><v>no place</v></c>", "<c  r = '{0}' ><v >9</v ></c >",
        "<c r=\"{0}\"><f>A1</f><v>1</v><extLst/></c>", "<c r=\"{0}\" s=\"99\"><v> 10 </v></c>", "<c r=\"a1\"><v>11</v></c>",
            "<c r=\"{0}\" cm=\"1\" vm=\"1\"><v>12</v></c>",
        "<foreign><row r=\"1\"><c r=\"A1\"><v>13</v></c></row></foreign>", "<c r=\"{0}\"><f ca=\"1\">A1&gt;2</f><v>0.1</v></c>",
            "<c r=\"{0}\" xml:space=\"preserve\"><v>14</v></c>",
    ];

    private static readonly string[] Faults =
    [
        "<c r=\"{0}\"><v>x</v></c>", "<c r=\"{0}\" t=\"s\"><v>7</v></c>", "<c r=\"{0}\" r=\"{0}\"/>", "<c r=\"{0}\" t=\"q\"/>",
            "<c r=\"XFE1\"/>", "<c r=\"{0}\"><v>1</c>",
        "<c r=\"{0}\"><v>]]></v></c>", "<c r=\"{0}\"><v>&nbsp;</v></c>", "<c r=\"{0}\" s=\"<\"/>", "<c r=\"{0}\"s=\"1\"/>",
            "<c r=\"{0}\"><f t=\"array\" ref=\"A1\">1</f></c>", "<c r=\"{0}\" s=\"-1\"/>",
        "<c r=\"{0}\"><f t=\"shared\" si=\"x\"/></c>", "</row>", "<row r=\"1\">", "<c r=\"{0}\" q:r=\"1\"/>",
    ];

    private static readonly string[] RowStarts =
    [
        "<row r=\"{0}\">", "<row r=\"{0}\" spans=\"1:5\" hidden=\"1\">", "<row r=\"{0}\" x14ac:dyDescent=\"0.25\">",
            "<row r=\"{0}\" hidden=\"0\" ht=\"15\" customHeight=\"1\">",
        "<row>", "<row r=\"{0}\" odd=\"1\">", "\n<row r=\"{0}\">", "<row r=\"{0}\"/><row r=\"{0}\">", "<!-- <row> --><row r=\"{0}\">",
            "<other/><row r=\"{0}\">",
    ];

    private static readonly Gen<string> Rows =
        from rows in Gen.Select(Gen.Int[0, RowStarts.Length - 1], Gen.Int[0, Cells.Length - 1].List[0, 6], Gen.Bool).List[1, 30]
        from fault in Gen.Int[-20, Faults.Length - 1]
        from faultAt in Gen.Int[0, 29]
        select Compose(rows, fault, faultAt);

    private static string Compose(List<(int Start, List<int> Cells, bool IsCalm)> rows, int fault, int faultAt)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            // Calm rows are plain, so that rows are often taken one after the other.
            var (start, cells) = rows[i].IsCalm ? (rows[i].Start % 4, rows[i].Cells.ConvertAll(c => c % 16))
                : (rows[i].Start, rows[i].Cells);
            text.AppendFormat(null, RowStarts[start], i + 1);
            for (var j = 0; j < cells.Count; j++) text.AppendFormat(null, Cells[cells[j]], $"{(char)('B' + j)}{i + 1}");
            if (i == faultAt && fault >= 0) text.AppendFormat(null, Faults[fault], $"M{i + 1}");
            text.Append("</row>");
        }
        return text.ToString();
    }

    /// <summary>Everything that a reading finds, or its error.</summary>
    private static string Describe(string rows, string element)
    {
        var file = new XlsxBuilder().SharedStrings("<si><t>shared</t></si>").Styles("<cellXfs><xf/><xf numFmtId=\"9\"/></cellXfs>")
            .SheetEntry("S", "worksheet", "s.xml").Part("xl/s.xml",
            $"<worksheet xmlns=\"{XlsxBuilder.Main}\" xmlns:x=\"{XlsxBuilder.Main}\" "
                + $"xmlns:x14ac=\"urn:x14ac\">{string.Format(null, element, rows)}</worksheet>");
        try
        {
            var workbook = file.Read();
            var sheet = workbook.Sheets[0];
            var text = new StringBuilder().Append(sheet.UsedRange).AppendJoin(',', Enumerable.Range(0, 40).Where(sheet.IsRowHidden))
                .AppendLine();
            foreach (var region in sheet.GetRegions()) text.AppendLine($"{region}");
            for (var row = 0; row < 35; row++)
                for (var column = 0; column < 15; column++)
                {
                    var cell = new CellAddress(column, row);
                    text.Append($"{cell} {sheet[cell].Kind} {sheet[cell]} {sheet.GetNumberFormat(cell)};");
                }
            return text.ToString();
        }
        catch (WorkbookFormatException e)
        {
            return e.Message.Replace("x:sheetData", "sheetData", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_are_read_alike_as_bytes_and_as_XML() =>
        Rows.Sample(rows => Assert.Equal(Describe(rows, "<x:sheetData>{0}</x:sheetData>"),
            Describe(rows, "<sheetData  >{0}</sheetData  >")), iter: 500);

    [Fact]
    public void A_row_that_is_given_up_is_counted_once()
    {
        var builder = new XlsxBuilder()
            .Rows(string.Concat(Enumerable.Range(1, 100)
            .Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"/><c r=\"B{i}\"/><c r=\"C{i}\" /></row>")));
        Assert.Single(builder.Read(new XlsxReadOptions { MaxCells = 300 }).Sheets);
        builder.Fail(new XlsxReadOptions { MaxCells = 299 });
    }

    [Fact]
    public void Rows_of_either_kind_keep_their_order()
    {
        var rows = new StringBuilder();
        for (var i = 1; i <= 20_000; i++)
            rows.Append(i % 7 < 3 ? $"<row r=\"{i}\"><c r=\"A1\"><v>{i}</v></c></row>"
                : $"<row r=\"{i}\" ><c r=\"A1\" ><v>{i}</v></c></row>");
        Assert.Equal(20_000, new XlsxBuilder().Rows(rows.ToString()).Read().At("A1").AsNumber());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ä")]
    [InlineData("a\u00E4\u8AB2\U0001F600")]
    public void Plain_rows_behind_the_first_are_not_shown_to_the_XML_reader(string before)
    {
        before = string.Concat(Enumerable.Repeat($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{before}</v></c></row>", 99));
        var rows = before + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>{i}</v></c></row>"));
        var text = $"<worksheet xmlns=\"{XlsxBuilder.Main}\"><sheetData>{rows}</sheetData></worksheet>";
        using var reader = Open(text);
        var sheet = new Workbook().AddSheet("S");
        WorksheetPart.Read(reader, sheet, Context);
        Assert.Equal("A1:A5000", sheet.UsedRange?.ToString());
        Assert.Equal(text.Length - "worksheet>".Length + 1, reader.Place.Column);
        Assert.InRange(((System.Xml.IXmlLineInfo)reader.Xml).LinePosition, 0, 20_000);
    }

    private static CellContext Context =>
        new(new CellValues(SharedStrings.Empty, SheetMetadata.Empty, DateSystem.From1900), CellStyles.Empty, SheetMetadata.Empty);

    private static PartReader Open(string text) =>
        new(new MarkupStream(new MemoryStream(Encoding.UTF8.GetBytes(text))), new XmlNames(),
            new ReadBudget(XlsxReadOptions.Default, null, default), null, "part");

    private static int Take(string row)
    {
        using var reader = Open("");
        var sheet = new Workbook().AddSheet("S");
        var loader = sheet.BeginLoad();
        return new PlainRowReader(new CellLoader(reader, sheet, new HiddenRows(loader, false), loader, Context), true)
            .TryRead(Encoding.UTF8.GetBytes(row));
    }

    [Theory]
    [InlineData("<row r=\"1\" spans=\"1:2\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"2\"/><c r=\"B1\"><f t=\"shared\" si=\"0\"/><v>12.5"
        + "</v></c></row>")]
    [InlineData("<row r=\"1\" ht=\"15\" customHeight=\"1\"><c r=\"A1\" t=\"str\"><f>A2&amp;\"x\"</f><v>&lt;a&gt;</v></c></row>")]
    [InlineData("<row r=\"1\" hidden=\"1\"/>")]
    public void What_Excel_writes_is_plain(string row) => Assert.Equal(row.Length, Take(row + "<more/>"));

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>ä</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row >")]
    [InlineData("<row r=\"1\"><c><v>1</v></c></row>")]
    [InlineData("<rowr=\"1\"/>")]
    [InlineData("<rows r=\"1\"/>")]
    [InlineData("<row r=\"1\" r=\"1\"/>")]
    [InlineData("<row")]
    [InlineData("<row r=\"")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>&")]
    public void What_is_not_plain_is_left(string row) => Assert.Equal(0, Take(row));

    [Fact]
    public void Anything_is_taken_or_left_without_an_exception() =>
        Gen.String[Gen.Char["<>/=\" rowcvfst10A&;!-[]"], 0, 60].Sample(text => Take("<row r=\"1\"><c r=\"A1\"" + text + "</row>") >= 0);

    [Fact]
    public void The_XML_reader_sees_the_part_without_the_rows_that_are_taken()
    {
        var rows = new TakesRowsWithX();
        var row = "<row>" + new string('x', 50) + "</row>";
        var text = "<a>" + string.Concat(Enumerable.Repeat(row, 100_000)) + "<row>no" + "</row></a>";
        using var stream = new MarkupStream(new MemoryStream(Encoding.UTF8.GetBytes(text))) { Rows = rows };
        var seen = new MemoryStream();
        stream.CopyTo(seen);
        Assert.Equal("<a>" + row + "<row>no</row></a>", Encoding.UTF8.GetString(seen.ToArray()));
        Assert.Equal(99_999, rows.Taken);
        Assert.Equal((1, text.Length + 1), stream.Locate(1, (int)seen.Length + 1));
    }

    /// <summary>Takes every row that holds an x, and believes that the XML reader has seen all it was given.</summary>
    private sealed class TakesRowsWithX : IPlainRows
    {
        public int Taken { get; private set; }

        public bool IsAt(int line, int column) => true;

        public int TryRead(ReadOnlySpan<byte> text)
        {
            if (!text.Contains((byte)'x')) return 0;
            Taken++;
            return text.Length;
        }
    }
}
