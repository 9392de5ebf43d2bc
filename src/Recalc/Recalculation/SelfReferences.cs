using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>Finds which cells of their own region formulas look at. For one thread.</summary>
internal sealed class SelfReferences(Model model)
{
    private readonly List<GridReference> _references = [];

    /// <summary>
    /// True when the formulas that were asked about last look at the row, or the column, next to them: then one rests on all before it, and
    /// not on every second one.
    /// </summary>
    public bool TouchesNeighbour { get; private set; }

    /// <summary>Turns to the model of another workbook of the same family.</summary>
    public void Attach(Model other) => model = other;

    /// <summary>Which rows of its region a column looks at in itself.</summary>
    public SelfReference Rows(int grid, int column, in Region region)
    {
        TouchesNeighbour = false;
        if (region.FirstRow == region.LastRow) return SelfReference.None;
        var self = SelfReference.None;
        foreach (var reference in ReferencesOf(grid, region))
        {
            if (reference.Grid != grid || !Covers(reference.Area, column)) continue;
            var next = Of(reference.Area.Row1, reference.Area.Row2, region.FirstRow, region.LastRow);
            TouchesNeighbour |= next is SelfReference.Before or SelfReference.After && Reaches(reference.Area.Row1, reference.Area.Row2);
            self = Join(self, next);
        }
        return self;
    }

    /// <summary>Which other columns of its region a column looks at; its own is left out.</summary>
    public SelfReference Columns(int grid, in Region region)
    {
        TouchesNeighbour = false;
        if (region.FirstColumn == region.LastColumn) return SelfReference.None;
        var self = SelfReference.None;
        foreach (var (target, area) in ReferencesOf(grid, region))
        {
            if (target != grid || IsOwn(area.Column1) && IsOwn(area.Column2)) continue;
            if (Of(area.Row1, area.Row2, region.FirstRow, region.LastRow) == SelfReference.None) continue;
            var next = Of(area.Column1, area.Column2, region.FirstColumn, region.LastColumn);
            TouchesNeighbour |= next is SelfReference.Before or SelfReference.After && Reaches(area.Column1, area.Column2) && HoldsOwn(area.Row1, area.Row2);
            self = Join(self, next);
        }
        return self;
    }

    private List<GridReference> ReferencesOf(int grid, in Region region)
    {
        _references.Clear();
        model.AddReferences(grid, region.Formula, _references);
        return _references;
    }

    private static SelfReference Join(SelfReference self, SelfReference next) =>
        next == SelfReference.None || next == self ? self : self == SelfReference.None ? next : SelfReference.Mixed;

    private static bool IsOwn(Coordinate coordinate) => !coordinate.IsAbsolute && coordinate.Value == 0;

    private static bool Reaches(Coordinate first, Coordinate last) =>
        (!first.IsAbsolute && Math.Abs(first.Value) == 1) || (!last.IsAbsolute && Math.Abs(last.Value) == 1);

    private static bool HoldsOwn(Coordinate first, Coordinate last) =>
        !first.IsAbsolute && !last.IsAbsolute && Math.Min(first.Value, last.Value) <= 0 && Math.Max(first.Value, last.Value) >= 0;

    private static bool Covers(in AreaReference area, int column)
    {
        var (first, last) = (area.Column1.At(column), area.Column2.At(column));
        return Math.Min(first, last) <= column && column <= Math.Max(first, last);
    }

    // Along one axis: what a reference with these ends looks at from positions of a region that takes an interval.
    private static SelfReference Of(Coordinate first, Coordinate last, int regionFirst, int regionLast)
    {
        if (first.IsAbsolute && last.IsAbsolute)
        {
            var (low, high) = (Math.Min(first.Value, last.Value), Math.Max(first.Value, last.Value));
            return high < regionFirst || low > regionLast ? SelfReference.None : SelfReference.Mixed;
        }
        if (!first.IsAbsolute && !last.IsAbsolute)
        {
            var (low, high, length) = (Math.Min(first.Value, last.Value), Math.Max(first.Value, last.Value), regionLast - regionFirst + 1);
            if (low >= length || high <= -length) return SelfReference.None;
            return high < 0 ? SelfReference.Before : low > 0 ? SelfReference.After : SelfReference.Mixed;
        }
        // A corner stays and the other slides: B$1:B4 in B5 looks up as long as the fixed corner does not lie among the formulas.
        var (corner, offset) = first.IsAbsolute ? (first.Value, last.Value) : (last.Value, first.Value);
        if (offset < 0 && corner <= regionFirst) return SelfReference.Before;
        return offset > 0 && corner >= regionLast ? SelfReference.After : SelfReference.Mixed;
    }
}
