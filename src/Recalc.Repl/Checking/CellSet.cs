using Recalc.Addressing;

namespace Recalc.Repl.Checking;

/// <summary>
/// Cells of a workbook, given as rectangles and kept as stretches of rows by column. Finding one takes the logarithm of its column's
/// stretches.
/// </summary>
internal sealed class CellSet
{
    // Of each column that has any: stretches in order, no two of which meet.
    private readonly Dictionary<(Sheet Sheet, int Column), List<(int First, int Last)>> _stretches = [];

    public CellSet(IReadOnlyList<SheetRange> ranges)
    {
        foreach (var (sheet, range) in ranges)
        {
            for (var column = range.First.Column; column <= range.Last.Column; column++)
            {
                if (!_stretches.TryGetValue((sheet, column), out var stretches)) _stretches[(sheet, column)] = stretches = [];
                stretches.Add((range.First.Row, range.Last.Row));
            }
        }
        foreach (var stretches in _stretches.Values) Merge(stretches);
    }

    public bool Contains(Sheet sheet, CellAddress cell)
    {
        if (!_stretches.TryGetValue((sheet, cell.Column), out var stretches)) return false;
        var (low, high) = (0, stretches.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last) = stretches[middle];
            if (cell.Row < first) high = middle - 1;
            else if (cell.Row > last) low = middle + 1;
            else return true;
        }
        return false;
    }

    private static void Merge(List<(int First, int Last)> stretches)
    {
        stretches.Sort();
        var count = 0;
        for (var i = 0; i < stretches.Count; i++)
        {
            var stretch = stretches[i];
            if (count > 0 && stretch.First <= stretches[count - 1].Last + 1)
                stretches[count - 1] = (stretches[count - 1].First, Math.Max(stretches[count - 1].Last, stretch.Last));
            else stretches[count++] = stretch;
        }
        stretches.RemoveRange(count, stretches.Count - count);
    }
}
