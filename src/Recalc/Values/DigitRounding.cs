namespace Recalc.Values;

/// <summary>What becomes of the digits that rounding drops.</summary>
internal enum DigitRounding : byte
{
    /// <summary>Halves and more go away from zero.</summary>
    Nearest,

    /// <summary>They are gone.</summary>
    TowardZero,

    /// <summary>Anything at all goes away from zero.</summary>
    AwayFromZero,
}
