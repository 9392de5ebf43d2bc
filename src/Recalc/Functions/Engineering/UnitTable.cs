using System.Collections.Frozen;

namespace Recalc.Functions.Engineering;

/// <summary>
/// The units and prefixes of CONVERT, by the spelling that Excel knows; upper and lower case differ. Immutable; thread-safe.
/// </summary>
internal static class UnitTable
{
    private const double Inch = 0.0254, Foot = 0.3048, Yard = 0.9144, Mile = 1609.344, NauticalMile = 1852;
    private const double Pound = 453.59237, Gravity = 9.80665, PoundForce = Pound / 1000 * Gravity;
    private const double LightYear = 9.4607304725808e15, Point = Inch / 72, Gallon = 231 * Inch * Inch * Inch, ImperialGallon = 0.00454609;
    private const double FootPound = PoundForce * Foot;

    private static readonly FrozenDictionary<string, MeasureUnit> Units = Rows().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, MeasureUnit>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Units.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds a unit, with or without a prefix. A spelling that is a unit by itself is that unit.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out MeasureUnit unit)
    {
        if (Lookup.TryGetValue(text, out unit)) return true;
        foreach (var (prefix, power) in BinaryPrefixes)
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal) || !Lookup.TryGetValue(text[prefix.Length..], out unit)) continue;
            if (unit.Prefixes != UnitPrefixes.DecimalAndBinary) continue;
            unit = unit with { Factor = unit.Factor * Math.ScaleB(1, power), Prefixes = UnitPrefixes.None };
            return true;
        }
        foreach (var (prefix, power) in DecimalPrefixes)
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal) || !Lookup.TryGetValue(text[prefix.Length..], out unit)) continue;
            if (unit.Prefixes == UnitPrefixes.None) continue;
            unit = unit with { Exponent = unit.Exponent + power * DimensionsOf(unit.Prefixes), Prefixes = UnitPrefixes.None };
            return true;
        }
        unit = default;
        return false;
    }

    private static int DimensionsOf(UnitPrefixes prefixes) => prefixes switch
    {
        UnitPrefixes.DecimalSquared => 2,
        UnitPrefixes.DecimalCubed => 3,
        _ => 1,
    };

    // A prefix, and the power of ten that it stands for.
    private static readonly (string Prefix, int Power)[] DecimalPrefixes =
    [
        ("Y", 24), ("Z", 21), ("E", 18), ("P", 15), ("T", 12), ("G", 9), ("M", 6), ("k", 3), ("h", 2), ("da", 1), ("e", 1),
        ("d", -1), ("c", -2), ("m", -3), ("u", -6), ("n", -9), ("p", -12), ("f", -15), ("a", -18), ("z", -21), ("y", -24),
    ];

    // A prefix, and the power of two that it stands for.
    private static readonly (string Prefix, int Power)[] BinaryPrefixes =
        [("Yi", 80), ("Zi", 70), ("Ei", 60), ("Pi", 50), ("Ti", 40), ("Gi", 30), ("Mi", 20), ("ki", 10)];

    private static Dictionary<string, MeasureUnit> Rows()
    {
        var units = new Dictionary<string, MeasureUnit>(StringComparer.Ordinal);
        AddMasses(units);
        AddLengths(units);
        AddTimes(units);
        AddForces(units);
        AddEnergies(units);
        AddTemperatures(units);
        AddVolumes(units);
        AddAreas(units);
        AddOthers(units);
        return units;
    }

    private static void Add(
        Dictionary<string, MeasureUnit> units, UnitDimension dimension, UnitPrefixes prefixes, params ReadOnlySpan<(string, double)> rows)
    {
        foreach (var (spellings, factor) in rows)
        {
            foreach (var spelling in spellings.Split(' ')) units.Add(spelling, new(dimension, factor, Prefixes: prefixes));
        }
    }

    // Grams. The atomic mass unit is that of CODATA 2006, as Excel has it.
    private static void AddMasses(Dictionary<string, MeasureUnit> units)
    {
        Add(units, UnitDimension.Mass, UnitPrefixes.Decimal, ("g", 1), ("u", 1.660538782e-24));
        Add(units, UnitDimension.Mass, UnitPrefixes.None,
            ("sg", 1000 * PoundForce / Foot), ("lbm", Pound), ("ozm", Pound / 16), ("grain", Pound / 7000), ("stone", 14 * Pound),
            ("cwt shweight", 100 * Pound), ("uk_cwt lcwt hweight", 112 * Pound), ("ton", 2000 * Pound), ("uk_ton LTON brton", 2240 * Pound));
    }

    // Metres.
    private static void AddLengths(Dictionary<string, MeasureUnit> units)
    {
        Add(units, UnitDimension.Distance, UnitPrefixes.Decimal, ("m", 1), ("ly", LightYear), ("parsec pc", 3.08567758128155e16));
        units.Add("ang", new(UnitDimension.Distance, 1, Exponent: -10, Prefixes: UnitPrefixes.Decimal));
        Add(units, UnitDimension.Distance, UnitPrefixes.None,
            ("mi", Mile), ("Nmi", NauticalMile), ("in", Inch), ("ft", Foot), ("yd", Yard), ("ell", 45 * Inch),
            ("Picapt Pica", Point), ("pica", Inch / 6), ("survey_mi", 5280 * 1200.0 / 3937));
    }

    // Seconds. A year has 365.25 days.
    private static void AddTimes(Dictionary<string, MeasureUnit> units)
    {
        Add(units, UnitDimension.Time, UnitPrefixes.Decimal, ("sec s", 1));
        Add(units, UnitDimension.Time, UnitPrefixes.None, ("yr", 31557600), ("day d", 86400), ("hr", 3600), ("mn min", 60));
    }

    // Pascals; newtons.
    private static void AddForces(Dictionary<string, MeasureUnit> units)
    {
        Add(units, UnitDimension.Pressure, UnitPrefixes.Decimal,
            ("Pa p", 1), ("atm at", 101325), ("mmHg", 133.322));
        Add(units, UnitDimension.Pressure, UnitPrefixes.None, ("Torr", 101325.0 / 760), ("psi", PoundForce / (Inch * Inch)));
        Add(units, UnitDimension.Force, UnitPrefixes.Decimal, ("N", 1), ("pond", Gravity / 1000));
        foreach (var dyne in (ReadOnlySpan<string>)["dyn", "dy"])
        {
            units.Add(dyne, new(UnitDimension.Force, 1, Exponent: -5, Prefixes: UnitPrefixes.Decimal));
        }
        Add(units, UnitDimension.Force, UnitPrefixes.None, ("lbf", PoundForce));
    }

    // Joules; watts. The electron volt is that of CODATA 2006.
    private static void AddEnergies(Dictionary<string, MeasureUnit> units)
    {
        Add(units, UnitDimension.Energy, UnitPrefixes.Decimal,
            ("J", 1), ("c", 4.184), ("cal", 4.1868), ("eV ev", 1.602176487e-19), ("Wh wh", 3600));
        units.Add("e", new(UnitDimension.Energy, 1, Exponent: -7, Prefixes: UnitPrefixes.Decimal));
        Add(units, UnitDimension.Energy, UnitPrefixes.None, ("HPh hh", 550 * FootPound * 3600), ("flb", FootPound), ("BTU btu", 1055.05585262));
        Add(units, UnitDimension.Power, UnitPrefixes.Decimal, ("W w", 1));
        Add(units, UnitDimension.Power, UnitPrefixes.None, ("HP h", 550 * FootPound), ("PS", 75 * Gravity));
    }

    // Degrees Celsius.
    private static void AddTemperatures(Dictionary<string, MeasureUnit> units)
    {
        foreach (var kelvin in (ReadOnlySpan<string>)["K", "kel"])
        {
            units.Add(kelvin, new(UnitDimension.Temperature, 1, Shift: 273.15, Prefixes: UnitPrefixes.Decimal));
        }
        Add(units, UnitDimension.Temperature, UnitPrefixes.None, ("C cel", 1), ("Reau", 1.25));
        units.Add("F", new(UnitDimension.Temperature, 5.0 / 9, Shift: 32));
        units.Add("fah", units["F"]);
        units.Add("Rank", new(UnitDimension.Temperature, 5.0 / 9, Shift: 491.67));
    }

    // Cubic metres.
    private static void AddVolumes(Dictionary<string, MeasureUnit> units)
    {
        foreach (var litre in (ReadOnlySpan<string>)["l", "L", "lt"])
        {
            units.Add(litre, new(UnitDimension.Volume, 1, Exponent: -3, Prefixes: UnitPrefixes.Decimal));
        }
        Add(units, UnitDimension.Volume, UnitPrefixes.Decimal, ("uk_pt", ImperialGallon / 8));  // so Excel does
        Add(units, UnitDimension.Volume, UnitPrefixes.DecimalCubed, ("m3 m^3", 1));
        foreach (var cube in (ReadOnlySpan<string>)["ang3", "ang^3"])
        {
            units.Add(cube, new(UnitDimension.Volume, 1, Exponent: -30, Prefixes: UnitPrefixes.DecimalCubed));
        }
        Add(units, UnitDimension.Volume, UnitPrefixes.None,
            ("tsp", Gallon / 768), ("tspm", 5e-6), ("tbs", Gallon / 256), ("oz", Gallon / 128), ("cup", Gallon / 16), ("pt us_pt", Gallon / 8),
            ("qt", Gallon / 4), ("uk_qt", ImperialGallon / 4), ("gal", Gallon), ("uk_gal", ImperialGallon),
            ("barrel", 42 * Gallon), ("bushel", 2150.42 * Inch * Inch * Inch), ("ft3 ft^3", Foot * Foot * Foot),
            ("in3 in^3", Inch * Inch * Inch), ("ly3 ly^3", LightYear * LightYear * LightYear), ("mi3 mi^3", Mile * Mile * Mile),
            ("yd3 yd^3", Yard * Yard * Yard), ("Nmi3 Nmi^3", NauticalMile * NauticalMile * NauticalMile),
            ("Picapt3 Picapt^3 Pica3 Pica^3", Point * Point * Point), ("GRT regton", 100 * Foot * Foot * Foot),
            ("MTON", 40 * Foot * Foot * Foot));
    }

    // Square metres.
    private static void AddAreas(Dictionary<string, MeasureUnit> units)
    {
        Add(units, UnitDimension.Area, UnitPrefixes.DecimalSquared, ("m2 m^2", 1));
        Add(units, UnitDimension.Area, UnitPrefixes.Decimal, ("ar", 100));
        foreach (var square in (ReadOnlySpan<string>)["ang2", "ang^2"])
        {
            units.Add(square, new(UnitDimension.Area, 1, Exponent: -20, Prefixes: UnitPrefixes.DecimalSquared));
        }
        Add(units, UnitDimension.Area, UnitPrefixes.None,
            ("uk_acre", 4840 * Yard * Yard), ("us_acre", 4046.87260987425), ("ft2 ft^2", Foot * Foot), ("ha", 10000),
            ("in2 in^2", Inch * Inch), ("ly2 ly^2", LightYear * LightYear), ("Morgen", 2500), ("mi2 mi^2", Mile * Mile),
            ("Nmi2 Nmi^2", NauticalMile * NauticalMile), ("Picapt2 Picapt^2 Pica2 Pica^2", Point * Point), ("yd2 yd^2", Yard * Yard));
    }

    // Tesla; bits; metres a second.
    private static void AddOthers(Dictionary<string, MeasureUnit> units)
    {
        Add(units, UnitDimension.Magnetism, UnitPrefixes.Decimal, ("T", 1));
        units.Add("ga", new(UnitDimension.Magnetism, 1, Exponent: -4, Prefixes: UnitPrefixes.Decimal));
        Add(units, UnitDimension.Information, UnitPrefixes.DecimalAndBinary, ("bit", 1), ("byte", 8));
        Add(units, UnitDimension.Speed, UnitPrefixes.Decimal, ("m/s m/sec", 1), ("m/h m/hr", 1.0 / 3600), ("mph", Mile / 3600));
        Add(units, UnitDimension.Speed, UnitPrefixes.None, ("admkn", 6080 * Foot / 3600), ("kn", 1852.0 / 3600));
    }
}
