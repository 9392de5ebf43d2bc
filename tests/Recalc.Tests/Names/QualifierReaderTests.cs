using System.Text;
using Recalc.Names;

namespace Recalc.Tests.Names;

public class QualifierReaderTests
{
    [Theory]
    [InlineData("Sheet1!", null, "Sheet1", "Sheet1")]
    [InlineData("'a b'!", null, "a b", "a b")]
    [InlineData("'it''s'!", null, "it's", "it's")]
    [InlineData("'''x'!", null, "'x", "'x")]
    [InlineData("Größe!", null, "Größe", "Größe")]
    [InlineData("2019!", null, "2019", "2019")]
    public void A_sheet_loses_its_apostrophes(string spelling, string? book, string? first, string? last) => AssertReads(spelling, book, first, last);

    [Theory]
    [InlineData("Jan:Dec!", null, "Jan", "Dec")]
    [InlineData("'Q 1:Q 4'!", null, "Q 1", "Q 4")]
    [InlineData("'Q 1':'Q 4'!", null, "Q 1", "Q 4")]
    [InlineData("'it''s':'x''y'!", null, "it's", "x'y")]
    [InlineData("[1]Jan:Dec!", "1", "Jan", "Dec")]
    [InlineData("'[1]Q 1:Q 4'!", "1", "Q 1", "Q 4")]
    public void A_span_has_two_sheets(string spelling, string? book, string? first, string? last)
    {
        AssertReads(spelling, book, first, last);
        Assert.True(Read(spelling).IsSpan);
    }

    [Theory]
    [InlineData("[1]Data!", "1", "Data", 1)]
    [InlineData("'[12]My data'!", "12", "My data", 12)]
    [InlineData("[2]!", "2", null, 2)]
    [InlineData("[Book1.xlsx]Data!", "Book1.xlsx", "Data", 0)]
    [InlineData("'[it''s.xlsx]S'!", "it's.xlsx", "S", 0)]
    [InlineData(@"'C:\dir\[b.xlsx]S'!", @"C:\dir\b.xlsx", "S", 0)]
    [InlineData(@"'\\server\share\[b.xlsx]S T'!", @"\\server\share\b.xlsx", "S T", 0)]
    [InlineData("'https://example.com/a/[b.xlsx]S'!", "https://example.com/a/b.xlsx", "S", 0)]
    [InlineData(@"'C:\dir\b.xlsx'!", @"C:\dir\b.xlsx", null, 0)]
    [InlineData("'https://example.com/b.xlsx'!", "https://example.com/b.xlsx", null, 0)]
    public void A_workbook_is_a_link_or_a_file(string spelling, string book, string? sheet, int link)
    {
        AssertReads(spelling, book, sheet, sheet);
        Assert.Equal(link, Read(spelling).LinkNumber);
        Assert.False(Read(spelling).IsSpan);
    }

    [Fact]
    public void A_sheet_that_was_deleted_is_missing()
    {
        AssertReads("#REF!", null, null, null);
        Assert.True(Read("#REF!").IsMissing);
        Assert.False(Read("REF!").IsMissing);
    }

    [Theory]
    [InlineData("$Sheet1.A1", null, "Sheet1", "Sheet1", "Sheet1!")]
    [InlineData("Sheet1.A1:.B2", null, "Sheet1", "Sheet1", "Sheet1!")]
    [InlineData("Sheet1.A1:SHEET1.B2", null, "Sheet1", "Sheet1", "Sheet1!")]
    [InlineData("$Jan.A1:$Dec.B2", null, "Jan", "Dec", "Jan:Dec!")]
    [InlineData("$'a.b'.A1", null, "a.b", "a.b", "a.b!")]
    [InlineData("$'it''s#1'.A1", null, "it's#1", "it's#1", "'it''s#1'!")]
    [InlineData("'file:///C:/x.ods'#$Sheet1.A1", "file:///C:/x.ods", "Sheet1", "Sheet1", "'[file:///C:/x.ods]Sheet1'!")]
    [InlineData("'file:///x.ods'#$Jan.A1:$'De c'.B2", "file:///x.ods", "Jan", "De c", "'[file:///x.ods]Jan:De c'!")]
    [InlineData("'x.ods'#", "x.ods", null, null, "'[x.ods]'!")]
    [InlineData("$Sheet1.", null, "Sheet1", "Sheet1", "Sheet1!")]
    public void OpenFormula_qualifiers_are_spelled_as_Excel_does(string text, string? book, string? first, string? last, string spelling)
    {
        var qualifier = QualifierReader.ReadOpenFormula(Encoding.UTF8.GetBytes(text));
        Assert.Equal((book, first, last), (qualifier.Book, qualifier.FirstSheet, qualifier.LastSheet));
        Assert.Equal(spelling, Encoding.UTF8.GetString(qualifier.Spelling));
        AssertReads(spelling, book, first, last);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_kept()
    {
        byte[] spelling = [(byte)'\'', 0xFF, (byte)' ', 0xC3, (byte)'\'', (byte)'!'];
        var qualifier = QualifierReader.Read(spelling);
        Assert.Equal(spelling, qualifier.Spelling);
        Assert.Equal(spelling[1..4], Utf8Lens.Encode(qualifier.FirstSheet!));
    }

    private static Qualifier Read(string spelling) => QualifierReader.Read(Encoding.UTF8.GetBytes(spelling));

    private static void AssertReads(string spelling, string? book, string? first, string? last)
    {
        var qualifier = Read(spelling);
        Assert.Equal((book, first, last), (qualifier.Book, qualifier.FirstSheet, qualifier.LastSheet));
        Assert.Equal(spelling, Encoding.UTF8.GetString(qualifier.Spelling));
        Assert.False(qualifier.IsOwn);
    }
}
