namespace Recalc.Values;

/// <summary>Moments as the numbers that cells hold: days, and the time as a part of one. To the millisecond.</summary>
internal static class DateWord
{
    /// <summary>The number of a moment; #NUM! before the first day of the system.</summary>
    public static CellWord Of(DateTime moment, DateSystem dates) =>
        DateSerial.TryOf(moment.Year, moment.Month, moment.Day, dates == DateSystem.From1904, out var serial)
            ? CellWord.FromNumber(serial + moment.TimeOfDay.TotalDays)
            : CellWord.FromError(ErrorKind.Num);

    /// <summary>The moment of a number; false for days that never were.</summary>
    public static bool TryRead(double number, DateSystem dates, out DateTime moment)
    {
        moment = default;
        if (!(number >= 0 && number < DateSerial.Last(dates == DateSystem.From1904) + 1.0)) return false;
        var milliseconds = (long)Math.Round((number - Math.Floor(number)) * TimeSpan.MillisecondsPerDay);
        if (!DateSerial.TryDate((int)number, dates == DateSystem.From1904, out var date)) return false;
        if (date.Day == 0 || date.Day > DateTime.DaysInMonth(date.Year, date.Month)) return false;
        if (date is (9999, 12, 31) && milliseconds == TimeSpan.MillisecondsPerDay) milliseconds--;
        moment = new DateTime(date.Year, date.Month, date.Day).AddMilliseconds(milliseconds);
        return true;
    }
}
