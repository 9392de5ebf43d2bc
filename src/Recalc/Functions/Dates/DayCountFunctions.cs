using Recalc.Values;

namespace Recalc.Functions.Dates;

/// <summary>How far apart dates are.</summary>
internal static class DayCountFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "DAYS", Days },
        { "DAYS360", Days360 },
        { "DATEDIF", Difference },
        { "YEARFRAC", YearFraction },
    };

    private static Operand Days(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryDay(site, out var end, out var failure)) return failure;
        return arguments[1].TryDay(site, out var start, out failure) ? end - start : failure;
    }

    private static Operand Days360(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var european = false;
        if (!arguments[0].TryDate(site, out _, out var start, out var failure)) return failure;
        if (!arguments[1].TryDate(site, out _, out var end, out failure)) return failure;
        if (arguments.Length > 2 && !arguments[2].TryLogical(out european, out failure)) return failure;
        if (european) return DayCount.European360(start, end);
        // The method of DAYS360 lets a last day of February alone at the end.
        if (start.Day == DateReading.DaysInMonth(start.Year, start.Month, site)) start.Day = 30;
        if (end.Day == DateReading.DaysInMonth(end.Year, end.Month, site) && start.Day < 30 && end.Day == 31)
            (end.Day, end.Month) = (1, end.Month + 1);
        if (end.Day == 31) end.Day = 30;
        return DayCount.Of360(start, end);
    }

    private static Operand Difference(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryDate(site, out var first, out var start, out var failure)) return failure;
        if (!arguments[1].TryDate(site, out var last, out var end, out failure)) return failure;
        if (!arguments[2].TryText(out var unit, out failure)) return failure;
        if (first > last) return ErrorKind.Num;
        var months = (end.Year - start.Year) * 12 + end.Month - start.Month - (end.Day < start.Day ? 1 : 0);
        return unit.ToUpperInvariant() switch
        {
            "D" => last - first,
            "M" => months,
            "Y" => months / 12,
            "YM" => months % 12,
            "MD" => Less(last, end.Year, end.Month - (end.Day < start.Day ? 1 : 0), start.Day, site),
            "YD" => DaysInYear(first, start, end, site),
            _ => ErrorKind.Num,
        };
    }

    // How many days to the day of the second date in the year that begins with the first. A leap day in it counts only when the year of
    // one of the two dates has one.
    private static Operand DaysInYear(int first, (int Year, int Month, int Day) start, (int Year, int Month, int Day) end, CallSite site)
    {
        var isNextYear = (end.Month, end.Day).CompareTo((start.Month, start.Day)) < 0;
        var to = DateReading.Day(start.Year + (isNextYear ? 1 : 0), end.Month - 1.0, end.Day - 1.0, site);
        if (to.IsError) return to;
        var isPastLeapDay = isNextYear && end.Month > 2 && DateTime.IsLeapYear(start.Year + 1);
        var counts = DateTime.IsLeapYear(start.Year) || DateTime.IsLeapYear(end.Year);
        return to.Word.Number - first - (isPastLeapDay && !counts ? 1 : 0);
    }

    // How many days after a day of the calendar, which may lie past the end of its month.
    private static Operand Less(int last, int year, int month, int day, CallSite site)
    {
        var from = DateReading.Day(year, month - 1.0, day - 1.0, site);
        return from.IsError ? from : last - from.Word.Number;
    }

    // The day count is looked at first, and so are its errors.
    private static Operand YearFraction(ReadOnlySpan<Operand> arguments, CallSite site)
    {
                Operand failure = default;
        if (arguments.Length > 2 && !arguments[2].TryUnlogical(out failure)) return failure;
        if (!arguments.TryOptional(2, 0, site, out var basis, out failure)) return failure;
        if (basis is < 0 or > 4) return ErrorKind.Num;
        if (!arguments[0].TryUnlogical(out failure) || !arguments[0].TryDate(site, out var first, out var start, out failure)) return failure;
        if (!arguments[1].TryUnlogical(out failure) || !arguments[1].TryDate(site, out var last, out var end, out failure)) return failure;
        if (first > last) (first, last, start, end) = (last, first, end, start);
        return basis switch
        {
            0 => DayCount.American360(start, end) / 360.0,
            1 => (last - first) / DayCount.AverageYear(start, end),
            2 => (last - first) / 360.0,
            3 => (last - first) / 365.0,
            _ => DayCount.European360(start, end) / 360.0,
        };
    }
}
