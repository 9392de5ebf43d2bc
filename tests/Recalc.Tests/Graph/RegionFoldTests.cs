using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Tests.Graph;

public class RegionFoldTests
{
    [Fact]
    public void Folding_changes_no_cell_and_never_makes_more_regions() =>
        RegionEdit.Any.Array[1, 40].Sample(edits =>
        {
            var (map, oracle) = (new RegionMap(), new RegionOracle());
            foreach (var edit in edits) edit.Apply(map, oracle);
            var (before, folded) = (map.Regions.ToList(), map.Folded());
            Assert.InRange(folded.Count, map.CountConnected(), map.Count);
            oracle.AssertTiles(folded);
            Assert.Equal(before, map.Regions);
        }, iter: 300);

    [Fact]
    public void A_rectangle_that_is_filled_at_random_is_one_region_once_folded()
    {
        var cells = RegionOracle.Cells(CellRange.Parse("C4000:L8999")).ToArray();
        new Random(1).Shuffle(cells);
        var map = new RegionMap();
        foreach (var cell in cells) map.Set(cell, new FormulaId(1));
        Assert.True(map.Count > 1);
        Assert.Equal(CellRange.Parse("C4000:L8999"), Assert.Single(map.Folded()).Range);
    }

    [Fact]
    public void Fixed_rectangles_stay_what_they_are()
    {
        var map = new RegionMap();
        foreach (var cell in (string[])["A1", "B2", "A2", "B1"]) map.Set(CellAddress.Parse(cell), new FormulaId(1));
        map.SetFixed(CellRange.Parse("C1:XFD1048576"), new FormulaId(1), RegionKind.Array);
        Assert.Equal(["A1:B2 Fill", "C:XFD Array"], map.Folded().Select(r => $"{r.Range} {r.Kind}").Order());
    }
}
