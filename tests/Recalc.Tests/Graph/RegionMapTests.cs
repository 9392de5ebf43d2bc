using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Tests.Graph;

public class RegionMapTests
{
    private const int Many = 100_000;
    private static readonly FormulaId Formula = new(1);
    private static readonly FormulaId Other = new(2);

    public static TheoryData<string, string> Fills => new()
    {
        { "down", "C8:C100007" },
        { "up", "C8:C100007" },
        { "by column", "C8:L10007" },
        { "by column, backwards", "C8:L10007" },
        { "by row", "C8:L10007" },
        { "by row, backwards", "C8:L10007" },
        { "by row, right to left", "C8:L10007" },
        { "right", "A1:XFD6" },
        { "at random", "C8:C100007" },
    };

    [Theory]
    [MemberData(nameof(Fills))]
    public void A_fill_is_one_region_whatever_its_direction(string order, string rectangle)
    {
        var map = new RegionMap();
        var range = CellRange.Parse(rectangle);
        foreach (var cell in InOrder(range, order)) map.Set(cell, Formula);
        Assert.Equal(new Region(range, Formula, RegionKind.Fill), Assert.Single(map.Regions));
        Assert.Equal((1, 1), (map.Count, map.CountConnected()));
    }

    [Fact]
    public void Columns_that_are_filled_beside_one_another_row_by_row_stay_apart_when_their_formulas_differ()
    {
        var map = new RegionMap();
        for (var row = 0; row < 10_000; row++)
            for (var column = 0; column < 10; column++) map.Set(new CellAddress(column, row), new FormulaId(column));
        Assert.Equal(10, map.Count);
        Assert.All(map.Regions, r => Assert.Equal((1, 10_000), (r.Columns, r.Rows)));
    }

    [Fact]
    public void An_edit_in_the_middle_cuts_and_taking_it_back_joins()
    {
        var map = new RegionMap();
        var range = CellRange.Parse("B2:F9000");
        foreach (var cell in InOrder(range, "by row")) map.Set(cell, Formula);
        foreach (var middle in (string[])["D4500", "B2", "F9000", "C4096", "C4097"])
        {
            var cell = CellAddress.Parse(middle);
            map.Set(cell, Other);
            Assert.InRange(map.Count, 3, 5);
            Assert.True(map.TryFind(cell, out var region));
            Assert.Equal(new Region(new CellRange(cell), Other, RegionKind.Fill), region);
            map.Set(cell, Formula);
            Assert.Equal(range, Assert.Single(map.Regions).Range);
            map.Clear(cell);
            Assert.False(map.TryFind(cell, out _));
            map.Set(cell, Formula);
            Assert.Equal(range, Assert.Single(map.Regions).Range);
        }
    }

    [Fact]
    public void A_gap_keeps_two_fills_apart_until_it_is_filled()
    {
        var map = new RegionMap();
        foreach (var cell in RegionOracle.Cells(CellRange.Parse("A1:A5000"))) if (cell.Row != 4095) map.Set(cell, Formula);
        Assert.Equal((2, 2), (map.Count, map.CountConnected()));
        map.Set(new CellAddress(0, 4095), Formula);
        Assert.Equal((1, 1), (map.Count, map.CountConnected()));
    }

    [Fact]
    public void An_L_is_connected_and_no_rectangle()
    {
        var map = new RegionMap();
        foreach (var cell in (string[])["A1", "A2", "A3", "B3", "C3"]) map.Set(CellAddress.Parse(cell), Formula);
        Assert.Equal((2, 1), (map.Count, map.CountConnected()));
    }

    [Fact]
    public void Cells_that_touch_at_a_corner_are_not_connected()
    {
        var map = new RegionMap();
        map.Set(CellAddress.Parse("A1"), Formula);
        map.Set(CellAddress.Parse("B2"), Formula);
        Assert.Equal((2, 2), (map.Count, map.CountConnected()));
    }

