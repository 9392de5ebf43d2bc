namespace Recalc.Values;

/// <summary>
/// Reads text as a date, a time, or both, by the rules of en-US: <c>1/31/2024</c>, <c>2024-01-31</c>, <c>31-Jan-24</c>,
/// <c>January 31, 2024</c>, <c>12:30</c>, <c>8:05:30.5 PM</c>. Years 00 to 29 are 2000 to 2029, years 30 to 99 are 1930 to 1999.
/// </summary>
internal ref struct TextDate
{
    private const int FirstYearOf1900s = 30;
    private const int LongestNumber = 4;
    private const double SecondsPerDay = 86400;

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private readonly ReadOnlySpan<char> _text;
    private readonly TextConversion _conversion;
    private int _at;

    private TextDate(ReadOnlySpan<char> text, TextConversion conversion)
    {
        _text = text;
        _conversion = conversion;
    }

    /// <summary>
    /// The serial number that the whole text stands for, days before the point and the time behind it; false when it is none.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, TextConversion conversion, out double serial)
    {
        var isDate = TryParse(text, conversion, out var day, out var time);
        serial = isDate ? day + time : 0;
        return isDate;
    }

    /// <summary>The day and the time, which may be longer than a day, that the whole text stands for; false when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, TextConversion conversion, out int day, out double time)
    {
        text = text.Trim(' ');
        return new TextDate(text, conversion).TryDateThenTime(out day, out time)
            || new TextDate(text, conversion).TryTimeThenDate(out day, out time);
    }

    private bool TryDateThenTime(out int day, out double time)
    {
        time = 0;
        SkipWeekday();
        if (!TryReadDate(out day)) return false;
        if (_at == _text.Length) return true;
        return TakeSpaces() && TryReadTime(out time) && _at == _text.Length;
    }

    private bool TryTimeThenDate(out int day, out double time)
    {
        day = 0;
        if (!TryReadTime(out time)) return false;
        if (_at == _text.Length) return true;
        return TakeSpaces() && TryReadDate(out day) && _at == _text.Length;
    }

    // Wednesday, December 3, 2014: which day of the week it says does not matter.
    private void SkipWeekday()
    {
        var end = _at;
        var word = ReadWord();
        foreach (var name in Weekdays)
        {
            if (!Is(word, name) && !Is(word, name.AsSpan(0, 3))) continue;
            if (_at < _text.Length && _text[_at] == ',') _at++;
            if (TakeSpaces()) return;
        }
        _at = end;
    }

    private bool TryReadDate(out int serial)
    {
        serial = 0;
        if (TryReadMonth(out var month)) return TryReadAfterMonth(month, out serial);
        if (!TryReadNumber(out var first, out var digits)) return false;
        var separator = ReadSeparator();
        if (TryReadMonth(out month)) return TryReadDayMonth(first, digits, month, separator, out serial);
        return separator is '/' or '-' && TryReadNumbers(first, digits, separator, out serial);
    }

    // 1/31/2024, 2024-1-31, 1/2024, 1/31.
    private bool TryReadNumbers(int first, int firstDigits, char separator, out int serial)
    {
        serial = 0;
        if (!TryReadNumber(out var second, out var secondDigits)) return false;
        if (_at < _text.Length && _text[_at] == separator)
        {
            _at++;
            if (!TryReadNumber(out var third, out var thirdDigits)) return false;
            return firstDigits == LongestNumber
                ? thirdDigits < 3 && TryDay(first, firstDigits, second, third, out serial)
                : TryDay(third, thirdDigits, first, second, out serial);
        }
        if (firstDigits == LongestNumber) return secondDigits < 3 && TryDay(first, firstDigits, second, 1, out serial);
        return TryDayOrYear(first, second, secondDigits, out serial);
    }

    // 31-Jan-2024, 31 Jan 24, 31Jan2024, 31-Jan.
    private bool TryReadDayMonth(int day, int dayDigits, int month, char separator, out int serial)
    {
        serial = 0;
        if (dayDigits > 2) return false;
        var end = _at;
        if (ReadSeparator() == separator && TryReadNumber(out var year, out var digits) && !AtTime())
        {
            return TryDay(year, digits, month, day, out serial);
        }
        _at = end;
        return TryDay(_conversion.CurrentYear, LongestNumber, month, day, out serial);
    }

    // January 31, 2024; Jan 31 2024; Jan-31; MARCH1; Jan 2024; Jan-32.
    private bool TryReadAfterMonth(int month, out int serial)
    {
        serial = 0;
        ReadSeparator();
        if (!TryReadNumber(out var second, out var secondDigits)) return false;
        var end = _at;
        var comma = _at < _text.Length && _text[_at] == ',';
        if (comma) _at++;
        if ((TakeSpaces() || comma || ReadSeparator() != '\0') && TryReadNumber(out var year, out var digits) && !AtTime())
        {
            return secondDigits < 3 && TryDay(year, digits, month, second, out serial);
        }
        _at = end;
        return !comma && TryDayOrYear(month, second, secondDigits, out serial);
    }

    // What stands behind a month alone is a day of the current year when the month has such a day, else a year.
    private readonly bool TryDayOrYear(int month, int number, int digits, out int serial)
    {
        serial = 0;
        if (month is < 1 or > 12) return false;
        var isDay = digits < 3 && number >= 1 && number <= DateTime.DaysInMonth(YearOrLeapYear(_conversion.CurrentYear), month);
        return isDay
            ? TryDay(_conversion.CurrentYear, LongestNumber, month, number, out serial)
            : TryDay(number, digits, month, 1, out serial);
    }

    // Without a current year every month is as long as it can be.
    private static int YearOrLeapYear(int year) => year is >= 1 and <= 9999 ? year : 2000;

    private readonly bool TryDay(int year, int yearDigits, int month, int day, out int serial)
    {
        serial = 0;
        if (yearDigits == 3) return false;
        if (yearDigits < 3) year += year < FirstYearOf1900s ? 2000 : 1900;
        return DateSerial.TryOf(year, month, day, _conversion.From1904, out serial);
    }

    // 12:30, 12:30:45.5, 45:30.5 (minutes), 8 PM. Only what stands first may be larger than its clock.
    private bool TryReadTime(out double time)
    {
        time = 0;
        if (!TryReadNumber(out var hours, out _)) return false;
        var (minutes, seconds, colons) = (0, 0.0, 0);
        if (TakeColon())
        {
            colons++;
            if (!TryReadNumber(out minutes, out _) || minutes >= 60) return false;
            if (TakeColon())
            {
                colons++;
                if (!TryReadNumber(out var whole, out _) || whole >= 60) return false;
                seconds = whole;
            }
            if (TryReadFraction(out var fraction))
            {
                if (colons == 1) (hours, minutes, seconds) = (0, hours, minutes);
                seconds += fraction;
            }
        }
        if (!TryReadMeridiem(ref hours, out var marked) || (colons == 0 && !marked)) return false;
        time = (hours * 3600.0 + minutes * 60.0 + seconds) / SecondsPerDay;
        return true;
    }

    private bool TryReadFraction(out double fraction)
    {
        fraction = 0;
        if (_at + 1 >= _text.Length || _text[_at] != '.' || !char.IsAsciiDigit(_text[_at + 1])) return false;
        var scale = 0.1;
        for (_at++; _at < _text.Length && char.IsAsciiDigit(_text[_at]); _at++, scale /= 10) fraction += (_text[_at] - '0') * scale;
        return true;
    }

    // A space must stand before AM and PM, and the hour must be on their clock.
    private bool TryReadMeridiem(ref int hours, out bool marked)
    {
        marked = false;
        var end = _at;
        if (!TakeSpaces()) return true;
        var word = ReadWord();
        var noon = Is(word, "PM") || Is(word, "P");
        if (!noon && !Is(word, "AM") && !Is(word, "A"))
        {
            _at = end;
            return true;
        }
        if (hours > 12) return false;
        marked = true;
        hours = hours % 12 + (noon ? 12 : 0);
        return true;
    }

    private bool TryReadMonth(out int month)
    {
        var end = _at;
        var word = ReadWord();
        for (month = 1; month <= Months.Length; month++)
        {
            var name = Months[month - 1];
            if (Is(word, name) || Is(word, name.AsSpan(0, 3)) || (month == 9 && Is(word, "Sept"))) return true;
        }
        _at = end;
        return false;
    }

    private bool TryReadNumber(out int number, out int digits)
    {
        number = 0;
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]) && _at - start <= LongestNumber)
        {
            number = number * 10 + (_text[_at++] - '0');
        }
        digits = _at - start;
        return digits is > 0 and <= LongestNumber;
    }

    // What was read as a year may be the hour of a time: 3-Dec 11:11.
    private readonly bool AtTime() => _at < _text.Length && _text[_at] == ':';

    private ReadOnlySpan<char> ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at])) _at++;
        return _text[start.._at];
    }

    private char ReadSeparator()
    {
        if (TakeSpaces()) return ' ';
        return _at < _text.Length && _text[_at] is '/' or '-' ? _text[_at++] : '\0';
    }

    private bool TakeSpaces()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] == ' ') _at++;
        return _at > start;
    }

    private bool TakeColon()
    {
        if (!AtTime()) return false;
        _at++;
        return true;
    }

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}
