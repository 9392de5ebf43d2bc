using System.Text;
using CsCheck;
using Recalc.Names;
using Recalc.Syntax;

namespace Recalc.Tests.Names;

public class QualifierWriterTests
{
    [Theory]
    [InlineData("Sheet1", true)]
    [InlineData("_x.y", true)]
    [InlineData("Größe", true)]
    [InlineData("XFE1", true)]
    [InlineData("a b", false)]
    [InlineData("it's", false)]
    [InlineData("2019", false)]
    [InlineData("A1", false)]
    [InlineData("xfd1048576", false)]
    [InlineData("R1C1", false)]
    [InlineData("rc", false)]
    [InlineData("R", false)]
    [InlineData("a-b", false)]
    [InlineData("", false)]
    [InlineData("😀", false)]
    public void Names_that_read_as_something_else_need_apostrophes(string name, bool isPlain) => Assert.Equal(isPlain, QualifierWriter.IsPlain(name));

    [Theory]
    [InlineData(null, "Sheet1", "Sheet1", "Sheet1!")]
    [InlineData(null, "a b", "a b", "'a b'!")]
    [InlineData(null, "it's", "it's", "'it''s'!")]
    [InlineData(null, "Jan", "Dec", "Jan:Dec!")]
    [InlineData(null, "Jan", "De c", "'Jan:De c'!")]
    [InlineData("1", "Data", "Data", "[1]Data!")]
    [InlineData("1", null, null, "[1]!")]
    [InlineData("b.xlsx", "Data", "Data", "'[b.xlsx]Data'!")]
    public void A_qualifier_is_spelled_as_Excel_does(string? book, string? first, string? last, string expected)
    {
        var qualifier = new Qualifier([], book, first, first == last ? first : last);
        Assert.Equal(expected, Encoding.UTF8.GetString(QualifierWriter.Write(qualifier)));
    }

    [Fact]
    public void What_was_written_is_read_back() =>
        Gen.Select(Sheet, Sheet, Gen.OneOf((string?)null, "1", "25", "b.xlsx", "C:\\d d\\it's.xlsx")).Sample((first, last, book) =>
        {
            var written = QualifierWriter.Write(new Qualifier([], book, first, first == last ? first : last));
            var read = QualifierReader.Read(written);
            Assert.Equal((book, first, last), (read.Book, read.FirstSheet, read.LastSheet));

            var formula = new byte[written.Length + 2];
            written.CopyTo(formula, 0);
            "A1"u8.CopyTo(formula.AsSpan(written.Length));
            var tree = SyntaxTree.Parse(formula);
            Assert.Empty(tree.Diagnostics);
            Assert.Equal([TokenKind.Qualifier, TokenKind.Reference, TokenKind.End], tree.Tokens.Select(t => t.Kind));
        }, iter: 5_000);

    /// <summary>What may be the name of a sheet.</summary>
    private static Gen<string> Sheet => Gen.OneOf(
        Gen.OneOf("A1", "R", "C", "RC", "it's", "a b", "Größe", "2019", "x.y", "-", "a''b", "TRUE", "SUM", "!", "#REF!", "(", "東京", "e1", "1e5", "$A$1"),
        Gen.Char[' ', '~'].Array[1, 6].Select(c => new string(c))).Where(name => SheetName.Fault(name) is null);
}
