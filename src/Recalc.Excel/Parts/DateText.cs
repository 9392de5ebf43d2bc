using System.Globalization;
using Recalc.Values;

namespace Recalc.Excel.Parts;

/// <summary>Reads the dates of strict files (ISO 8601, <c>t="d"</c>) as serial numbers.</summary>
internal static class DateText
{
    private const int FictitiousLeapDay = 60;

    // Which zone a time is meant for is not a cell's business: its digits are what Excel shows.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd", "yyyy-MM-dd'Z'",
    ];

    private static readonly string[] TimeFormats =
        ["HH:mm:ss.FFFFFFF", "HH:mm:ss.FFFFFFF'Z'", "HH:mm:ss", "HH:mm:ss'Z'", "HH:mm", "HH:mm'Z'"];

    public static bool TryParse(ReadOnlySpan<char> text, DateSystem system, out double serial)
    {
        text = text.Trim();
        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            serial = Serial(moment, system);
            return true;
        }
        var isTime = TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        serial = isTime ? time.Ticks / (double)TimeSpan.TicksPerDay : 0;
        return isTime;
    }

    private static double Serial(DateTime moment, DateSystem system)
    {
        if (system == DateSystem.From1904) return Days(moment, new DateTime(1904, 1, 1));
        var days = Days(moment, new DateTime(1899, 12, 30));
        // Before the leap day that 1900 did not have, serial numbers are one less: 1 January 1900 is 1.
        return days >= 1 && days < FictitiousLeapDay + 1 ? days - 1 : days;
    }

    private static double Days(DateTime moment, DateTime epoch) => (moment - epoch).Ticks / (double)TimeSpan.TicksPerDay;
}
