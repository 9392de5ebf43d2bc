using MathNet.Numerics;

namespace Recalc.Functions.Special;

/// <summary>The gamma function, its logarithm, and the two incomplete gamma integrals. Pure; thread-safe.</summary>
internal static class GammaFunction
{
    private const double Precision = 1e-16;
    private const double Tiny = 1e-300;
    private const int MostSteps = 500_000;
    private const int MostFactors = 170;
    private const double StirlingFrom = 15;
    private const double Euler = 0.57721566490153286061;
    private const double HalfLogOfTwoPi = 0.91893853320467274178;

    // Riemann's zeta function of 2, 3 and so on, less 1.
    private static readonly double[] ZetaLessOne =
    [
        0.644934066848226436, 0.202056903159594285, 0.0823232337111381915, 0.0369277551433699263, 0.0173430619844491397,
        0.00834927738192282684, 0.00407735619794433938, 0.00200839282608221442, 0.000994575127818085337, 0.000494188604119464559,
        0.000246086553308048299, 0.000122713347578489147, 0.0000612481350587048293, 0.0000305882363070204936, 0.0000152822594086518717,
        7.63719763789976227e-6, 3.81729326499983986e-6, 1.90821271655393893e-6, 9.53962033872796113e-7, 4.76932986787806463e-7,
        2.3845050272773299e-7, 1.19219925965311073e-7, 5.96081890512594796e-8, 2.98035035146522802e-8, 1.49015548283650412e-8,
        7.45071178983542949e-9, 3.72533402478845705e-9, 1.86265972351304901e-9,
    ];

    /// <summary>The gamma function; no number at 0 and negative whole numbers.</summary>
    public static double Of(double x)
    {
        var isWhole = Math.Floor(x) == x;
        if (isWhole && x <= 0) return double.NaN;
        if (isWhole && x <= MostFactors + 1) return SpecialFunctions.Factorial((int)x - 1);
        return SpecialFunctions.Gamma(x);
    }

    /// <summary>The logarithm of the gamma function for x above 0.</summary>
    public static double Log(double x)
    {
        if (x < 0.5) return LogNearTwo(x + 2) - Math.Log(x * (x + 1));
        if (x < 1.5) return LogNearTwo(x + 1) - Math.Log(x);
        if (x >= StirlingFrom) return (x - 0.5) * Math.Log(x) - x + HalfLogOfTwoPi + Stirling.Series(x);
        var product = 1.0;
        while (x > 2.5) product *= --x;
        return LogNearTwo(x) + Math.Log(product);
    }

    /// <summary>The probability that a gamma number of shape a and scale 1 is at most x.</summary>
    public static double Below(double a, double x) => x <= 0 ? 0 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>The probability that a gamma number of shape a and scale 1 is above x.</summary>
    public static double Above(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    // The logarithm for 1.5 to 2.5, which is 0 at 2: DLMF 5.7.3.
    private static double LogNearTwo(double x)
    {
        var z = x - 2;
        var sum = 0.0;
        for (var k = ZetaLessOne.Length - 1; k >= 0; k--) sum = ZetaLessOne[k] / (k + 2) - z * sum;
        return z * (1 - Euler + z * sum);
    }

    // DLMF 8.11.4: the powers of x over the rising factorials of a + 1.
    private static double Series(double a, double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 1; n < MostSteps && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }
        return sum * Stirling.Poisson(a, x);
    }

    // DLMF 8.9.2, by Lentz's method.
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var fraction = d;
        for (var n = 1; n < MostSteps; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = 1 / NotZero(numerator * d + b);
            c = NotZero(b + numerator / c);
            var factor = d * c;
            fraction *= factor;
            if (Math.Abs(factor - 1) < Precision) break;
        }
        return fraction * a * Stirling.Poisson(a, x);
    }

    private static double NotZero(double number) => Math.Abs(number) < Tiny ? Tiny : number;
}
