namespace Recalc.Values;

/// <summary>Writes a day and time by a section of dates, in the names of en-US. Times are rounded to what the section shows of a second.</summary>
internal static class DateRenderer
{
    private const int SecondsPerDay = 86_400;
    private const int BuddhistEra = 543;

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>Writes a number; false for one of no day.</summary>
    public static bool TryWrite(FormatPattern pattern, double serial, bool from1904, ref TextBuffer text)
    {
        if (serial < 0 || serial >= DateSerial.Last(from1904) + 1.0) return false;
        var (places, hasMeridiem) = (0, false);
        foreach (var token in pattern.Tokens)
        {
            if (token.Kind == FormatTokenKind.SecondFraction) places = Math.Min(token.Text.Length, 6);
            hasMeridiem |= token.Kind == FormatTokenKind.Meridiem;
        }
        var unit = (long)Math.Pow(10, places);
        var day = (long)Math.Floor(serial);
        var ticks = (long)Math.Round((serial - day) * SecondsPerDay * unit, MidpointRounding.AwayFromZero);
        if (ticks == SecondsPerDay * unit) (day, ticks) = (day + 1, 0);
        if (!DateSerial.TryDate((int)day, from1904, out var date)) return false;
        var weekday = (int)(day + (from1904 ? 5 : 6)) % 7;
        var second = ticks / unit;
        foreach (var token in pattern.Tokens)
        {
            if (token.Kind is >= FormatTokenKind.Year and <= FormatTokenKind.Day) WriteDate(token, date, weekday, ref text);
            else if (token.Kind == FormatTokenKind.SecondFraction) WriteFraction(ticks % unit, places, token.Text.Length, ref text);
            else WriteTime(token, day, second, hasMeridiem, ref text);
        }
        return true;
    }

    private static void WriteDate(FormatToken token, (int Year, int Month, int Day) date, int weekday, ref TextBuffer text)
    {
        var length = token.Text.Length;
        switch (token.Kind)
        {
            case FormatTokenKind.Year or FormatTokenKind.BuddhistYear:
                var year = date.Year + (token.Kind == FormatTokenKind.Year ? 0 : BuddhistEra);
                text.AddNumber(length <= 2 ? year % 100 : year, length <= 2 ? 2 : 4);
                break;
            case FormatTokenKind.Month when length > 2:
                text.Add(Name(Months[date.Month - 1], length));
                break;
            case FormatTokenKind.Month:
                text.AddNumber(date.Month, length);
                break;
            case FormatTokenKind.Day when length > 2:
                text.Add(Name(Days[weekday], length == 3 ? 3 : 4));
                break;
            default:
                // Day 0 of 1900 is shown as 0.
                text.AddNumber(date.Day, Math.Max(length, 1));
                break;
        }
    }

    // Three letters, the whole name, or with five letters in the format the first.
    private static ReadOnlySpan<char> Name(string name, int length) => length switch { 3 => name.AsSpan(0, 3), 5 => name.AsSpan(0, 1), _ => name };

    private static void WriteTime(FormatToken token, long day, long second, bool hasMeridiem, ref TextBuffer text)
    {
        var length = token.Text.Length;
        var hour = second / 3600;
        switch (token.Kind)
        {
            case FormatTokenKind.Hour:
                text.AddNumber(hasMeridiem ? (hour + 11) % 12 + 1 : hour, length);
                break;
            case FormatTokenKind.Minute:
                text.AddNumber(second / 60 % 60, length);
                break;
            case FormatTokenKind.Second:
                text.AddNumber(second % 60, length);
                break;
            case FormatTokenKind.ElapsedHours:
                text.AddNumber(day * 24 + hour, length);
                break;
            case FormatTokenKind.ElapsedMinutes:
                text.AddNumber((day * SecondsPerDay + second) / 60, length);
                break;
            case FormatTokenKind.ElapsedSeconds:
                text.AddNumber(day * SecondsPerDay + second, length);
                break;
            case FormatTokenKind.Meridiem:
                WriteMeridiem(token.Text, hour >= 12, ref text);
                break;
            default:
                text.Add(token.Text);
                break;
        }
    }

    private static void WriteFraction(long ticks, int places, int length, ref TextBuffer text)
    {
        text.Add('.');
        text.AddNumber(ticks, places);
        text.Add('0', length - places);
    }

    private static void WriteMeridiem(string written, bool afternoon, ref TextBuffer text)
    {
        if (written.Length > 3) text.Add(afternoon ? "PM" : "AM");
        else text.Add(written[afternoon ? 2 : 0]);
    }
}
