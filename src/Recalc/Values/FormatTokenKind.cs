namespace Recalc.Values;

/// <summary>What a piece of a number format writes.</summary>
internal enum FormatTokenKind : byte
{
    /// <summary>Its own text.</summary>
    Literal,

    /// <summary><c>0</c>, <c>#</c> or <c>?</c>: a digit, or a zero, nothing or a space where there is none.</summary>
    Digit,

    /// <summary>The decimal point.</summary>
    Point,

    /// <summary>A comma behind a digit: it parts thousands or divides by one, and writes nothing itself.</summary>
    Comma,

    /// <summary>A percent sign.</summary>
    Percent,

    /// <summary><c>E+</c> or <c>E-</c>, before the digits of a power of ten.</summary>
    Exponent,

    /// <summary>The bar of a fraction.</summary>
    Slash,

    /// <summary><c>General</c>: the number in as many digits as fit a cell.</summary>
    General,

    /// <summary><c>@</c>: the text.</summary>
    Text,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A year of the Buddhist era.</summary>
    BuddhistYear,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A day, or a day of the week when written three times or more.</summary>
    Day,

    /// <summary>An hour of the day.</summary>
    Hour,

    /// <summary>A minute of the hour.</summary>
    Minute,

    /// <summary>A second of the minute.</summary>
    Second,

    /// <summary>Places of a second behind its point.</summary>
    SecondFraction,

    /// <summary><c>AM/PM</c> or <c>A/P</c>.</summary>
    Meridiem,

    /// <summary><c>[h]</c>: all hours.</summary>
    ElapsedHours,

    /// <summary><c>[m]</c>: all minutes.</summary>
    ElapsedMinutes,

    /// <summary><c>[s]</c>: all seconds.</summary>
    ElapsedSeconds,
}
