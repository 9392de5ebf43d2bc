using System.Globalization;

namespace Recalc.Values;

/// <summary>
/// Reads text as the number that Excel takes it for, by the rules of en-US: <c>1,234.5</c>, <c>-$5</c>, <c>(5)</c>, <c>12%</c>,
/// <c>1E3</c>, <c>1 1/2</c>, and the dates and times of <see cref="TextDate"/>. Digits past the fifteenth count as zeros.
/// </summary>
internal ref struct TextNumber
{
    private const double Largest = 9.99999999999999E307;
    private const double SmallestNormal = 2.2250738585072014E-308;
    private const int GroupLength = 3;
    private const int LongestFractionPart = 5;
    private const int ExponentLimit = 100_000;

    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private TextNumber(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The number that the whole text stands for; false when it stands for none, or for one that no cell can hold.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, TextConversion conversion, out double number)
    {
        if (TryParsePlain(text, out number)) return true;
        // Spaces may stand round a number, but not round a date.
        return text is not [' ', ..] and not [.., ' '] && TextDate.TryParse(text, conversion, out number);
    }

    /// <summary>As <see cref="TryParse"/>, without dates and times.</summary>
    public static bool TryParsePlain(ReadOnlySpan<char> text, out double number) => new TextNumber(text.Trim(' ')).TryReadAll(out number);

    private bool TryReadAll(out double number)
    {
        number = 0;
        var parenthesis = Take('(');
        var (negative, signed, currency, percent) = ReadPrefix();
        if (parenthesis && signed) return false;
        if (!TryReadMagnitude(currency || percent, out var magnitude)) return false;
        SkipSpaces();
        if (Take('%'))
        {
            if (percent || currency) return false;
            percent = true;
            SkipSpaces();
        }
        if (parenthesis && !Take(')')) return false;
        if (_at < _text.Length) return false;
        if (percent) magnitude /= 100;
        if (magnitude > Largest) return false;
        if (magnitude < SmallestNormal) magnitude = 0;
        number = negative || parenthesis ? -magnitude : magnitude;
        return true;
    }

    // One sign and one of $ and %, in either order, with spaces between.
    private (bool Negative, bool Signed, bool Currency, bool Percent) ReadPrefix()
    {
        var (negative, signed, currency, percent) = (false, false, false, false);
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c is '-' or '+' && !signed) (negative, signed) = (c == '-', true);
            else if (c == '$' && !currency && !percent) currency = true;
            else if (c == '%' && !currency && !percent) percent = true;
            else if (c != ' ') break;
            _at++;
        }
        return (negative, signed, currency, percent);
    }

    private bool TryReadMagnitude(bool decorated, out double magnitude)
    {
        var start = _at;
        if (!decorated && TryReadFraction(out magnitude)) return true;
        _at = start;
        return TryReadDecimal(out magnitude);
    }

    // 1 1/2, 0 3/4: the whole part must be there, for 1/2 alone is a date.
    private bool TryReadFraction(out double magnitude)
    {
        magnitude = 0;
        if (!TryReadDigits(int.MaxValue, out var whole) || !Take(' ')) return false;
        SkipSpaces();
        if (!TryReadDigits(LongestFractionPart, out var numerator) || !Take('/')) return false;
        if (!TryReadDigits(LongestFractionPart, out var denominator) || denominator == 0) return false;
        magnitude = whole + numerator / denominator;
        return true;
    }

    private bool TryReadDigits(int longest, out double value)
    {
        value = 0;
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) value = value * 10 + (_text[_at++] - '0');
        return _at > start && _at - start <= longest && value <= 1e15;
    }

    private bool TryReadDecimal(out double magnitude)
    {
        magnitude = 0;
        var digits = new DigitCollector();
        if (!TryReadWhole(ref digits)) return false;
        if (Take('.'))
        {
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) digits.AddFraction(_text[_at++]);
        }
        if (!digits.Any || !TryReadExponent(out var exponent)) return false;
        magnitude = digits.Value(exponent);
        return double.IsFinite(magnitude);
    }

    // Digits; once there is a comma, every group after it has three.
    private bool TryReadWhole(ref DigitCollector digits)
    {
        var (group, grouped) = (0, false);
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (char.IsAsciiDigit(c))
            {
                digits.AddWhole(c);
                group++;
                continue;
            }
            if (c != ',') break;
            if (group == 0 || (grouped && group != GroupLength)) return false;
            (group, grouped) = (0, true);
        }
        return !grouped || group == GroupLength;
    }

    private bool TryReadExponent(out int exponent)
    {
        exponent = 0;
        if (!Take('E') && !Take('e')) return true;
        var negative = Take('-');
        if (!negative) Take('+');
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            exponent = Math.Min(exponent * 10 + (_text[_at++] - '0'), ExponentLimit);
        }
        if (negative) exponent = -exponent;
        return _at > start;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] == ' ') _at++;
    }

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c) return false;
        _at++;
        return true;
    }

    /// <summary>Keeps the first fifteen significant digits of any number of them, and where the point stands.</summary>
    private struct DigitCollector
    {
        private const int PowerLimit = 9999;

        private ulong _digits;
        private int _count;
        private int _shift;

        public bool Any { get; private set; }

        public void AddWhole(char digit)
        {
            if (!TryKeep(digit)) _shift++;
        }

        public void AddFraction(char digit)
        {
            if (TryKeep(digit)) _shift--;
        }

        // By way of text, for only that is rounded once.
        public readonly double Value(int exponent)
        {
            var power = Math.Clamp(_shift + exponent, -PowerLimit, PowerLimit);
            Span<char> text = stackalloc char[32];
            text.TryWrite(CultureInfo.InvariantCulture, $"{_digits}E{power}", out var length);
            return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        // Zeros at the front are no significant digits, but behind the point they move it.
        private bool TryKeep(char digit)
        {
            Any = true;
            if (_count == SignificantDigits.Count) return false;
            _digits = _digits * 10 + (ulong)(digit - '0');
            if (_digits != 0) _count++;
            return true;
        }
    }
}
