namespace Recalc.Functions.Special;

/// <summary>
/// Bessel functions of whole orders as Excel computes them: by the polynomials of Abramowitz and Stegun (9.4, 9.8) for the orders 0 and 1,
/// which hold to some 8 digits, and by recurrence for others. <see cref="double.NaN"/> where a sum overflows.
/// </summary>
internal static class BesselPolynomials
{
    // How far above the order a downward recurrence begins, and when it is scaled down.
    private const double Accuracy = 40;
    private const double Large = 1e10;

    private const double QuarterPi = 0.785398164;
    private const double ThreeQuarterPi = 2.356194491;
    private const double TwoOverPi = 0.636619772;

    /// <summary>J of an order from 0 at any x.</summary>
    public static double J(int order, double x)
    {
        if (order == 0) return J0(x);
        if (order == 1) return J1(x);
        var size = Math.Abs(x);
        if (size == 0) return 0;
        var value = size > order ? Upward(order, 2 / size, J0(size), J1(size), -1) : DownwardJ(order, size);
        return x < 0 && order % 2 != 0 ? -value : value;
    }

    /// <summary>Y of an order from 0 at a positive x.</summary>
    public static double Y(int order, double x) => order switch
    {
        0 => Y0(x),
        1 => Y1(x),
        _ => Upward(order, 2 / x, Y0(x), Y1(x), -1),
    };

    /// <summary>I of an order from 0 at any x.</summary>
    public static double I(int order, double x)
    {
        if (order == 0) return I0(x);
        if (order == 1) return I1(x);
        if (x == 0) return 0;
        var twice = 2 / Math.Abs(x);
        var (above, current, value) = (0.0, 1.0, 0.0);
        for (var i = 2 * (order + (int)Math.Sqrt(Accuracy * order)); i > 0; i--)
        {
            (above, current) = (current, above + i * twice * current);
            if (Math.Abs(current) > Large) (above, current, value) = (above / Large, current / Large, value / Large);
            if (i == order) value = above;
        }
        value *= I0(x) / current;
        return x < 0 && order % 2 != 0 ? -value : value;
    }

    /// <summary>K of an order from 0 at a positive x.</summary>
    public static double K(int order, double x) => order switch
    {
        0 => K0(x),
        1 => K1(x),
        _ => Upward(order, 2 / x, K0(x), K1(x), 1),
    };

    // f(n+1) = n·2/x·f(n) - f(n-1) of J and Y; of K both are added.
    private static double Upward(int order, double twice, double below, double current, int sign)
    {
        for (var i = 1; i < order; i++) (below, current) = (current, i * twice * current + sign * below);
        return current;
    }

    private static double DownwardJ(int order, double size)
    {
        var twice = 2 / size;
        var (above, current, value, sum, isOdd) = (0.0, 1.0, 0.0, 0.0, false);
        for (var i = 2 * ((order + (int)Math.Sqrt(Accuracy * order)) / 2); i > 0; i--)
        {
            (above, current) = (current, i * twice * current - above);
            if (Math.Abs(current) > Large)
                (above, current, value, sum) = (above / Large, current / Large, value / Large, sum / Large);
            if (isOdd) sum += current;
            isOdd = !isOdd;
            if (i == order) value = above;
        }
        return value / (2 * sum - current);
    }

    private static double J0(double x)
    {
        var size = Math.Abs(x);
        if (size >= 8) return Wave(size, QuarterPi, P0, Q0, isSine: false);
        var y = x * x;
        return Of(y, [57568490574.0, -13362590354.0, 651619640.7, -11214424.18, 77392.33017, -184.9052456])
            / Of(y, [57568490411.0, 1029532985.0, 9494680.718, 59272.64853, 267.8532712, 1.0]);
    }

    private static double J1(double x)
    {
        var size = Math.Abs(x);
        if (size >= 8) return Math.Sign(x) * Wave(size, ThreeQuarterPi, P1, Q1, isSine: false);
        var y = x * x;
        return x * Of(y, [72362614232.0, -7895059235.0, 242396853.1, -2972611.439, 15704.48260, -30.16036606])
            / Of(y, [144725228442.0, 2300535178.0, 18583304.74, 99447.43394, 376.9991397, 1.0]);
    }

