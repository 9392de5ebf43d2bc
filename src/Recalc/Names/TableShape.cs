using Recalc.Addressing;

namespace Recalc.Names;

/// <summary>A table as formulas see it: where it lies, and its columns. Immutable.</summary>
/// <param name="Sheet">The number of its sheet.</param>
/// <param name="Range">The whole rectangle, header and totals included.</param>
/// <param name="Columns">The columns' names, from left to right.</param>
/// <param name="HeaderRows">How many rows are headers: 0 or 1.</param>
/// <param name="TotalsRows">How many rows are totals: 0 or 1.</param>
internal sealed record TableShape(int Sheet, CellRange Range, IReadOnlyList<string> Columns, int HeaderRows, int TotalsRows)
{
    /// <summary>
    /// The positions of two columns, the left one first; null stands for all columns. False when there is no column of a name. Takes
    /// time in proportion to the columns.
    /// </summary>
    public bool TryFindColumns(string? from, string? to, out int first, out int last)
    {
        (first, last) = (0, Columns.Count - 1);
        if (from is null || to is null) return true;
        var (a, b) = (Find(from), Find(to));
        (first, last) = (Math.Min(a, b), Math.Max(a, b));
        return first >= 0;
    }

    private int Find(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (string.Equals(Columns[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}
