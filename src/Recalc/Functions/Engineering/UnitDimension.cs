namespace Recalc.Functions.Engineering;

/// <summary>What a unit measures. Units of one dimension are converted to one another.</summary>
internal enum UnitDimension : byte
{
    Mass,
    Distance,
    Time,
    Pressure,
    Force,
    Energy,
    Power,
    Magnetism,
    Temperature,
    Volume,
    Area,
    Information,
    Speed,
}
