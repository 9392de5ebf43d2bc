using CsCheck;
using Recalc.Addressing;

namespace Recalc.Tests.Addressing;

public class CellAddressTests
{
    [Fact]
    public void An_address_reads_back_from_its_text() =>
        Gens.Address.Sample(address =>
        {
            var text = address.ToString();
            Assert.Equal(address, CellAddress.Parse(text));
            Assert.Equal(address, CellAddress.Parse(text.ToLowerInvariant()));
            Assert.Equal($"{Letters(address.Column)}{address.Row + 1}", text);
        }, iter: 20_000);

    [Fact]
    public void Every_column_has_letters_of_its_own()
    {
        var seen = new HashSet<string>();
        for (var column = 0; column < SheetLimits.Columns; column++)
        {
            var text = new CellAddress(column, 0).ToString();
            Assert.Equal(Letters(column) + "1", text);
            Assert.True(seen.Add(text));
            Assert.Equal(column, CellAddress.Parse(text).Column);
        }
    }

    [Theory]
    [InlineData("A1", 0, 0)]
    [InlineData("a1", 0, 0)]
    [InlineData("Z9", 25, 8)]
    [InlineData("AA10", 26, 9)]
    [InlineData("ZZ1", 701, 0)]
    [InlineData("AAA1", 702, 0)]
    [InlineData("XFD1048576", 16383, 1048575)]
    [InlineData("xFd1048576", 16383, 1048575)]
    [InlineData("$B$7", 1, 6)]
    [InlineData("$B7", 1, 6)]
    [InlineData("B$7", 1, 6)]
    [InlineData("B007", 1, 6)]
    public void Spellings_of_a_cell_are_read(string text, int column, int row) =>
        Assert.Equal(new CellAddress(column, row), CellAddress.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("A0")]
    [InlineData("A00")]
    [InlineData("A1048577")]
    [InlineData("A9999999")]
    [InlineData("A99999999")]
    [InlineData("A99999999999999999999")]
    [InlineData("XFE1")]
    [InlineData("ZZZ1")]
    [InlineData("AAAA1")]
    [InlineData("A1:A1")]
    [InlineData(" A1")]
    [InlineData("A1 ")]
    [InlineData("A 1")]
    [InlineData("$$A1")]
    [InlineData("A$$1")]
    [InlineData("A1$")]
    [InlineData("$A")]
    [InlineData("A-1")]
    [InlineData("A+1")]
    [InlineData("A1.0")]
    [InlineData("Ä1")]
    [InlineData("А1")]   // a Cyrillic А
    [InlineData("A١")]   // an Arabic digit
    [InlineData("@1")]
    [InlineData("[1")]
    [InlineData("R1C1")]
    public void Other_text_is_no_cell(string text)
    {
        Assert.False(CellAddress.TryParse(text, out var address));
        Assert.Equal(default, address);
        var thrown = Assert.Throws<FormatException>(() => CellAddress.Parse(text));
        Assert.Contains("such as B7", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_read_or_refused_without_a_crash() =>
        Gen.String[Gen.Char["$:AXFD0149rc[]- é"], 0, 14].Sample(text =>
        {
            if (CellAddress.TryParse(text, out var address)) Assert.Equal(address, CellAddress.Parse(address.ToString()));
            if (CellRange.TryParse(text, out var range)) Assert.Equal(range, CellRange.Parse(range.ToString()));
        }, iter: 50_000);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(16384, 0)]
    [InlineData(0, 1048576)]
    [InlineData(int.MaxValue, int.MinValue)]
    public void Cells_off_the_sheet_are_refused(int column, int row)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new CellAddress(column, row));
        Assert.Contains("A sheet has ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_are_ordered_by_column_then_row() =>
        Gen.Select(Gens.Address, Gens.Address).Sample((a, b) =>
        {
            var order = ((long)a.Column * SheetLimits.Rows + a.Row).CompareTo((long)b.Column * SheetLimits.Rows + b.Row);
            Assert.Equal(order, Math.Sign(a.CompareTo(b)));
            Assert.Equal((order < 0, order > 0, order <= 0, order >= 0), ((a < b), (a > b), (a <= b), (a >= b)));
            Assert.Equal((order == 0, order != 0), (a == b, a != b));
            if (a == b) Assert.Equal(a.GetHashCode(), b.GetHashCode());
        }, iter: 10_000);

    [Fact]
    public void Formatting_says_when_there_is_no_room()
    {
        var address = CellAddress.Parse("XFD1048576");
        Span<char> room = stackalloc char[10];
        Assert.True(address.TryFormat(room, out var written));
        Assert.Equal("XFD1048576", room[..written]);
        Assert.False(address.TryFormat(room[..9], out written));
        Assert.Equal(0, written);
        Assert.Equal("at XFD1048576", $"at {address}");
    }

    [Fact]
    public void Default_is_A1() => Assert.Equal("A1", default(CellAddress).ToString());

    // Counts in base 26 without a zero, from the last letter to the first.
    private static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
