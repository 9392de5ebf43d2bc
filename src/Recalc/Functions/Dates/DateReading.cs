using Recalc.Values;

namespace Recalc.Functions.Dates;

/// <summary>How the functions of dates take their arguments: as whole days, which must be days of the calendar.</summary>
internal static class DateReading
{
    /// <summary>False, with #VALUE!, for TRUE and FALSE: the functions that once were an add-in take them for no numbers.</summary>
    public static bool TryUnlogical(this in Operand argument, out Operand failure)
    {
        failure = argument.Word.IsLogical ? ErrorKind.Value : default(Operand);
        return !argument.Word.IsLogical;
    }

    /// <summary>The argument as the number of a day; #NUM! for numbers of no day.</summary>
    public static bool TryDay(this in Operand argument, CallSite site, out int serial, out Operand failure) =>
        argument.TryDate(site, out serial, out _, out failure);

    /// <summary>The argument as a day, and its date.</summary>
    public static bool TryDate(
        this in Operand argument, CallSite site, out int serial, out (int Year, int Month, int Day) date, out Operand failure)
    {
        (serial, date) = (0, default);
        if (!argument.TryNumber(site, out var number, out failure)) return false;
        var from1904 = site.DateSystem == DateSystem.From1904;
        if (number >= 0 && number < DateSerial.Last(from1904) + 1.0)
        {
            serial = (int)Math.Floor(number);
            if (DateSerial.TryDate(serial, from1904, out date)) return true;
        }
        failure = ErrorKind.Num;
        return false;
    }

    /// <summary>The number of a day that some months and days lie away from the first of a month; #NUM! for no day.</summary>
    public static Operand Day(int year, double months, double days, CallSite site)
    {
        var from1904 = site.DateSystem == DateSystem.From1904;
        var month = year * 12.0 + months;
        var y = Math.Floor(month / 12);
        if (y < 1899 || y > 9999) return ErrorKind.Num;
        // December of 1899 has no numbers, but days counted from it may.
        var first = -30;
        if (y >= 1900 && !DateSerial.TryOf((int)y, (int)(month - y * 12) + 1, 1, from1904, out first)) return ErrorKind.Num;
        var serial = first + days;
        return serial >= 0 && serial <= DateSerial.Last(from1904) ? serial : ErrorKind.Num;
    }

    /// <summary>How many days a month has; February of 1900 has 29 where days count from 1900.</summary>
    public static int DaysInMonth(int year, int month, CallSite site) =>
        (year, month) == (1900, 2) && site.DateSystem == DateSystem.From1900 ? 29 : DateTime.DaysInMonth(year, month);

    /// <summary>The day of the week, from 0 for Sunday, as Excel counts: day 1 of 1900 is a Sunday for it.</summary>
    public static int Weekday(int serial, CallSite site) => (serial + (site.DateSystem == DateSystem.From1904 ? 5 : 6)) % 7;
}
