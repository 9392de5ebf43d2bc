namespace Recalc.Values;

/// <summary>Which day the serial number of a date counts from.</summary>
public enum DateSystem
{
    /// <summary>Serial 1 is 1 January 1900, and 1900 is held for a leap year, as Excel on Windows has it.</summary>
    From1900,

    /// <summary>Serial 0 is 1 January 1904, as Excel on the early Macintosh had it.</summary>
    From1904,
}
