using System.Globalization;
using System.Text.RegularExpressions;
using Recalc.Values;

namespace Recalc.Reference;

/// <summary>What operators and arguments make of single values.</summary>
internal static partial class Convert
{
    private const int Digits = 15;
    private const int LongestPlain = 20;

    private static readonly string[] Dates =
    [
        "M/d/yyyy", "M/d/yy", "yyyy/M/d", "yyyy-M-d", "M-d-yyyy", "M-d-yy", "yyyy-M", "yyyy/M", "M-yyyy", "M/yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d MMMM yyyy", "MMM-yyyy", "MMM yyyy", "MMMM yyyy",
    ];

    private static readonly DateTimeFormatInfo Calendar = new() { Calendar = new GregorianCalendar { TwoDigitYearMax = 2029 } };

    // What cannot be a day of a month is its year.
    private static readonly string[] Months = ["M-yy", "M/yy", "MMM-yy", "MMM yy"];

    private static readonly string[] Times = ["H:m", "H:m:s", "H:m:s.FFF", "h:m tt", "h:m:s tt", "h tt"];

    /// <summary>Blank is 0, TRUE is 1, text is the number, date or time that it spells; an error stays what it is.</summary>
    public static double ToNumber(CellValue value) => value.Kind switch
    {
        CellValueKind.Number => value.AsNumber(),
        CellValueKind.Blank => 0,
        CellValueKind.Logical => value.AsLogical() ? 1 : 0,
        CellValueKind.Error => throw new FormulaError(value.AsError()),
        _ => TryParse(value.AsText(), out var number) ? number : throw new FormulaError(ErrorKind.Value),
    };

    /// <summary>The number without what stands behind the point, in the range of int.</summary>
    public static int ToInteger(CellValue value) => (int)Math.Clamp(Math.Floor(ToNumber(value)), int.MinValue, int.MaxValue);

    /// <summary>Blank and 0 are FALSE, other numbers TRUE; of texts only TRUE and FALSE are logicals.</summary>
    public static bool ToLogical(CellValue value) => value.Kind switch
    {
        CellValueKind.Text => bool.TryParse(value.AsText(), out var logical) && value.AsText().Length == (logical ? 4 : 5) ? logical : throw new FormulaError(ErrorKind.Value),
        _ => ToNumber(value) != 0,
    };

    public static string ToText(CellValue value) => value.Kind switch
    {
        CellValueKind.Number => ToText(value.AsNumber()),
        CellValueKind.Error => throw new FormulaError(value.AsError()),
        _ => value.ToString(),
    };

    // Fifteen digits, plain where that takes at most 20 characters, else with an exponent; three places of exponent leave 14 digits.
    private static string ToText(double number)
    {
        if (number == 0 || !double.IsNormal(number)) return "0";
        var sign = number < 0 ? "-" : "";
        var (digits, exponent) = Split(number, Digits);
        if (Math.Abs(exponent) >= 99) (digits, exponent) = Split(number, Digits - 1);
        digits = digits.TrimEnd('0');
        if (exponent >= LongestPlain || (exponent < 0 && 1 - exponent + digits.Length > LongestPlain))
            return $"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}E{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        digits = digits.PadRight(exponent + 1, '0');
        return sign + (digits.Length == exponent + 1 ? digits : digits.Insert(exponent + 1, "."));
    }

    /// <summary>The first decimal digits of a number (0 for 0), rounded, and the power of ten of the first.</summary>
    public static (string Digits, int Exponent) Split(double number, int count)
    {
        var text = Math.Abs(number).ToString($"E{count - 1}", CultureInfo.InvariantCulture);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        return (text[..at].Replace(".", "", StringComparison.Ordinal), int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    /// <summary>The number of 15 digits that Excel looks at when it compares.</summary>
    public static double Round15(double number) => double.Parse(number.ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Reads digits, point and exponent. Digits after the fifteenth count as zeros.</summary>
    public static bool TryParseNumber(string text, out double number)
    {
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)) return false;
        var significant = 0;
        var cut = string.Concat(text.Split('e', 'E')[0].Select(c => c == '.' || (significant += significant > 0 || c != '0' ? 1 : 0) <= Digits ? c : '0'));
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        number = double.Parse(exponent < 0 ? cut : cut + text[exponent..], CultureInfo.InvariantCulture);
        return double.IsFinite(number);
    }

    /// <summary>Reads text as a number: 1,234.5 and $5, (5), 12%, 1 1/2, dates and times.</summary>
    public static bool TryParse(string text, out double number)
    {
        var hasSpaces = text != (text = text.Trim(' '));
        var match = Decorated().Match(text);
        if (match.Success && match.Groups["open"].Success == match.Groups["close"].Success
            && TryParseNumber(match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal), out number))
        {
            if (match.Groups["percent"].Success) number /= 100;
            if (match.Groups["minus"].Success || match.Groups["open"].Success) number = -number;
            return true;
        }
        match = Fraction().Match(text);
        number = 0;
        if (!match.Success) return !hasSpaces && TryParseDate(text, out number);      // round a date no space may stand
        double Part(string name) => double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        if (Part("below") == 0) return false;
        number = (Part("whole") + Part("above") / Part("below")) * (match.Groups["minus"].Success ? -1 : 1);
        return true;
    }

    private static bool TryParseDate(string text, out double number)
    {
        var styles = DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AllowWhiteSpaces;
        number = 0;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, styles, out var time)) number = time.TimeOfDay.TotalDays;
        else if (DateTime.TryParseExact(text, Dates, Calendar, styles, out var date)) number = ToSerial(date);
        else if (DateTime.TryParseExact(text, Months, Calendar, styles, out date) && !IsDay(date.Year % 100, date.Month)) number = ToSerial(date);
        else if (space > 0 && DateTime.TryParseExact(text[..space], Dates, Calendar, styles, out date)
            && DateTime.TryParseExact(text[space..], Times, CultureInfo.InvariantCulture, styles, out time)) number = ToSerial(date) + time.TimeOfDay.TotalDays;
        else return false;
        return number >= 0;
    }

    private static bool IsDay(int number, int month) => number > 0 && number <= DateTime.DaysInMonth(2000, month);

    /// <summary>Days since 1900-01-00; 60 is 1900-02-29, which never was.</summary>
    public static double ToSerial(DateTime date)
    {
        var days = (date - new DateTime(1899, 12, 31)).TotalDays;
        return days < 60 ? days : days + 1;
    }

    [GeneratedRegex(@"^(?<open>\()?(?:\+|(?<minus>-))? *\$? *(?:(?<!-[ $]*)(?<minus>-))?(?<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?) *(?<percent>%)? *(?<close>\))?$")]
    private static partial Regex Decorated();

    [GeneratedRegex(@"^(?<minus>-)?(?<whole>\d+) +(?<above>\d{1,5})/(?<below>\d{1,5})$")]
    private static partial Regex Fraction();
}
