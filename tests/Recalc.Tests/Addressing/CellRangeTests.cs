using CsCheck;
using Recalc.Addressing;

namespace Recalc.Tests.Addressing;

public class CellRangeTests
{
    // Small rectangles near one another, so that they meet as often as they miss.
    private static readonly Gen<CellRange> Small =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9], (a, b, c, d) => new CellRange(a, b, c, d));

    [Fact]
    public void A_range_reads_back_from_its_text() =>
        Gens.Range.Sample(range => Assert.Equal(range, CellRange.Parse(range.ToString())), iter: 20_000);

    [Fact]
    public void Any_two_opposite_corners_span_the_same_range() =>
        Gen.Select(Gens.Address, Gens.Address).Sample((a, b) =>
        {
            var range = new CellRange(a, b);
            Assert.Equal(range, new CellRange(b, a));
            Assert.Equal(range, new CellRange(new CellAddress(a.Column, b.Row), new CellAddress(b.Column, a.Row)));
            Assert.True(range.Contains(a) && range.Contains(b));
            Assert.Equal((long)range.Columns * range.Rows, range.Count);
            Assert.Equal(range, CellRange.Parse($"{b}:{a}"));
        }, iter: 5_000);

    [Theory]
    [InlineData("A1", "A1")]
    [InlineData("A1:A1", "A1")]
    [InlineData("b2:a1", "A1:B2")]
    [InlineData("$A$1:B$2", "A1:B2")]
    [InlineData("A24:A$1", "A1:A24")]
    [InlineData("A:A", "A:A")]
    [InlineData("$C:A", "A:C")]
    [InlineData("3:1", "1:3")]
    [InlineData("$7:$7", "7:7")]
    [InlineData("A1:A1048576", "A:A")]
    [InlineData("A1:XFD1", "1:1")]
    [InlineData("A1:XFD1048576", "A:XFD")]
    [InlineData("1:1048576", "A:XFD")]
    [InlineData("XFD1048576", "XFD1048576")]
    public void Spellings_of_a_range_are_read(string text, string expected) => Assert.Equal(expected, CellRange.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("A1:")]
    [InlineData(":A1")]
    [InlineData("A1:B")]
    [InlineData("A:1")]
    [InlineData("1:A")]
    [InlineData("A:B2")]
    [InlineData("A1:2")]
    [InlineData("A0:B2")]
    [InlineData("A1:XFE1")]
    [InlineData("A:XFE")]
    [InlineData("0:1")]
    [InlineData("1:1048577")]
    [InlineData("A1:B2:C3")]
    [InlineData("A1 :B2")]
    [InlineData("A1:B2 ")]
    [InlineData("$XFD$1048576:$XFD$1048576$")]
    public void Other_text_is_no_range(string text)
    {
        Assert.False(CellRange.TryParse(text, out var range));
        Assert.Equal(default, range);
        Assert.Throws<FormatException>(() => CellRange.Parse(text));
    }

    [Fact]
    public void Sheet_is_every_cell()
    {
        Assert.Equal(1L << 34, CellRange.Sheet.Count);
        Assert.Equal("A:XFD", CellRange.Sheet.ToString());
        Gens.Range.Sample(range => Assert.True(CellRange.Sheet.Contains(range)), iter: 1_000);
    }

    [Fact]
    public void Intersection_holds_the_cells_of_both() =>
        Gen.Select(Small, Small).Sample((a, b) =>
        {
            var common = Cells(a).Intersect(Cells(b)).ToHashSet();
            Assert.Equal(common.Count > 0, a.Intersects(b));
            Assert.Equal(common.Count > 0, a.TryIntersect(b, out var intersection));
            if (common.Count > 0) Assert.True(common.SetEquals(Cells(intersection)));
            else Assert.Equal(default, intersection);
        }, iter: 3_000);

    [Fact]
    public void Union_is_the_smallest_range_that_holds_both() =>
        Gen.Select(Small, Small).Sample((a, b) =>
        {
            var union = a.Union(b);
            Assert.True(union.Contains(a) && union.Contains(b));
            var cells = Cells(a).Concat(Cells(b)).ToArray();
            Assert.Equal(cells.Min(c => c.Column), union.First.Column);
            Assert.Equal(cells.Min(c => c.Row), union.First.Row);
            Assert.Equal(cells.Max(c => c.Column), union.Last.Column);
            Assert.Equal(cells.Max(c => c.Row), union.Last.Row);
        }, iter: 3_000);

    [Fact]
    public void A_range_contains_another_when_it_contains_all_its_cells() =>
        Gen.Select(Small, Small).Sample(
            (a, b) => Assert.Equal(Cells(b).All(c => a.Contains(c)), a.Contains(b)), iter: 3_000);

    [Fact]
    public void Default_is_the_single_cell_A1()
    {
        Assert.Equal("A1", default(CellRange).ToString());
        Assert.Equal(1, default(CellRange).Count);
        Assert.Equal(new CellRange(default(CellAddress)), default);
    }

    private static IEnumerable<CellAddress> Cells(CellRange range) =>
        from column in Enumerable.Range(range.First.Column, range.Columns)
        from row in Enumerable.Range(range.First.Row, range.Rows)
        select new CellAddress(column, row);
}
