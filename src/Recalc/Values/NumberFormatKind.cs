namespace Recalc.Values;

/// <summary>What a number format shows a number as.</summary>
public enum NumberFormatKind
{
    /// <summary><c>General</c>: as many digits as fit.</summary>
    General,

    /// <summary>A decimal number, such as <c>#,##0.00</c>; also a format that shows only its own text.</summary>
    Number,

    /// <summary>A percentage, such as <c>0%</c>.</summary>
    Percent,

    /// <summary>An amount of money: a number beside a currency symbol, such as <c>$#,##0</c> or <c>#,##0 [$€-407]</c>.</summary>
    Currency,

    /// <summary>A number with a power of ten, such as <c>0.00E+00</c>.</summary>
    Scientific,

    /// <summary>A fraction, such as <c># ?/?</c>.</summary>
    Fraction,

    /// <summary>A date, such as <c>yyyy-mm-dd</c>.</summary>
    Date,

    /// <summary>A time of day or a duration, such as <c>h:mm</c> or <c>[h]:mm:ss</c>.</summary>
    Time,

    /// <summary>A date with a time, such as <c>m/d/yy h:mm</c>.</summary>
    DateTime,

    /// <summary>Text as it is: <c>@</c>.</summary>
    Text,
}
