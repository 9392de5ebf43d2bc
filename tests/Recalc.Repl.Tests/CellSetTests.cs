using Recalc.Addressing;
using Recalc.Repl.Checking;

namespace Recalc.Repl.Tests;

public sealed class CellSetTests
{
    [Fact]
    public void Holds_exactly_the_cells_of_its_ranges()
    {
        var workbook = new Workbook();
        var (one, other) = (workbook.AddSheet("One"), workbook.AddSheet("Other"));
        string[] ranges = ["B3:C4", "B9:B9", "B4:B6", "B3:B3", "D1:D2", "B8:B8", "A5:E5"];
        var set = new CellSet([.. ranges.Select(r => new SheetRange(one, CellRange.Parse(r))), new SheetRange(other, CellRange.Parse("B1"))]);

        for (var column = 0; column < 7; column++)
        {
            for (var row = 0; row < 12; row++)
            {
                var cell = new CellAddress(column, row);
                Assert.Equal(ranges.Any(r => CellRange.Parse(r).Contains(cell)), set.Contains(one, cell));
                Assert.Equal(cell == CellAddress.Parse("B1"), set.Contains(other, cell));
            }
        }
    }
}
