using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Tests.Addressing;

namespace Recalc.Tests.Graph;

public class RegionMapPropertyTests
{
    [Fact]
    public void Regions_are_what_the_cells_say_after_any_edits() =>
        Gen.Select(RegionEdit.Any.Array[1, 25], Gens.Address.Array[10]).Sample((edits, probes) =>
        {
            var (map, oracle) = (new RegionMap(), new RegionOracle());
            foreach (var edit in edits)
            {
                edit.Apply(map, oracle);
                oracle.AssertAgrees(map);
            }
            foreach (var cell in probes.Concat(RegionOracle.Cells(CellRange.Parse("A4089:O4105"))))
            {
                var expected = oracle.Find(cell);
                Assert.Equal(expected is not null, map.TryFind(cell, out var region));
                if (expected is not { } found) continue;
                Assert.Equal((found.Formula, found.Kind), (region.Formula, region.Kind));
                Assert.Equal(found.Range ?? region.Range, region.Range);
            }
        }, iter: 300);

    [Fact]
    public void Fills_over_fills_keep_the_tiling() =>
        RegionEdit.AnyFill.Array[1, 60].Sample(edits =>
        {
            var (map, oracle) = (new RegionMap(), new RegionOracle());
            foreach (var edit in edits) edit.Apply(map, oracle);
            oracle.AssertAgrees(map);
        }, iter: 500);

    [Fact]
    public void Clearing_all_cells_leaves_nothing() =>
        RegionEdit.Any.Array[1, 20].Sample(edits =>
        {
            var (map, oracle) = (new RegionMap(), new RegionOracle());
            foreach (var edit in edits) edit.Apply(map, oracle);
            while (map.Count > 0) map.Clear(map.Regions.First().Range.First);
            Assert.Empty(map.Regions);
            Assert.Equal(0, map.CountConnected());
            foreach (var cell in oracle.Fills.Keys) Assert.False(map.TryFind(cell, out _));
        }, iter: 200);
}
