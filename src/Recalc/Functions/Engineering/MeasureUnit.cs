namespace Recalc.Functions.Engineering;

/// <summary>
/// A unit of CONVERT: a measure x in it is <c>(x * 10^Exponent - Shift) * Factor</c> of its dimension's base unit. The power of ten is kept
/// apart so that what differs only by one is converted exactly. Immutable.
/// </summary>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">How many base units it has.</param>
/// <param name="Exponent">The power of ten that its prefix, or its definition, stands for.</param>
/// <param name="Shift">Where the base unit's zero lies; 0 but for temperatures.</param>
/// <param name="Prefixes">Which prefixes may stand before it.</param>
internal readonly record struct MeasureUnit(
    UnitDimension Dimension, double Factor, int Exponent = 0, double Shift = 0, UnitPrefixes Prefixes = UnitPrefixes.None)
{
    /// <summary>A measure of this unit in another of the same dimension.</summary>
    public double Convert(double measure, in MeasureUnit other)
    {
        // Temperatures whose zeros are equal, and all else.
        if (Shift == other.Shift) return Scale(measure * (Factor / other.Factor), Exponent - other.Exponent);
        return Scale((Scale(measure, Exponent) - Shift) * Factor / other.Factor + other.Shift, -other.Exponent);
    }

    // Positive powers of ten are exact, the others are not.
    private static double Scale(double number, int exponent) =>
        exponent >= 0 ? number * Math.Pow(10, exponent) : number / Math.Pow(10, -exponent);
}
