using CsCheck;
using Recalc.Addressing;

namespace Recalc.Tests.Addressing;

public class AreaReferenceTests
{
    [Fact]
    public void Rebasing_changes_the_view_and_not_the_cells() =>
        Gen.Select(Gens.Reference, Gens.Address).Sample((area, origin) =>
        {
            var rebased = area.Rebase(origin);
            Assert.True(area.TryAt(default, out var expected));
            Assert.True(rebased.TryAt(origin, out var range));
            Assert.Equal(expected, range);
            Assert.Equal(expected, rebased.At(origin));
            Assert.Equal(area, Back(rebased, origin));
            Assert.Equal(area.Shape, rebased.Shape);
        }, iter: 20_000);

    [Fact]
    public void A_reference_that_does_not_move_is_the_same_from_everywhere() =>
        Gen.Select(Gens.RelativeReference, Gens.Address).Sample((area, origin) =>
        {
            var moves = !area.Column1.IsAbsolute || !area.Row1.IsAbsolute || !area.Column2.IsAbsolute || !area.Row2.IsAbsolute;
            Assert.Equal(moves, area.IsRelative);
            if (moves) return;
            Assert.Equal(area, area.Rebase(origin));
            Assert.Equal(area.At(default), area.At(origin));
        }, iter: 10_000);

    [Fact]
    public void A_corner_off_the_sheet_has_no_cells_or_walks_round_the_edge() =>
        Gen.Select(Gens.RelativeReference, Gens.Address).Sample((area, origin) =>
        {
            var columns = new[] { area.Column1.At(origin.Column), area.Column2.At(origin.Column) };
            var rows = new[] { area.Row1.At(origin.Row), area.Row2.At(origin.Row) };
            var onSheet = columns.All(SheetLimits.IsColumn) && rows.All(SheetLimits.IsRow);
            Assert.Equal(onSheet, area.TryAt(origin, out var range));

            var wrapped = area.At(origin);
            if (onSheet) Assert.Equal(wrapped, range);
            else Assert.Equal(default, range);
            Assert.Equal(Wrap(columns, SheetLimits.Columns), (wrapped.First.Column, wrapped.Last.Column));
            Assert.Equal(Wrap(rows, SheetLimits.Rows), (wrapped.First.Row, wrapped.Last.Row));
        }, iter: 20_000);

    [Fact]
    public void A_range_is_the_reference_of_itself() =>
        Gens.Range.Sample(range =>
        {
            var area = AreaReference.Of(range);
            Assert.True(area.TryAt(default, out var back));
            Assert.Equal(range, back);
            Assert.Equal(range.ToString(), Text(area));
        }, iter: 10_000);

    [Theory]
    [InlineData(0, 0, 0, 0, nameof(ReferenceShape.Cell))]
    [InlineData(0, 0, 0, 1, nameof(ReferenceShape.Area))]
    [InlineData(2, 0, 4, 1048575, nameof(ReferenceShape.Columns))]
    [InlineData(0, 2, 16383, 4, nameof(ReferenceShape.Rows))]
    [InlineData(0, 0, 16383, 1048575, nameof(ReferenceShape.Columns))]
    public void The_shape_of_a_range_is_how_it_is_spelled(int c1, int r1, int c2, int r2, string shape) =>
        Assert.Equal(Enum.Parse<ReferenceShape>(shape), AreaReference.Of(new CellRange(c1, r1, c2, r2)).Shape);

    [Fact]
    public void Growing_areas_change_their_upper_end_on_the_way_down()
    {
        var zero = Coordinate.Relative(0);
        var area = new AreaReference(zero, zero, zero, Coordinate.Absolute(23), ReferenceShape.Area);
        Assert.Equal("A1:A24", area.At(CellAddress.Parse("A1")).ToString());
        Assert.Equal("A20:A24", area.At(CellAddress.Parse("A20")).ToString());
        Assert.Equal("B24", area.At(CellAddress.Parse("B24")).ToString());
        Assert.Equal("B24:B30", area.At(CellAddress.Parse("B30")).ToString());
    }

    [Fact]
    public void Walking_round_the_edge_comes_back_on_the_other_side()
    {
        var left = AreaReference.Cell(Coordinate.Relative(-1), Coordinate.Relative(-1));
        Assert.Equal("XFD1048576", left.At(default).ToString());
        Assert.False(left.TryAt(default, out _));
        var right = AreaReference.Cell(Coordinate.Relative(1), Coordinate.Relative(1));
        Assert.Equal("A1", right.At(CellAddress.Parse("XFD1048576")).ToString());
        Assert.False(right.TryAt(CellAddress.Parse("XFD1048576"), out _));
    }

    [Fact]
    public void Equal_references_are_spelled_alike() =>
        Gen.Select(Gens.RelativeReference, Gens.RelativeReference).Sample((a, b) =>
        {
            Assert.Equal(a.Equals(b), a.ToString() == b.ToString());
            if (a.Equals(b)) Assert.Equal(a.GetHashCode(), b.GetHashCode());
        }, iter: 5_000);

    [Fact]
    public void Coordinates_keep_their_value_and_kind() =>
        Gen.Select(Gen.Int[-(1 << 30), (1 << 30) - 1], Gen.Int[0, SheetLimits.Rows - 1]).Sample((value, origin) =>
        {
            var (free, fixedOne) = (Coordinate.Relative(value), Coordinate.Absolute(value));
            Assert.Equal((value, false), (free.Value, free.IsAbsolute));
            Assert.Equal((value, true), (fixedOne.Value, fixedOne.IsAbsolute));
            Assert.NotEqual(free, fixedOne);
            Assert.Equal(value + origin, free.At(origin));
            Assert.Equal(value, fixedOne.At(origin));
        });

    private static AreaReference Back(in AreaReference area, CellAddress origin) => new(
        area.Column1.Rebase(-origin.Column), area.Row1.Rebase(-origin.Row),
        area.Column2.Rebase(-origin.Column), area.Row2.Rebase(-origin.Row), area.Shape);

    private static (int First, int Last) Wrap(int[] positions, int count)
    {
        var wrapped = positions.Select(p => (p % count + count) % count).ToArray();
        return (wrapped.Min(), wrapped.Max());
    }

    private static string Text(in AreaReference area)
    {
        Span<byte> bytes = stackalloc byte[A1Notation.MaxAreaLength];
        return System.Text.Encoding.ASCII.GetString(bytes[..A1Notation.WriteArea(bytes, area, default)]);
    }
}
