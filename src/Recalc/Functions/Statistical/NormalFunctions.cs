using Recalc.Functions.Special;
using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>The normal and lognormal distributions. Old and new names share a body.</summary>
internal static class NormalFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "NORMDIST", NumberBody.Of(4, [], n => Normal(n[0], n[1], n[2], n[3] != 0), logical: 3) },
        { "NORM.DIST", NumberBody.Of(4, [], n => Normal(n[0], n[1], n[2], n[3] != 0), logical: 3) },
        { "NORMINV", NumberBody.Of(3, [], n => Inverse(n[0], n[1], n[2])) },
        { "NORM.INV", NumberBody.Of(3, [], n => Inverse(n[0], n[1], n[2])) },
        { "NORMSDIST", NumberBody.Of(ErrorFunction.NormalBelow) },
        { "NORM.S.DIST", NumberBody.Of(2, [], n => Normal(n[0], 0, 1, n[1] != 0), logical: 1) },
        { "NORMSINV", NumberBody.Of(1, [], n => Inverse(n[0], 0, 1)) },
        { "NORM.S.INV", NumberBody.Of(1, [], n => Inverse(n[0], 0, 1)) },
        { "PHI", NumberBody.Of(ErrorFunction.NormalDensity) },
        { "GAUSS", NumberBody.Of(z => ErrorFunction.Of(z / Math.Sqrt(2)) / 2) },
        { "LOGNORMDIST", NumberBody.Of(3, [], n => Lognormal(n[0], n[1], n[2], true)) },
        { "LOGNORM.DIST", NumberBody.Of(4, [], n => Lognormal(n[0], n[1], n[2], n[3] != 0), logical: 3) },
        { "LOGINV", NumberBody.Of(3, [], n => LognormalInverse(n[0], n[1], n[2])) },
        { "LOGNORM.INV", NumberBody.Of(3, [], n => LognormalInverse(n[0], n[1], n[2])) },
        { "CONFIDENCE", NumberBody.Of(3, [], n => Confidence(n[0], n[1], Math.Truncate(n[2]))) },
        { "CONFIDENCE.NORM", NumberBody.Of(3, [], n => Confidence(n[0], n[1], Math.Truncate(n[2]))) },
        { "CONFIDENCE.T", NumberBody.Of(3, [], n => StudentConfidence(n[0], n[1], Math.Truncate(n[2]))) },
    };

    private static Operand Normal(double x, double mean, double deviation, bool isCumulative)
    {
        if (deviation <= 0) return ErrorKind.Num;
        var z = (x - mean) / deviation;
        return isCumulative ? ErrorFunction.NormalBelow(z) : ErrorFunction.NormalDensity(z) / deviation;
    }

    private static Operand Inverse(double probability, double mean, double deviation) =>
        probability is <= 0 or >= 1 || deviation <= 0 ? ErrorKind.Num : mean + deviation * ErrorFunction.NormalQuantile(probability);

    private static Operand Lognormal(double x, double mean, double deviation, bool isCumulative)
    {
        if (x <= 0 || deviation <= 0) return ErrorKind.Num;
        var z = (Math.Log(x) - mean) / deviation;
        return isCumulative ? ErrorFunction.NormalBelow(z) : ErrorFunction.NormalDensity(z) / deviation / x;
    }

    private static Operand LognormalInverse(double probability, double mean, double deviation) =>
        probability is <= 0 or >= 1 || deviation <= 0
            ? ErrorKind.Num
            : Math.Exp(mean + deviation * ErrorFunction.NormalQuantile(probability));

    private static Operand Confidence(double alpha, double deviation, double size) =>
        alpha is <= 0 or >= 1 || deviation <= 0 || size < 1
            ? ErrorKind.Num
            : -ErrorFunction.NormalQuantile(alpha / 2) * deviation / Math.Sqrt(size);

    private static Operand StudentConfidence(double alpha, double deviation, double size)
    {
        if (alpha is <= 0 or >= 1 || deviation <= 0 || size < 1) return ErrorKind.Num;
        if (size == 1) return ErrorKind.Div0;
        return -new StudentDistribution(size - 1).QuantileOf(alpha / 2) * deviation / Math.Sqrt(size);
    }
}
