namespace Recalc.Functions.Dates;

/// <summary>Dates and times as serial numbers.</summary>
internal static class DateDeclarations
{
    public static readonly DeclarationList Rows = new(FunctionFamily.DateTime)
    {
        { "NOW", "", 0, 0, "The date and time now.", FunctionPurity.Volatile },
        { "TODAY", "", 0, 0, "The date today.", FunctionPurity.Volatile },
        { "DATE", "vvv", 3, 3, "The date of a year, month and day." },
        { "TIME", "vvv", 3, 3, "The time of an hour, minute and second." },
        { "DATEVALUE", "v", 1, 1, "The date that a text spells." },
        { "TIMEVALUE", "v", 1, 1, "The time that a text spells." },
        { "YEAR", "v", 1, 1, "The year of a date." },
        { "MONTH", "v", 1, 1, "The month of a date." },
        { "DAY", "v", 1, 1, "The day of the month of a date." },
        { "HOUR", "v", 1, 1, "The hour of a time." },
        { "MINUTE", "v", 1, 1, "The minute of a time." },
        { "SECOND", "v", 1, 1, "The second of a time." },
        { "WEEKDAY", "vv", 1, 2, "The number of the day in its week." },
        { "WEEKNUM", "vv", 1, 2, "The number of the week in its year." },
        { "ISOWEEKNUM", "v", 1, 1, "The number of the week in its year, by ISO 8601." },
        { "EDATE", "vv", 2, 2, "The same day some months away." },
        { "EOMONTH", "vv", 2, 2, "The last day of the month some months away." },
        { "DATEDIF", "vvv", 3, 3, "The whole days, months or years between two dates." },
        { "DAYS", "vv", 2, 2, "The days between two dates." },
        { "DAYS360", "vvv", 2, 3, "The days between two dates in a year of 360." },
        { "YEARFRAC", "vvv", 2, 3, "The years between two dates, by a day count." },
        { "NETWORKDAYS", "vva", 2, 3, "The working days between two dates." },
        { "NETWORKDAYS.INTL", "vvva", 2, 4, "The working days between two dates, with chosen weekends." },
        { "WORKDAY", "vva", 2, 3, "The date some working days away." },
        { "WORKDAY.INTL", "vvva", 2, 4, "The date some working days away, with chosen weekends." },
    };
}
