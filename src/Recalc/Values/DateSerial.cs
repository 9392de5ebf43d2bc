namespace Recalc.Values;

/// <summary>
/// Days as numbers. In the 1900 system day 1 is 1 January 1900 and day 60 is 29 February 1900, which never was (Lotus 1-2-3 had it so, and
/// files hold such days); day 0 shows as 0 January 1900. In the 1904 system day 0 is 1 January 1904.
/// </summary>
internal static class DateSerial
{
    private const int FirstYear1900 = 1900;
    private const int FirstYear1904 = 1904;
    private const int LastYear = 9999;
    private const int LeapDayThatNeverWas = 60;

    private static readonly int Epoch1900 = new DateOnly(1899, 12, 31).DayNumber;
    private static readonly int Epoch1904 = new DateOnly(1904, 1, 1).DayNumber;

    /// <summary>The last day: 31 December 9999.</summary>
    public static int Last(bool from1904) => from1904 ? 2_957_003 : 2_958_465;

    /// <summary>The number of a day of the calendar; false when there is no such day, or it has no number.</summary>
    public static bool TryOf(int year, int month, int day, bool from1904, out int serial)
    {
        serial = 0;
        if (year < (from1904 ? FirstYear1904 : FirstYear1900) || year > LastYear || month is < 1 or > 12 || day < 1) return false;
        if (!from1904 && (year, month, day) == (1900, 2, 29))
        {
            serial = LeapDayThatNeverWas;
            return true;
        }
        if (day > DateTime.DaysInMonth(year, month)) return false;
        serial = new DateOnly(year, month, day).DayNumber - (from1904 ? Epoch1904 : Epoch1900);
        if (!from1904 && serial >= LeapDayThatNeverWas) serial++;
        return true;
    }

    /// <summary>The day of the calendar that a number stands for; false for numbers of no day.</summary>
    public static bool TryDate(int serial, bool from1904, out (int Year, int Month, int Day) date)
    {
        date = default;
        if (serial < 0 || serial > Last(from1904)) return false;
        if (!from1904 && serial is 0 or LeapDayThatNeverWas)
        {
            date = serial == 0 ? (1900, 1, 0) : (1900, 2, 29);
            return true;
        }
        var epoch = from1904 ? Epoch1904 : serial > LeapDayThatNeverWas ? Epoch1900 - 1 : Epoch1900;
        var day = DateOnly.FromDayNumber(epoch + serial);
        date = (day.Year, day.Month, day.Day);
        return true;
    }
}
