namespace Recalc.Functions.Special;

/// <summary>
/// Probabilities of the Poisson, binomial and t distributions for real counts, exact to a few places also where logarithms of gamma functions
/// would cancel: C. Loader, Fast and accurate computation of binomial probabilities (2000). Pure; thread-safe.
/// </summary>
internal static class Stirling
{
    private const double TwoPi = 6.28318530717958647693;
    private const double HalfLogOfTwoPi = 0.91893853320467274178;
    private const double SeriesFrom = 15;
    private const int MostTerms = 1000;

    /// <summary>exp(-mean) * mean^x / gamma(x + 1), for x and mean of at least 0.</summary>
    public static double Poisson(double x, double mean)
    {
        if (mean == 0) return x == 0 ? 1 : 0;
        if (x == 0) return Math.Exp(-mean);
        return Math.Exp(-Error(x) - Deviance(x, mean)) / Math.Sqrt(TwoPi * x);
    }

    /// <summary>gamma(n + 1) / gamma(x + 1) / gamma(n - x + 1) * p^x * q^(n - x), for q = 1 - p.</summary>
    public static double Binomial(double x, double n, double p, double q)
    {
        if (p == 0) return x == 0 ? 1 : 0;
        if (q == 0) return x == n ? 1 : 0;
        if (x == 0) return n == 0 ? 1 : Math.Exp(p < 0.1 ? -Deviance(n, n * q) - n * p : n * Math.Log(q));
        if (x == n) return Math.Exp(q < 0.1 ? -Deviance(n, n * p) - n * q : n * Math.Log(p));
        var rest = n - x;
        var log = Error(n) - Error(x) - Error(rest) - Deviance(x, n * p) - Deviance(rest, n * q);
        return Math.Exp(log) * Math.Sqrt(n / (TwoPi * x * rest));
    }

    /// <summary>The density of Student's t distribution with so many degrees of freedom.</summary>
    public static double Student(double x, double freedom)
    {
        var scale = Error((freedom + 1) / 2) - Error(freedom / 2) - Deviance(freedom / 2, (freedom + 1) / 2);
        var square = x * x;
        var ratio = square / freedom;
        var root = Math.Sqrt(1 + ratio);
        var exponent = ratio > 0.2 ? freedom * Math.Log(root) : square / 2 - Deviance(freedom / 2, (freedom + square) / 2);
        return Math.Exp(scale - exponent) / (root * Math.Sqrt(TwoPi));
    }

    /// <summary>What Stirling's formula for the logarithm of gamma(x) lacks, for x of at least 15.</summary>
    public static double Series(double x)
    {
        var s = 1 / (x * x);
        return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360)))))) / x;
    }

    // The same for gamma(x + 1), which has the same correction.
    private static double Error(double x) =>
        x >= SeriesFrom ? Series(x) : GammaFunction.Log(x + 1) - (x + 0.5) * Math.Log(x) + x - HalfLogOfTwoPi;

    // x * log(x / mean) + mean - x, without cancelling where they are near.
    private static double Deviance(double x, double mean)
    {
        var difference = x - mean;
        if (Math.Abs(difference) >= 0.1 * (x + mean)) return x * Math.Log(x / mean) + mean - x;
        var v = difference / (x + mean);
        var sum = difference * v;
        var term = 2 * x * v;
        for (var k = 1; k < MostTerms; k++)
        {
            term *= v * v;
            var next = sum + term / (2 * k + 1);
            if (next == sum) break;
            sum = next;
        }
        return sum;
    }
}
