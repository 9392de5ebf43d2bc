using Recalc.Values;

namespace Recalc.Functions.Dates;

/// <summary>Days that are neither weekend nor holiday, counted and walked.</summary>
internal static class WorkingDays
{
    private const int DaysOfWeek = 7;

    public static readonly BodyList Rows = new()
    {
        { "NETWORKDAYS", (a, site) => Count(a, -1, 2, site) },
        { "NETWORKDAYS.INTL", (a, site) => Count(a, 2, 3, site) },
        { "WORKDAY", (a, site) => Walk(a, -1, 2, site) },
        { "WORKDAY.INTL", (a, site) => Walk(a, 2, 3, site) },
    };

    private static Operand Count(ReadOnlySpan<Operand> arguments, int weekendAt, int holidaysAt, CallSite site)
    {
        if (!arguments[0].TryDay(site, out var start, out var failure)) return failure;
        if (!arguments[1].TryDay(site, out var end, out failure)) return failure;
        if (!TryRead(arguments, weekendAt, holidaysAt, site, out var weekend, out var holidays, out failure)) return failure;
        var sign = start <= end ? 1 : -1;
        if (sign < 0) (start, end) = (end, start);
        var count = 0;
        var length = end - start + 1;
        // Whole weeks have as many working days each; the rest is looked at.
        for (var day = 0; day < DaysOfWeek; day++)
        {
            if (!weekend.Has(Weekday(start + day, site))) count += length / DaysOfWeek + (day < length % DaysOfWeek ? 1 : 0);
        }
        foreach (var holiday in holidays)
        {
            if (holiday >= start && holiday <= end && !weekend.Has(Weekday(holiday, site))) count--;
        }
        return sign * count;
    }

    private static Operand Walk(ReadOnlySpan<Operand> arguments, int weekendAt, int holidaysAt, CallSite site)
    {
        if (!arguments[0].TryDay(site, out var day, out var failure)) return failure;
        if (!arguments[1].TryTruncated(site, out var count, out failure)) return failure;
        if (!TryRead(arguments, weekendAt, holidaysAt, site, out var weekend, out var holidays, out failure)) return failure;
        if (weekend.IsWholeWeek) return ErrorKind.Value;
        var last = DateSerial.Last(site.DateSystem == DateSystem.From1904);
        if (Math.Abs((long)count) > last) return ErrorKind.Num;
        if (!site.TryChargeSteps(Math.Abs(count))) return site.OverSteps;
        var step = Math.Sign(count);
        while (count != 0)
        {
            day += step;
            if (day < 0 || day > last) return ErrorKind.Num;
            if (!weekend.Has(Weekday(day, site)) && Array.BinarySearch(holidays, day) < 0) count -= step;
        }
        return day;
    }

    private static bool TryRead(
        ReadOnlySpan<Operand> arguments, int weekendAt, int holidaysAt, CallSite site, out Weekend weekend, out int[] holidays,
        out Operand failure)
    {
        (weekend, holidays, failure) = (Weekend.Usual, [], default);
        if (weekendAt >= 0 && arguments.IsGiven(weekendAt) && !Weekend.TryRead(arguments[weekendAt], site, out weekend, out failure))
            return false;
        return !arguments.IsGiven(holidaysAt) || TryReadHolidays(arguments[holidaysAt], site, out holidays, out failure);
    }

    // Sorted, each day once.
    private static bool TryReadHolidays(in Operand argument, CallSite site, out int[] holidays, out Operand failure)
    {
        holidays = [];
        if (argument.Grid is not { } grid)
        {
            if (!argument.TryDay(site, out var day, out failure)) return false;
            holidays = [day];
            return true;
        }
        var used = (long)grid.UsedRows * grid.UsedColumns;
        failure = default;
        if (!site.TryChargeSteps(used)) failure = site.OverSteps;
        else if (!site.TryChargeMemory(used)) failure = site.OverMemory;
        if (failure.IsError) return false;
        var days = new SortedSet<int>();
        for (var row = 0; row < grid.UsedRows; row++)
        {
            for (var column = 0; column < grid.UsedColumns; column++)
            {
                var element = grid.Element(row, column);
                if (element.Word.IsBlank) continue;
                if (!element.TryDay(site, out var day, out failure)) return false;
                days.Add(day);
            }
        }
        holidays = [.. days];
        return true;
    }

    // From 0 for Monday.
    private static int Weekday(int serial, CallSite site) => (DateReading.Weekday(serial, site) + 6) % DaysOfWeek;
}
