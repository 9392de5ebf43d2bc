using Recalc.Values;

namespace Recalc.Functions.Dates;

/// <summary>Dates put together, taken apart and moved by months; days and weeks of the calendar.</summary>
internal static class CalendarFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "DATE", Date },
        { "YEAR", (a, site) => a[0].TryDate(site, out _, out var date, out var failure) ? date.Year : failure },
        { "MONTH", (a, site) => a[0].TryDate(site, out _, out var date, out var failure) ? date.Month : failure },
        { "DAY", (a, site) => a[0].TryDate(site, out _, out var date, out var failure) ? date.Day : failure },
        { "EDATE", MoveByMonths },
        { "EOMONTH", EndOfMonth },
        { "WEEKDAY", Weekday },
        { "WEEKNUM", WeekNumber },
        { "ISOWEEKNUM", (a, site) => a[0].TryDay(site, out var serial, out var failure) ? IsoWeek(serial, site) : failure },
        { "DATEVALUE", (a, site) => FromText(a[0], site, days: true) },
        { "TIMEVALUE", (a, site) => FromText(a[0], site, days: false) },
    };

    private static Operand Date(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryTruncated(site, out var year, out var failure)) return failure;
        if (!arguments[1].TryTruncated(site, out var month, out failure)) return failure;
        if (!arguments[2].TryTruncated(site, out var day, out failure)) return failure;
        if (year is < 0 or > 9999) return ErrorKind.Num;
        return DateReading.Day(year < 1900 ? year + 1900 : year, month - 1.0, day - 1.0, site);
    }

    private static Operand MoveByMonths(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryReadMove(arguments, site, out var date, out var first, out var failure)) return failure;
        var to = (int)first.Word.Number;
        if (!DateSerial.TryDate(to, site.DateSystem == DateSystem.From1904, out var month)) return ErrorKind.Num;
        return to + Math.Min(date.Day, DateReading.DaysInMonth(month.Year, month.Month, site)) - 1;
    }

    private static Operand EndOfMonth(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryReadMove(arguments, site, out _, out var first, out var failure)) return failure;
        var to = (int)first.Word.Number;
        if (!DateSerial.TryDate(to, site.DateSystem == DateSystem.From1904, out var month)) return ErrorKind.Num;
        return to + DateReading.DaysInMonth(month.Year, month.Month, site) - 1;
    }

    // A date and the first day of the month that lies some months away.
    private static bool TryReadMove(
        ReadOnlySpan<Operand> arguments, CallSite site, out (int Year, int Month, int Day) date, out Operand first, out Operand failure)
    {
        (first, date) = (default, default);
        if (!arguments[0].TryUnlogical(out failure) || !arguments[1].TryUnlogical(out failure)) return false;
        if (!arguments[0].TryDate(site, out _, out date, out failure)) return false;
        if (!arguments[1].TryTruncated(site, out var months, out failure)) return false;
        failure = first = DateReading.Day(date.Year, date.Month - 1.0 + months, 0, site);
        return !first.IsError;
    }

    private static Operand Weekday(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryDay(site, out var serial, out var failure)) return failure;
        if (!arguments.TryOptional(1, 1, site, out var type, out failure)) return failure;
        var day = DateReading.Weekday(serial, site);
        return type switch
        {
            1 => day + 1,
            2 => (day + 6) % 7 + 1,
            3 => (day + 6) % 7,
            >= 11 and <= 17 => (day + 17 - type) % 7 + 1,
            _ => ErrorKind.Num,
        };
    }

    private static Operand WeekNumber(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryUnlogical(out var failure)) return failure;
        if (!arguments[0].TryDate(site, out var serial, out var date, out failure)) return failure;
        if (!arguments.TryGiven(1, 1, site, out var type, out failure)) return failure;
        if (type == 21) return IsoWeek(serial, site);
        // The day on which weeks begin, from 0 for Sunday.
        var start = type switch { 1 => 0, 2 => 1, >= 11 and <= 17 => (type - 10) % 7, _ => -1 };
        if (start < 0) return ErrorKind.Num;
        if (!DateSerial.TryOf(date.Year, 1, 1, site.DateSystem == DateSystem.From1904, out var first)) return ErrorKind.Num;
        var before = (DateReading.Weekday(first, site) - start + 7) % 7;
        // Day 0 of 1900 stands before day 1, in the same week when that does not begin one.
        return (serial - first + before + 7) / 7;
    }

    // A week belongs to the year that has its Thursday.
    private static Operand IsoWeek(int serial, CallSite site)
    {
        var from1904 = site.DateSystem == DateSystem.From1904;
        var thursday = serial - (DateReading.Weekday(serial, site) + 6) % 7 + 3;
        // The Thursday before day 0 of 1900 is in week 52 of the year before.
        if (!DateSerial.TryDate(thursday, from1904, out var date)) return thursday < 0 ? 52 : ErrorKind.Num;
        DateSerial.TryOf(date.Year, 1, 1, from1904, out var first);
        return (thursday - first) / 7 + 1;
    }

    private static Operand FromText(in Operand argument, CallSite site, bool days)
    {
        if (!argument.TryText(out var text, out var failure)) return failure;
        if (!TextDate.TryParse(text, site.Conversion, out var day, out var time)) return ErrorKind.Value;
        return days ? day + Math.Floor(time) : time - Math.Floor(time);
    }
}
