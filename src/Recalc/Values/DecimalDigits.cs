using System.Globalization;

namespace Recalc.Values;

/// <summary>
/// A number that is not negative, as decimal digits rounded to places behind the point: at most 15 of them, past which all are zeros.
/// Immutable.
/// </summary>
internal readonly struct DecimalDigits
{
    // The digits as a whole number of 15 places, the power of ten of the first, and how many stand before zeros at the end.
    private readonly ulong _digits;
    private readonly int _exponent;
    private readonly int _count;

    /// <summary>Rounds a number.</summary>
    public DecimalDigits(double magnitude, int places)
    {
        Span<char> text = stackalloc char[SignificantDigits.MaxLength];
        var length = SignificantDigits.Write(text, DecimalRounding.Round(magnitude, places));
        _exponent = int.Parse(text[(text.IndexOf('E') + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        _digits = (ulong)(text[0] - '0');
        foreach (var digit in text[2..(SignificantDigits.Count + 1)]) _digits = _digits * 10 + (ulong)(digit - '0');
        _count = _digits == 0 ? 0 : SignificantDigits.Count;
        for (var rest = _digits; rest != 0 && rest % 10 == 0; rest /= 10) _count--;
    }

    /// <summary>How many digits stand before the point; 0 for numbers below 1.</summary>
    public int Whole => _count == 0 ? 0 : Math.Max(0, _exponent + 1);

    /// <summary>How many digits stand behind the point, zeros at the end aside.</summary>
    public int Fraction => Math.Max(0, _count - _exponent - 1);

    /// <summary>The digit that counts so many powers of ten.</summary>
    public char this[int power]
    {
        get
        {
            var index = _exponent - power;
            if (index < 0 || index >= _count) return '0';
            var rest = _digits;
            for (var i = SignificantDigits.Count - 1; i > index; i--) rest /= 10;
            return (char)('0' + rest % 10);
        }
    }
}
