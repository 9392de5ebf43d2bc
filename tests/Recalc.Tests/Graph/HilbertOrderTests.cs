using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Tests.Addressing;

namespace Recalc.Tests.Graph;

public class HilbertOrderTests
{
    [Fact]
    public void Neighbours_on_the_curve_are_neighbours_on_the_sheet()
    {
        const int Side = 64;
        var path = new (int Column, int Row)[Side * Side];
        for (var i = 0; i < path.Length; i++) path[HilbertOrder.Distance(i % Side, i / Side)] = (i % Side, i / Side);
        for (var i = 1; i < path.Length; i++)
            Assert.Equal(1, Math.Abs(path[i].Column - path[i - 1].Column) + Math.Abs(path[i].Row - path[i - 1].Row));
    }

    [Fact]
    public void Each_cell_has_its_place_on_the_curve() =>
        Gen.Select(Gens.Address, Gens.Address).Sample((a, b) =>
            Assert.Equal(a == b, HilbertOrder.Distance(a.Column, a.Row) == HilbertOrder.Distance(b.Column, b.Row)));

    [Fact]
    public void Boxes_are_ordered_by_their_middles()
    {
        Box[] boxes = [new(CellRange.Parse("D1:F3")), new(CellRange.Parse("A1:A3")), new(CellRange.Parse("B2"))];
        int[] columns = [4, 0, 1];
        var expected = Enumerable.Range(0, boxes.Length).OrderBy(i => HilbertOrder.Distance(columns[i], 1));
        Assert.Equal(expected, HilbertOrder.Sort(boxes));
    }
}
