using Recalc.Functions.Matching;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>
/// Searches a list as XLOOKUP and XMATCH do. The answers are places from zero, or -1; what is wanted is no error. What comes next is so in
/// the order of all values: numbers, texts, logicals, and behind them a blank that is wanted.
/// </summary>
internal static class ModalSearch
{
    private const int Few = 64;

    /// <summary>Linear search from an end; costs what lies before the place that is found.</summary>
    /// <param name="wanted">What is looked for; a blank finds a blank.</param>
    /// <param name="list">The list.</param>
    /// <param name="match">0 is exact, -1 the next smaller if there is no equal, 1 the next larger, 2 with wildcards.</param>
    /// <param name="fromEnd">True to begin at the end.</param>
    /// <param name="steps">The values that were looked at are added.</param>
    public static int Scan(in CellValue wanted, in GridLine list, int match, bool fromEnd, ref long steps)
    {
        if (match == 2 && wanted.Kind != CellValueKind.Text) match = 0;
        if (match == 2 && !fromEnd) return ListSearch.FindFirst(wanted, list, ref steps);
        var criterion = match == 2 ? Criterion.Exactly(wanted) : Criterion.Literally(wanted);
        // Of the values past what is used, which are equal, the first and last are enough.
        var (count, used) = (list.Count, list.Used);
        var (best, end) = (-1, Math.Min(count, used + 1));
        for (var i = fromEnd && count > end ? -1 : 0; i < end; i++, steps++)
        {
            var at = i < 0 ? count - 1 : fromEnd ? end - 1 - i : i;
            var value = list[at];
            if (criterion.Matches(value)) return at;
            if (match is 0 or 2 || value.IsBlank || value.Word.IsError || Order(value, wanted) != match) continue;
            if (best < 0 || Math.Sign(SortOrder.Compare(value, list[best])) == -match) best = at;
        }
        return best;
    }

    /// <summary>
    /// Bisection of a list that is sorted, upwards or downwards; blanks come last. Ends at the first equal that it meets, or at the next in
    /// order, and goes back to the first of those that are the same. Modes as in <see cref="Scan"/>.
    /// </summary>
    public static int Bisect(in CellValue wanted, in GridLine list, int match, bool isDescending, ref long steps)
    {
        var criterion = Criterion.Literally(wanted);
        var (low, high) = (0, list.Count - 1);
        for (; low <= high; steps++)
        {
            var middle = low + (high - low) / 2;
            var value = list[middle];
            if (criterion.Matches(value)) return FirstOfSame(list, middle, ref steps);
            if (IsBefore(value, wanted, isDescending)) low = middle + 1;
            else high = middle - 1;
        }
        if (match is not (-1 or 1)) return -1;
        var at = match < 0 == isDescending ? low : low - 1;
        if (at < 0 || at >= list.Count || list[at].IsBlank || list[at].Word.IsError) return -1;
        return FirstOfSame(list, at, ref steps);
    }

    // Of a few by going back, of many by bisection: in a sorted list that is the same.
    private static int FirstOfSame(in GridLine list, int at, ref long steps)
    {
        var value = list[at];
        var last = at;
        while (at > 0 && last - at < Few && list[at - 1] == value) at--;
        steps += last - at;
        if (last - at < Few) return at;
        var low = 0;
        for (var high = at; low < high; steps++)
        {
            var middle = low + (high - low) / 2;
            if (list[middle] == value) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static bool IsBefore(in CellValue value, in CellValue wanted, bool isDescending)
    {
        if (value.IsBlank) return false;
        var order = Order(value, wanted);
        return isDescending ? order > 0 : order < 0;
    }

    // 1 when a value that is not blank comes behind what is wanted.
    private static int Order(in CellValue value, in CellValue wanted) => wanted.IsBlank ? -1 : Math.Sign(SortOrder.Compare(value, wanted));
}
