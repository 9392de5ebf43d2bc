using System.Runtime.InteropServices;
using Recalc.Addressing;

namespace Recalc.Graph;

/// <content>What explanations look for.</content>
internal sealed partial class RegionMap
{
    /// <summary>Adds the regions that meet a rectangle, in column, then row order of their first cells. Takes time in proportion to the columns and stretches there.</summary>
    public void AddCrossing(CellRange range, List<Region> into)
    {
        var from = into.Count;
        foreach (var number in Crossing(range)) into.Add(_regions[number]);
        CollectionsMarshal.AsSpan(into)[from..].Sort((x, y) => x.Range.First.CompareTo(y.Range.First));
    }

    /// <summary>The cells of a column, around one that has no formula, that have none either.</summary>
    public CellRange FreeAround(CellAddress cell)
    {
        var (first, last) = (0, SheetLimits.Rows - 1);
        for (var level = 0; level < _height; level++)
        {
            if (_levels[level][cell.Column >> (level * WidthBits)] is not { } column) continue;
            var (start, end) = column.FreeAround(cell.Row);
            (first, last) = (Math.Max(first, start), Math.Min(last, end));
        }
        return new CellRange(cell.Column, first, cell.Column, last);
    }
}
