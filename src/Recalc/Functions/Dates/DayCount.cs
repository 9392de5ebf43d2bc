namespace Recalc.Functions.Dates;

/// <summary>The day counts of finance: years of 360 days, and years as long as they are.</summary>
internal static class DayCount
{
    /// <summary>Days when every month has 30.</summary>
    public static int Of360((int Year, int Month, int Day) start, (int Year, int Month, int Day) end) =>
        (end.Year - start.Year) * 360 + (end.Month - start.Month) * 30 + end.Day - start.Day;

    /// <summary>30E/360: day 31 is day 30.</summary>
    public static int European360((int Year, int Month, int Day) start, (int Year, int Month, int Day) end) =>
        Of360(start with { Day = Math.Min(start.Day, 30) }, end with { Day = Math.Min(end.Day, 30) });

    /// <summary>30/360 of the NASD: the end of February counts as day 30, day 31 at the end only after a day 30.</summary>
    public static int American360((int Year, int Month, int Day) start, (int Year, int Month, int Day) end)
    {
        if (IsEndOfFebruary(start))
        {
            if (IsEndOfFebruary(end)) end.Day = 30;
            start.Day = 30;
        }
        if (end.Day == 31 && start.Day >= 30) end.Day = 30;
        if (start.Day == 31) start.Day = 30;
        return Of360(start, end);
    }

    /// <summary>The length of a year between two dates: up to a year apart it may be a leap year, else the average of all years touched.</summary>
    public static double AverageYear((int Year, int Month, int Day) start, (int Year, int Month, int Day) end)
    {
        var withinYear = start.Year == end.Year
            || (end.Year == start.Year + 1 && (end.Month, end.Day).CompareTo((start.Month, start.Day)) <= 0);
        if (!withinYear)
        {
            var years = end.Year - start.Year + 1;
            var leaps = 0;
            for (var year = start.Year; year <= end.Year; year++) leaps += DateTime.IsLeapYear(year) ? 1 : 0;
            return 365 + (double)leaps / years;
        }
        if (start.Year == end.Year) return DateTime.IsLeapYear(start.Year) ? 366 : 365;
        var isLeap = (DateTime.IsLeapYear(start.Year) && (start.Month, start.Day).CompareTo((2, 29)) <= 0)
            || (DateTime.IsLeapYear(end.Year) && (end.Month, end.Day).CompareTo((2, 29)) >= 0);
        return isLeap ? 366 : 365;
    }

    private static bool IsEndOfFebruary((int Year, int Month, int Day) date) =>
        date.Month == 2 && date.Day >= DateTime.DaysInMonth(date.Year, 2);
}
