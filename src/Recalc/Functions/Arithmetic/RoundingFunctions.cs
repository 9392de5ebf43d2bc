using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Rounding. Places are cut to whole numbers.</summary>
internal static class RoundingFunctions
{
    // Doubles reach from 1E-323 to 1E308.
    private const double MostPlaces = 400;

    public static readonly BodyList Rows = new()
    {
        { "ROUND", (a, site) => Round(a, site, DigitRounding.Nearest) },
        { "ROUNDUP", (a, site) => Round(a, site, DigitRounding.AwayFromZero) },
        { "ROUNDDOWN", (a, site) => Round(a, site, DigitRounding.TowardZero) },
        { "TRUNC", (a, site) => TryRead(a, site, out var number, out var places, out var failure) ? Truncate(number, places) : failure },
        { "INT", (a, site) => a[0].TryNumber(site, out var number, out var failure) ? Math.Floor(number) : failure },
    };

    private static Operand Round(ReadOnlySpan<Operand> arguments, CallSite site, DigitRounding rounding) =>
        TryRead(arguments, site, out var number, out var places, out var failure)
            ? DecimalRounding.Round(number, places, rounding)
            : failure;

    private static bool TryRead(ReadOnlySpan<Operand> arguments, CallSite site, out double number, out int places, out Operand failure)
    {
        places = 0;
        if (!arguments[0].TryNumber(site, out number, out failure)) return false;
        if (arguments.Length < 2) return true;
        if (!arguments[1].TryNumber(site, out var digits, out failure)) return false;
        places = (int)Math.Clamp(digits, -MostPlaces, MostPlaces);
        return true;
    }

    // TRUNC cuts the binary number scaled up, as it is: 0.6*3 has 1.7 to one place where ROUNDDOWN has 1.8.
    private static double Truncate(double number, int places)
    {
        var unit = Math.Pow(10, Math.Abs(places));
        if (places < 0) return double.IsFinite(unit) ? Math.Truncate(number / unit) * unit : 0;
        var scaled = number * unit;
        return double.IsFinite(scaled) ? Math.Truncate(scaled) / unit : number;
    }
}
