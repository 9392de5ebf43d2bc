namespace Recalc.Values;

/// <summary>What the symbols of one section say together. <c>m</c> is a minute behind an hour or before a second, else a month.</summary>
internal struct NumberFormatSymbols
{
    private bool _general, _digits, _slash, _fraction, _percent, _currency, _exponent, _date, _time, _text;

    // An m that may yet turn out to be a minute, and the last letter of a date or time.
    private bool _month;
    private char _last;

    /// <summary>What the symbols so far make of a number.</summary>
    public readonly NumberFormatKind Kind
    {
        get
        {
            if (_general) return NumberFormatKind.General;
            var date = _date || _month;
            if (date) return _time ? NumberFormatKind.DateTime : NumberFormatKind.Date;
            if (_time) return NumberFormatKind.Time;
            if (_text && !_digits) return NumberFormatKind.Text;
            if (_percent) return NumberFormatKind.Percent;
            if (_exponent) return NumberFormatKind.Scientific;
            if (_fraction) return NumberFormatKind.Fraction;
            return _currency && _digits ? NumberFormatKind.Currency : NumberFormatKind.Number;
        }
    }

    /// <summary>Takes the symbol at the start of <paramref name="code"/> and returns its length.</summary>
    /// <param name="code">The section from the symbol on.</param>
    /// <param name="length">The length that the symbol has as a literal or single character.</param>
    public int Add(ReadOnlySpan<char> code, int length)
    {
        var c = char.ToLowerInvariant(code[0]);
        switch (c)
        {
            case '[':
                AddBracket(code[1..(length - 1)]);
                return length;
            case '"' or '\\':
                _currency |= IsCurrency(code[1..(c == '"' ? length - 1 : length)].Trim(' '));
                return length;
            case '_' or '*':
                return length;
            case 'g' or 'a':
                return AddWord(code);
            case 'e':
                return AddExponent(code);
            case 'y' or 'm' or 'd' or 'h' or 's' or 'b':
                var run = RunOf(code);
                AddLetter(c, run);
                return run;
            default:
                AddCharacter(c);
                return length;
        }
    }

    private void AddCharacter(char c)
    {
        switch (c)
        {
            case '0' or '#' or '?':
                _digits = true;
                _fraction |= _slash;
                break;
            case >= '1' and <= '9':
                _fraction |= _slash;
                break;
            case '/':
                _slash = _digits;
                break;
            case '%':
                _percent = true;
                break;
            case '@':
                _text = true;
                break;
            default:
                _currency |= IsCurrency([c]);
                break;
        }
    }

    // [h] counts on past a day; [$€-407] is a currency, [$-409] a locale alone; colours and conditions say nothing of the kind.
    private void AddBracket(ReadOnlySpan<char> content)
    {
        if (content.Length == 0) return;
        var c = char.ToLowerInvariant(content[0]);
        if (c is 'h' or 'm' or 's' && RunOf(content) == content.Length)
        {
            _time = true;
            _last = c;
        }
        else if (c == '$')
        {
            _currency |= content.Length > 1 && content[1] != '-';
        }
    }

    private int AddWord(ReadOnlySpan<char> code)
    {
        if (StartsWith(code, "General"))
        {
            _general = true;
            return "General".Length;
        }
        foreach (var marker in (ReadOnlySpan<string>)["AM/PM", "A/P"])
        {
            if (!StartsWith(code, marker)) continue;
            _time = true;
            return marker.Length;
        }
        // g, gg, ggg: the era of a Japanese date.
        var run = RunOf(code);
        if (code[0] is 'g' or 'G') AddLetter('g', run);
        return run;
    }

    private int AddExponent(ReadOnlySpan<char> code)
    {
        if (_digits && code.Length > 1 && code[1] is '+' or '-')
        {
            _exponent = true;
            return 2;
        }
        // Without digits e is the year of an era.
        var run = RunOf(code);
        AddLetter('e', run);
        return run;
    }

    private void AddLetter(char c, int run)
    {
        if (c == 'm' && run <= 2)
        {
            if (_last == 'h') _time = true;
            else _month = true;
            _last = _month ? 'm' : '\0';
            return;
        }
        if (c == 's' && _month && _last == 'm') (_month, _time) = (false, true);
        if (_month) (_month, _date) = (false, true);
        if (c is 'h' or 's') _time = true;
        else _date = true;
        _last = c;
    }

    private static int RunOf(ReadOnlySpan<char> code)
    {
        var run = 1;
        while (run < code.Length && char.ToLowerInvariant(code[run]) == char.ToLowerInvariant(code[0])) run++;
        return run;
    }

    private static bool StartsWith(ReadOnlySpan<char> code, ReadOnlySpan<char> word) =>
        code.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsCurrency(ReadOnlySpan<char> text) =>
        text.Length == 1 && char.GetUnicodeCategory(text[0]) == System.Globalization.UnicodeCategory.CurrencySymbol;
}
