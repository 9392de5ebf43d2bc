using Recalc.Functions.Matching;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>
/// Searches a list as MATCH does. The answers are places from zero, or -1; what is wanted is no error and no blank (a blank is looked for
/// as 0). The steps that a search takes are added to a count, for they are not known before.
/// </summary>
internal static class ListSearch
{
    /// <summary>The first value that equals what is wanted; of text the first that its wildcards fit.</summary>
    public static int FindFirst(in CellValue wanted, in GridLine list, ref long steps)
    {
        var criterion = Criterion.Exactly(wanted);
        if (list.ColumnArea is { } area) return FindFirst(criterion, area, ref steps);
        var used = list.Used;
        for (var i = 0; i < used; i++, steps++)
        {
            if (criterion.Matches(list[i])) return i;
        }
        return used < list.Count && criterion.Matches(list.Fill) ? used : -1;
    }

    /// <summary>
    /// The last value that is not greater, by bisection: where the values are not sorted, it shows. Values of another kind are passed
    /// over; an equal one ends the search with the last of the equals that follow it.
    /// </summary>
    public static int FindAscending(in CellValue wanted, in GridLine list, ref long steps)
    {
        var (low, high, found, used) = (0, list.Count - 1, -1, list.Used);
        while (low <= high)
        {
            steps++;
            var middle = low + (high - low) / 2;
            var at = NextOfKind(wanted, list, middle, high, used, out var value, ref steps);
            var order = at <= high ? Compare(value, wanted) : 1;
            if (order > 0) high = middle - 1;
            else (found, low) = (at, at + 1);
            if (order == 0) return LastOfEquals(wanted, list, found, ref steps);
        }
        return found;
    }

    /// <summary>The first value that is equal, or the last before the first that is smaller. For lists that are sorted downwards.</summary>
    public static int FindDescending(in CellValue wanted, in GridLine list, ref long steps)
    {
        var (found, used) = (-1, list.Used);
        var end = list.Fill.Kind == wanted.Kind ? list.Count : used;
        for (var i = 0; i < end; i++, steps++)
        {
            var value = list[i];
            if (value.Kind != wanted.Kind) continue;
            var order = Compare(value, wanted);
            if (order < 0) break;
            found = i;
            if (order == 0) break;
        }
        return found;
    }

    // The blocks grow, for what is wanted often stands near the top.
    private static int FindFirst(in Criterion criterion, CellArea area, ref long steps)
    {
        Span<ulong> words = stackalloc ulong[RowMarks.MaxWords];
        var used = area.UsedColumns == 0 ? 0 : area.UsedRows;
        var count = RowMarks.LineRows;
        for (var row = 0; row < used; row += count, count = Math.Min(count * 2, RowMarks.MaxRows))
        {
            var rows = Math.Min(count, used - row);
            var marks = RowMarks.Of(words, rows);
            criterion.Mark(area, 0, row, rows, marks);
            steps += rows;
            if (marks.Next(0) is >= 0 and var found) return row + found;
        }
        return -1;
    }

    // The next value of the wanted kind; past the last place when there is none.
    private static int NextOfKind(
        in CellValue wanted, in GridLine list, int from, int high, int used, out CellValue value, ref long steps)
    {
        var at = from;
        for (; at <= high && at < used; at++, steps++)
        {
            value = list[at];
            if (value.Kind == wanted.Kind) return at;
        }
        value = list.Fill;
        return at <= high && value.Kind == wanted.Kind ? at : high + 1;
    }

    private static int LastOfEquals(in CellValue wanted, in GridLine list, int found, ref long steps)
    {
        for (var count = list.Count; found + 1 < count; found++, steps++)
        {
            var next = list[found + 1];
            if (next.Kind != wanted.Kind || Compare(next, wanted) != 0) break;
        }
        return found;
    }

    // Of two values of one kind, neither of which is an error.
    private static int Compare(in CellValue value, in CellValue wanted)
    {
        ValueComparer.TryCompare(value, wanted, out var order, out _);
        return order;
    }
}
