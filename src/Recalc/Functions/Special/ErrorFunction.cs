using MathNet.Numerics;

namespace Recalc.Functions.Special;

/// <summary>The error function and the standard normal distribution that it is another name for. Pure; thread-safe.</summary>
internal static class ErrorFunction
{
    private const double HalfRoot = 0.70710678118654752440;
    private const double RootOfTwoPi = 2.50662827463100050242;

    /// <summary>2/sqrt(pi) times the integral of exp(-t*t) from 0 to x.</summary>
    public static double Of(double x) => SpecialFunctions.Erf(x);

    /// <summary>1 - erf(x), exact also where that is tiny.</summary>
    public static double Rest(double x) => SpecialFunctions.Erfc(x);

    /// <summary>The density of the standard normal distribution.</summary>
    public static double NormalDensity(double z) => Math.Exp(-z * z / 2) / RootOfTwoPi;

    /// <summary>The probability that a standard normal number is at most z.</summary>
    public static double NormalBelow(double z) => Rest(-z * HalfRoot) / 2;

    /// <summary>The z that a standard normal number is at most with probability p, 0 &lt; p &lt; 1.</summary>
    public static double NormalQuantile(double p)
    {
        if (p == 0.5) return 0;
        var z = -SpecialFunctions.ErfcInv(2 * p) / HalfRoot;
        // One step of Halley's method: the inverse is not exact to the last places in the tails.
        var error = p < 0.5 ? NormalBelow(z) - p : 1 - p - NormalBelow(-z);
        var step = error / NormalDensity(z);
        return double.IsFinite(step) ? z - step / (1 + z * step / 2) : z;
    }
}