    private static double Y0(double x)
    {
        if (x >= 8) return Wave(x, QuarterPi, P0, Q0, isSine: true);
        var y = x * x;
        return Of(y, [-2957821389.0, 7062834065.0, -512359803.6, 10879881.29, -86327.92757, 228.4622733])
            / Of(y, [40076544269.0, 745249964.8, 7189466.438, 47447.26470, 226.1030244, 1.0])
            + TwoOverPi * J0(x) * Math.Log(x);
    }

    private static double Y1(double x)
    {
        if (x >= 8) return Wave(x, ThreeQuarterPi, P1, Q1, isSine: true);
        var y = x * x;
        return x * Of(y, [-4900604943000.0, 1275274390000.0, -51534381390.0, 734926455.1, -4237922.726, 8511.937935])
            / Of(y, [24995805700000.0, 424441966400.0, 3733650367.0, 22459040.02, 102042.6050, 354.9632885, 1.0])
            + TwoOverPi * (J1(x) * Math.Log(x) - 1 / x);
    }

    private static readonly double[] P0 = [1.0, -0.1098628627e-2, 0.2734510407e-4, -0.2073370639e-5, 0.2093887211e-6];
    private static readonly double[] Q0 = [-0.1562499995e-1, 0.1430488765e-3, -0.6911147651e-5, 0.7621095161e-6, -0.934945152e-7];
    private static readonly double[] P1 = [1.0, 0.183105e-2, -0.3516396496e-4, 0.2457520174e-5, -0.240337019e-6];
    private static readonly double[] Q1 = [0.04687499995, -0.2002690873e-3, 0.8449199096e-5, -0.88228987e-6, 0.105787412e-6];

    // Far out J and Y are damped waves.
    private static double Wave(double x, double shift, double[] p, double[] q, bool isSine)
    {
        var z = 8 / x;
        var y = z * z;
        var (sine, cosine) = Math.SinCos(x - shift);
        var (even, odd) = (Of(y, p), z * Of(y, q));
        return Math.Sqrt(TwoOverPi / x) * (isSine ? sine * even + cosine * odd : cosine * even - sine * odd);
    }

    private static double I0(double x)
    {
        var size = Math.Abs(x);
        if (size < 3.75) return Of(Square(x / 3.75), [1.0, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.360768e-1, 0.45813e-2]);
        ReadOnlySpan<double> far =
            [0.39894228, 0.1328592e-1, 0.225319e-2, -0.157565e-2, 0.916281e-2, -0.2057706e-1, 0.2635537e-1, -0.1647633e-1, 0.392377e-2];
        return Math.Exp(size) / Math.Sqrt(size) * Of(3.75 / size, far);
    }

    private static double I1(double x)
    {
        var size = Math.Abs(x);
        ReadOnlySpan<double> far =
            [0.39894228, -0.3988024e-1, -0.362018e-2, 0.163801e-2, -0.1031555e-1, 0.2282967e-1, -0.2895312e-1, 0.1787654e-1, -0.420059e-2];
        var value = size < 3.75
            ? size * Of(Square(x / 3.75), [0.5, 0.87890594, 0.51498869, 0.15084934, 0.2658733e-1, 0.301532e-2, 0.32411e-3])
            : Math.Exp(size) / Math.Sqrt(size) * Of(3.75 / size, far);
        return x < 0 ? -value : value;
    }

    private static double K0(double x) => x <= 2
        ? -Math.Log(x / 2) * I0(x)
            + Of(x * x / 4, [-0.57721566, 0.42278420, 0.23069756, 0.3488590e-1, 0.262698e-2, 0.10750e-3, 0.74e-5])
        : Math.Exp(-x) / Math.Sqrt(x)
            * Of(2 / x, [1.25331414, -0.7832358e-1, 0.2189568e-1, -0.1062446e-1, 0.587872e-2, -0.251540e-2, 0.53208e-3]);

    private static double K1(double x) => x <= 2
        ? Math.Log(x / 2) * I1(x)
            + 1 / x * Of(x * x / 4, [1.0, 0.15443144, -0.67278579, -0.18156897, -0.1919402e-1, -0.110404e-2, -0.4686e-4])
        : Math.Exp(-x) / Math.Sqrt(x)
            * Of(2 / x, [1.25331414, 0.23498619, -0.3655620e-1, 0.1504268e-1, -0.780353e-2, 0.325614e-2, -0.68245e-3]);

    private static double Square(double number) => number * number;

    // The coefficients are those of the powers from 0.
    private static double Of(double x, ReadOnlySpan<double> coefficients)
    {
        var value = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--) value = value * x + coefficients[i];
        return value;
    }
}
