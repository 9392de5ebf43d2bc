using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>Finds which rows of their own region the formulas of a column look at. For one thread.</summary>
internal sealed class SelfReferences(Model model)
{
    private readonly List<GridReference> _references = [];

    /// <summary>
    /// True when the formulas that were asked about last look at the row next to them: then a row rests on all before it, and not on every
    /// second one.
    /// </summary>
    public bool TouchesNeighbour { get; private set; }

    public SelfReference Of(int grid, int column, in Region region)
    {
        TouchesNeighbour = false;
        if (region.FirstRow == region.LastRow) return SelfReference.None;
        _references.Clear();
        model.AddReferences(grid, region.Formula, _references);
        var self = SelfReference.None;
        foreach (var reference in _references)
        {
            if (reference.Grid != grid || !Covers(reference.Area, column)) continue;
            var next = Of(reference.Area, region);
            TouchesNeighbour |= next is SelfReference.Up or SelfReference.Down && Reaches(reference.Area);
            if (next == SelfReference.None || next == self) continue;
            if (self != SelfReference.None) return SelfReference.Mixed;
            self = next;
        }
        return self;
    }

    private static bool Reaches(in AreaReference area) =>
        (!area.Row1.IsAbsolute && Math.Abs(area.Row1.Value) == 1) || (!area.Row2.IsAbsolute && Math.Abs(area.Row2.Value) == 1);

    private static bool Covers(in AreaReference area, int column)
    {
        var (first, last) = (area.Column1.At(column), area.Column2.At(column));
        return Math.Min(first, last) <= column && column <= Math.Max(first, last);
    }

    private static SelfReference Of(in AreaReference area, in Region region)
    {
        var (first, last) = (area.Row1, area.Row2);
        if (first.IsAbsolute && last.IsAbsolute)
        {
            var (top, bottom) = (Math.Min(first.Value, last.Value), Math.Max(first.Value, last.Value));
            return bottom < region.FirstRow || top > region.LastRow ? SelfReference.None : SelfReference.Mixed;
        }
        if (!first.IsAbsolute && !last.IsAbsolute)
        {
            var (low, high) = (Math.Min(first.Value, last.Value), Math.Max(first.Value, last.Value));
            if (low >= region.Rows || high <= -region.Rows) return SelfReference.None;
            return high < 0 ? SelfReference.Up : low > 0 ? SelfReference.Down : SelfReference.Mixed;
        }
        // A corner stays and the other slides: B$1:B4 in B5 looks up as long as the fixed corner does not lie among the formulas.
        var (corner, offset) = first.IsAbsolute ? (first.Value, last.Value) : (last.Value, first.Value);
        if (offset < 0 && corner <= region.FirstRow) return SelfReference.Up;
        return offset > 0 && corner >= region.LastRow ? SelfReference.Down : SelfReference.Mixed;
    }
}
