namespace Recalc.Functions.Special;

/// <summary>The incomplete beta integral and the density under it. Pure; thread-safe.</summary>
internal static class BetaFunction
{
    private const double Precision = 1e-16;
    private const double Tiny = 1e-300;
    private const int MostSteps = 500_000;

    /// <summary>The probability that a beta number of shapes a and b is at most x; y is 1 - x.</summary>
    public static double Below(double a, double b, double x, double y)
    {
        if (x <= 0) return 0;
        if (y <= 0) return 1;
        return x <= (a + 1) / (a + b + 2) ? Fraction(a, b, x, y) : 1 - Fraction(b, a, y, x);
    }

    /// <summary>The probability that it is above x; y is 1 - x.</summary>
    public static double Above(double a, double b, double x, double y) => Below(b, a, y, x);

    /// <summary>The density at x; y is 1 - x. Infinite at 0 for a below 1, and at 1 for b below 1.</summary>
    public static double Density(double a, double b, double x, double y)
    {
        if (x == 0) return a == 1 ? b : a < 1 ? double.PositiveInfinity : 0;
        if (y == 0) return b == 1 ? a : b < 1 ? double.PositiveInfinity : 0;
        return Kernel(a, b, x, y) / x / y;
    }

    // x^a * y^b over the beta function of a and b.
    private static double Kernel(double a, double b, double x, double y) => Stirling.Binomial(a, a + b, x, y) * a / (a + b) * b;

    // DLMF 8.17.22, by Lentz's method.
    private static double Fraction(double a, double b, double x, double y)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var fraction = d;
        for (var m = 1; m < MostSteps; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            var factor = d * c;
            fraction *= factor;
            if (Math.Abs(factor - 1) < Precision) break;
        }
        return Kernel(a, b, x, y) * fraction / a;
    }

    private static double NotZero(double number) => Math.Abs(number) < Tiny ? Tiny : number;
}
