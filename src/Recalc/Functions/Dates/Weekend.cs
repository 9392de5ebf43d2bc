using Recalc.Values;

namespace Recalc.Functions.Dates;

/// <summary>Which days of the week are no working days: a bit a day, from Monday. Immutable.</summary>
internal readonly struct Weekend
{
    private const int DaysOfWeek = 7;
    private const int LastPair = 7;
    private const int FirstSingle = 11;
    private const int LastSingle = 17;

    private readonly int _days;

    private Weekend(int days) => _days = days;

    /// <summary>Saturday and Sunday.</summary>
    public static Weekend Usual { get; } = new(0b1100000);

    /// <summary>True when there are no working days.</summary>
    public bool IsWholeWeek => _days == (1 << DaysOfWeek) - 1;

    /// <summary>True for a day of the week, from 0 for Monday, that is no working day.</summary>
    public bool Has(int day) => (_days >> day & 1) != 0;

    /// <summary>Reads a number (1 to 7 for two days, 11 to 17 for one) or a text of seven digits, 1 for days off, from Monday.</summary>
    public static bool TryRead(in Operand argument, CallSite site, out Weekend weekend, out Operand failure)
    {
        weekend = Usual;
        if (argument.Object is string text)
        {
            failure = ErrorKind.Value;
            return TryRead(text, out weekend);
        }
        if (!argument.TryTruncated(site, out var number, out failure)) return false;
        failure = ErrorKind.Num;
        // 1 is Saturday and Sunday, 2 Sunday and Monday; 11 is Sunday alone.
        if (number is >= 1 and <= LastPair) weekend = new(1 << (number + 4) % DaysOfWeek | 1 << (number + 5) % DaysOfWeek);
        else if (number is >= FirstSingle and <= LastSingle) weekend = new(1 << (number - FirstSingle + 6) % DaysOfWeek);
        else return false;
        return true;
    }

    private static bool TryRead(string text, out Weekend weekend)
    {
        weekend = default;
        if (text.Length != DaysOfWeek || text.AsSpan().ContainsAnyExcept('0', '1')) return false;
        var days = 0;
        for (var day = 0; day < DaysOfWeek; day++) days |= (text[day] - '0') << day;
        weekend = new(days);
        return true;
    }
}
