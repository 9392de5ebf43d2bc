using Recalc.Functions.Matching;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>Searches a list as XLOOKUP and XMATCH do. The answers are places from zero, or -1; what is wanted is no error.</summary>
internal static class ModalSearch
{
    /// <summary>Linear search from an end; costs what lies before the place that is found.</summary>
    /// <param name="wanted">What is looked for; a blank finds a blank.</param>
    /// <param name="list">The list.</param>
    /// <param name="match">0 is exact, -1 the next smaller if there is no equal, 1 the next larger, 2 with wildcards.</param>
    /// <param name="fromEnd">True to begin at the end.</param>
    /// <param name="steps">The values that were looked at are added.</param>
    public static int Scan(in CellValue wanted, in GridLine list, int match, bool fromEnd, ref long steps)
    {
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
            if (match is 0 or 2 || value.Kind != wanted.Kind) continue;
            if (Math.Sign(SortOrder.Compare(value, wanted)) != match) continue;
            if (best < 0 || Math.Sign(SortOrder.Compare(value, list[best])) == -match) best = at;
        }
        return best;
    }

    /// <summary>Bisection of a list that is sorted, upwards or downwards; blanks come last. Modes as in <see cref="Scan"/>.</summary>
    public static int Bisect(in CellValue wanted, in GridLine list, int match, bool isDescending, ref long steps)
    {
        var (low, count) = (0, list.Count);
        for (var high = count; low < high; steps++)
        {
            var middle = low + (high - low) / 2;
            if (IsBefore(list[middle], wanted, isDescending)) low = middle + 1;
            else high = middle;
        }
        if (low < count && Criterion.Literally(wanted).Matches(list[low])) return low;
        if (match is not (-1 or 1)) return -1;
        var at = match < 0 == isDescending ? low : low - 1;
        return at >= 0 && at < count && list[at].Kind == wanted.Kind ? at : -1;
    }

    private static bool IsBefore(in CellValue value, in CellValue wanted, bool isDescending)
    {
        if (value.IsBlank || wanted.IsBlank) return !value.IsBlank;
        var order = SortOrder.Compare(value, wanted);
        return isDescending ? order > 0 : order < 0;
    }
}
