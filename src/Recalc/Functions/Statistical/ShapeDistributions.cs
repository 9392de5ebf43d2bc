using Recalc.Functions.Special;
using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>The exponential, Weibull, gamma and beta distributions, and the gamma function.</summary>
internal static class ShapeDistributions
{
    public static readonly BodyList Rows = new()
    {
        { "EXPONDIST", NumberBody.Of(3, [], n => Exponential(n[0], n[1], n[2] != 0), logical: 2) },
        { "EXPON.DIST", NumberBody.Of(3, [], n => Exponential(n[0], n[1], n[2] != 0), logical: 2) },
        { "WEIBULL", NumberBody.Of(4, [], n => Weibull(n[0], n[1], n[2], n[3] != 0), logical: 3) },
        { "WEIBULL.DIST", NumberBody.Of(4, [], n => Weibull(n[0], n[1], n[2], n[3] != 0), logical: 3) },
        { "GAMMA", NumberBody.Of(GammaFunction.Of) },
        { "GAMMALN", NumberBody.Of(1, [], n => n[0] <= 0 ? ErrorKind.Num : GammaFunction.Log(n[0])) },
        { "GAMMALN.PRECISE", NumberBody.Of(1, [], n => n[0] <= 0 ? ErrorKind.Num : GammaFunction.Log(n[0])) },
        { "GAMMADIST", NumberBody.Of(4, [], n => Gamma(n[0], n[1], n[2], n[3] != 0), logical: 3) },
        { "GAMMA.DIST", NumberBody.Of(4, [], n => Gamma(n[0], n[1], n[2], n[3] != 0), logical: 3) },
        { "GAMMAINV", NumberBody.Of(3, [], n => GammaInverse(n[0], n[1], n[2])) },
        { "GAMMA.INV", NumberBody.Of(3, [], n => GammaInverse(n[0], n[1], n[2])) },
        { "BETADIST", NumberBody.Of(3, [0, 1], n => Beta(n[0], n[1], n[2], n[3], n[4], true)) },
        { "BETA.DIST", NumberBody.Of(4, [0, 1], n => Beta(n[0], n[1], n[2], n[4], n[5], n[3] != 0), logical: 3) },
        { "BETAINV", NumberBody.Of(3, [0, 1], n => BetaInverse(n[0], n[1], n[2], n[3], n[4])) },
        { "BETA.INV", NumberBody.Of(3, [0, 1], n => BetaInverse(n[0], n[1], n[2], n[3], n[4])) },
    };

    private static Operand Exponential(double x, double rate, bool isCumulative)
    {
        if (x < 0 || rate <= 0) return ErrorKind.Num;
        return isCumulative ? OneLessExp(rate * x) : rate * Math.Exp(-rate * x);
    }

    private static Operand Weibull(double x, double shape, double scale, bool isCumulative)
    {
        if (x < 0 || shape <= 0 || scale <= 0) return ErrorKind.Num;
        var power = Math.Pow(x / scale, shape);
        return isCumulative ? OneLessExp(power) : shape / scale * Math.Pow(x / scale, shape - 1) * Math.Exp(-power);
    }

    // 1 - exp(-x), exact also where x is tiny: the hyperbolic tangent is.
    private static double OneLessExp(double x)
    {
        if (x > 1) return 1 - Math.Exp(-x);
        var half = Math.Tanh(x / 2);
        return 2 * half / (1 + half);
    }

    private static Operand Gamma(double x, double shape, double scale, bool isCumulative)
    {
        if (x < 0 || shape <= 0 || scale <= 0) return ErrorKind.Num;
        var law = new GammaDistribution(shape, scale);
        return isCumulative ? law.Below(x) : law.Density(x);
    }

    private static Operand GammaInverse(double probability, double shape, double scale)
    {
        if (probability is < 0 or >= 1 || shape <= 0 || scale <= 0) return ErrorKind.Num;
        return probability == 0 ? 0 : scale * Quantile.Below(new GammaDistribution(shape, 1), probability);
    }

    private static Operand Beta(double x, double a, double b, double least, double most, bool isCumulative)
    {
        if (a <= 0 || b <= 0 || x < least || x > most || least == most) return ErrorKind.Num;
        var width = most - least;
        var (share, rest) = ((x - least) / width, (most - x) / width);
        return isCumulative ? BetaFunction.Below(a, b, share, rest) : BetaFunction.Density(a, b, share, rest) / width;
    }

    private static Operand BetaInverse(double probability, double a, double b, double least, double most)
    {
        if (a <= 0 || b <= 0 || probability is <= 0 or > 1 || least >= most) return ErrorKind.Num;
        if (probability == 1) return most;
        return least + (most - least) * Quantile.Below(new BetaDistribution(a, b), probability, 1);
    }
}
