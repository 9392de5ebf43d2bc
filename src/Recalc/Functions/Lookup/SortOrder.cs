using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>
/// The order of lines by keys, first to last: numbers, texts, logicals, errors by their numbers, or the other way round; blanks come last in both. Equal
/// lines stay as they were. For one thread.
/// </summary>
internal sealed class SortOrder : IComparer<int>
{
    private readonly List<(GridLines Lines, int At, bool IsDescending)> _keys = [];

    /// <summary>Adds a key: the values at a place of all lines.</summary>
    public void Add(in GridLines lines, int at, bool isDescending) => _keys.Add((lines, at, isDescending));

    public int Compare(int x, int y)
    {
        foreach (var (lines, at, isDescending) in _keys)
        {
            var (left, right) = (lines[x, at], lines[y, at]);
            if (left.IsBlank || right.IsBlank)
            {
                if (left.IsBlank != right.IsBlank) return left.IsBlank ? 1 : -1;
                continue;
            }
            var order = Compare(left, right);
            if (order != 0) return isDescending ? -order : order;
        }
        return x - y;
    }

    /// <summary>The order of two values, of which neither is blank; errors have that of their numbers (ERROR.TYPE).</summary>
    public static int Compare(in CellValue left, in CellValue right)
    {
        if (left.Word.IsError && right.Word.IsError) return left.Word.Error.CompareTo(right.Word.Error);
        if (ValueComparer.TryCompare(left, right, out var order, out _)) return order;
        return left.Word.IsError.CompareTo(right.Word.IsError);
    }
}
