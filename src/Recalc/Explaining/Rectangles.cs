using Recalc.Graph;

namespace Recalc.Explaining;

/// <summary>Tidies lists of rectangles.</summary>
internal static class Rectangles
{
    /// <summary>
    /// Joins rectangles that overlap or touch and together are one, and drops those that lie within another. What is left may overlap still. Names stay single. Takes
    /// O(n log n). The result is ordered by grid, column and row.
    /// </summary>
    public static List<GridRange> Join(List<GridRange> cells)
    {
        var joined = Merge(Merge(cells, byColumns: false), byColumns: true);
        var index = new RectangleIndex<(int Grid, int Number)>();
        for (var i = 0; i < joined.Count; i++) index.Add(new Box(joined[i].Range), (joined[i].Grid, i));
        var kept = new List<GridRange>(joined.Count);
        for (var i = 0; i < joined.Count; i++)
            if (!IsWithinOther(index, joined, i)) kept.Add(joined[i]);
        kept.Sort(Compare);
        return kept;
    }

    /// <summary>By grid, then column, then row of the first cells, then of the last.</summary>
    public static int Compare(GridRange left, GridRange right)
    {
        if (left.Grid != right.Grid) return left.Grid.CompareTo(right.Grid);
        var first = left.Range.First.CompareTo(right.Range.First);
        return first != 0 ? first : left.Range.Last.CompareTo(right.Range.Last);
    }

    private static bool IsWithinOther(RectangleIndex<(int Grid, int Number)> index, List<GridRange> cells, int number)
    {
        foreach (ref readonly var other in index.Find(new Box(cells[number].Range)))
            if (other.Number != number && other.Grid == cells[number].Grid && cells[other.Number].Range.Contains(cells[number].Range)) return true;
        return false;
    }

    // Joins those of the same columns that follow one another down, or of the same rows that do to the right.
    private static List<GridRange> Merge(List<GridRange> cells, bool byColumns)
    {
        var sorted = cells.ToList();
        sorted.Sort((x, y) => KeyOf(x, byColumns).CompareTo(KeyOf(y, byColumns)));
        var merged = new List<GridRange>();
        foreach (var next in sorted)
        {
            if (merged.Count > 0 && merged[^1] is var last && IsNext(last, next, byColumns)) merged[^1] = last with { Range = last.Range.Union(next.Range) };
            else merged.Add(next);
        }
        return merged;
    }

    private static (int Grid, int First, int Last, int Start) KeyOf(GridRange cells, bool byColumns)
    {
        var (first, last) = (cells.Range.First, cells.Range.Last);
        return byColumns ? (cells.Grid, first.Row, last.Row, first.Column) : (cells.Grid, first.Column, last.Column, first.Row);
    }

    private static bool IsNext(GridRange last, GridRange next, bool byColumns)
    {
        if (last.Grid != next.Grid) return false;
        if (last.Grid == Grid.Names) return last == next;
        var (a, b) = (last.Range, next.Range);
        return byColumns
            ? a.First.Row == b.First.Row && a.Last.Row == b.Last.Row && b.First.Column <= a.Last.Column + 1
            : a.First.Column == b.First.Column && a.Last.Column == b.Last.Column && b.First.Row <= a.Last.Row + 1;
    }
}
