using System.Globalization;

namespace Recalc.Values;

/// <summary>
/// A number that is not negative, as decimal digits rounded to places behind the point: at most 15 of them, past which all are zeros.
/// </summary>
internal readonly ref struct DecimalDigits
{
    private readonly Span<char> _digits;
    private readonly int _exponent;
    private readonly int _count;

    /// <summary>Rounds a number; <paramref name="room"/> holds <see cref="SignificantDigits.MaxLength"/> characters.</summary>
    public DecimalDigits(Span<char> room, double magnitude, int places)
    {
        var length = SignificantDigits.Write(room, DecimalRounding.Round(magnitude, places));
        _exponent = int.Parse(room[(room.IndexOf('E') + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        room[2..(SignificantDigits.Count + 1)].CopyTo(room[1..]);
        _digits = room[..SignificantDigits.Count];
        for (_count = SignificantDigits.Count; _count > 0 && _digits[_count - 1] == '0';) _count--;
    }

    /// <summary>How many digits stand before the point; 0 for numbers below 1.</summary>
    public int Whole => _count == 0 ? 0 : Math.Max(0, _exponent + 1);

    /// <summary>How many digits stand behind the point, zeros at the end aside.</summary>
    public int Fraction => Math.Max(0, _count - _exponent - 1);

    /// <summary>The digit that counts so many powers of ten.</summary>
    public char this[int power] => _exponent - power is >= 0 and var index && index < _count ? _digits[index] : '0';
}