    [Fact]
    public void Setting_a_formula_again_changes_nothing()
    {
        var map = new RegionMap();
        foreach (var cell in InOrder(CellRange.Parse("A1:C100"), "by row")) map.Set(cell, Formula);
        foreach (var cell in InOrder(CellRange.Parse("A1:C100"), "by column")) map.Set(cell, Formula);
        Assert.Single(map.Regions);
    }

    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("B2:XFC1048575")]
    [InlineData("A1:XFD1")]
    [InlineData("A1:A1048576")]
    [InlineData("A1:KZ1")]
    public void A_fixed_rectangle_of_any_size_is_found_and_shrinks_to_its_anchor(string rectangle)
    {
        var (map, range) = (new RegionMap(), CellRange.Parse(rectangle));
        map.SetFixed(range, Formula, RegionKind.Array);
        foreach (var cell in (CellAddress[])[range.First, range.Last, new(range.Last.Column, range.First.Row), new(range.First.Column, range.Last.Row)])
        {
            Assert.True(map.TryFind(cell, out var region));
            Assert.Equal(new Region(range, Formula, RegionKind.Array), region);
        }
        map.Clear(range.Last);
        Assert.Equal(new CellRange(range.First), Assert.Single(map.Regions).Range);
        Assert.False(map.TryFind(range.Last, out _));
        map.Clear(range.First);
        Assert.Empty(map.Regions);
    }

    [Fact]
    public void A_fixed_rectangle_never_joins_its_neighbours()
    {
        var map = new RegionMap();
        map.SetFixed(CellRange.Parse("A1:A5"), Formula, RegionKind.Array);
        map.SetFixed(CellRange.Parse("A6:A10"), Formula, RegionKind.Array);
        map.Set(CellAddress.Parse("A11"), Formula);
        Assert.Equal((3, 3), (map.Count, map.CountConnected()));
    }

    [Theory]
    [InlineData("A1:KN1", 0, 1, 20_000)]
    [InlineData("B1:XFC1", 0, 1, 2_000)]
    [InlineData("A1:A1048576", 1, 0, 4_000)]
    [InlineData("A2:A1048575", 1, 0, 4_000)]
    [InlineData("A1:C3", 3, 0, 5461)]
    public void Many_fixed_rectangles_cost_a_look_and_a_few_stretches_each(string first, int right, int down, int count)
    {
        var (map, range) = (new RegionMap(), CellRange.Parse(first));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < count; i++) map.SetFixed(Moved(range, i * right, i * down), new FormulaId(i), RegionKind.Array);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / count, 0, 3_000);
        Assert.Equal((count, count), (map.Count, map.CountConnected()));
        for (var i = 0; i < count; i++)
        {
            var expected = Moved(range, i * right, i * down);
            Assert.True(map.TryFind(expected.Last, out var region));
            Assert.Equal((i, expected), (region.Formula.Index, region.Range));
        }
    }

    [Theory]
    [InlineData("A1:XFD1048576", 50_000)]
    [InlineData("B2:XFC1048575", 1_000_000)]
    [InlineData("A1:XFD1", 50_000)]
    [InlineData("A1:A1048576", 50_000)]
    public void A_fixed_rectangle_takes_no_memory_in_proportion_to_its_cells(string rectangle, int bytes)
    {
        var range = CellRange.Parse(rectangle);
        new RegionMap().SetFixed(range, Formula, RegionKind.Array);
        var before = GC.GetAllocatedBytesForCurrentThread();
        new RegionMap().SetFixed(range, Formula, RegionKind.Array);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes);
    }

    private static CellRange Moved(CellRange range, int right, int down) =>
        new(range.First.Column + right, range.First.Row + down, range.Last.Column + right, range.Last.Row + down);

    private static IEnumerable<CellAddress> InOrder(CellRange range, string order)
    {
        var byColumn = RegionOracle.Cells(range);
        switch (order)
        {
            case "down" or "by column": return byColumn;
            case "up" or "by column, backwards": return byColumn.Reverse();
            case "by row" or "right": return byColumn.OrderBy(c => c.Row);
            case "by row, backwards": return byColumn.Reverse().OrderByDescending(c => c.Row);
            case "by row, right to left": return byColumn.Reverse().OrderBy(c => c.Row);
            default:
                var cells = byColumn.ToArray();
                new Random(1).Shuffle(cells);
                return cells;
        }
    }
}
