namespace Recalc.Functions.Engineering;

/// <summary>Which prefixes a unit takes.</summary>
internal enum UnitPrefixes : byte
{
    None,

    /// <summary>Powers of ten, as in <c>km</c>.</summary>
    Decimal,

    /// <summary>Powers of ten, squared: <c>km2</c> is a square of one kilometre.</summary>
    DecimalSquared,

    /// <summary>Powers of ten, cubed.</summary>
    DecimalCubed,

    /// <summary>Powers of ten, and powers of 1024, as in <c>kibyte</c>.</summary>
    DecimalAndBinary,
}
