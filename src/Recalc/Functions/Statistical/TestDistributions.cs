using Recalc.Functions.Special;
using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>The distributions that tests rest on: chi-squared, F and Student's t. Degrees of freedom are cut off to whole numbers.</summary>
internal static class TestDistributions
{
    private const double MostFreedom = 1e10;

    public static readonly BodyList Rows = new()
    {
        { "CHIDIST", NumberBody.Of(2, [], n => ChiSquaredTail(n[0], Math.Truncate(n[1]))) },
        { "CHISQ.DIST", NumberBody.Of(3, [], n => ChiSquared(n[0], Math.Truncate(n[1]), n[2] != 0), logical: 2) },
        { "CHISQ.DIST.RT", NumberBody.Of(2, [], n => ChiSquaredTail(n[0], Math.Truncate(n[1]))) },
        { "CHIINV", NumberBody.Of(2, [], n => ChiSquaredInverse(n[0], Math.Truncate(n[1]), true)) },
        { "CHISQ.INV", NumberBody.Of(2, [], n => ChiSquaredInverse(n[0], Math.Truncate(n[1]), false)) },
        { "CHISQ.INV.RT", NumberBody.Of(2, [], n => ChiSquaredInverse(n[0], Math.Truncate(n[1]), true)) },
        { "FDIST", NumberBody.Of(3, [], n => FisherTail(n[0], Math.Truncate(n[1]), Math.Truncate(n[2]))) },
        { "F.DIST", NumberBody.Of(4, [], n => Fisher(n[0], Math.Truncate(n[1]), Math.Truncate(n[2]), n[3] != 0), logical: 3) },
        { "F.DIST.RT", NumberBody.Of(3, [], n => FisherTail(n[0], Math.Truncate(n[1]), Math.Truncate(n[2]))) },
        { "FINV", NumberBody.Of(3, [], n => FisherInverse(n[0], Math.Truncate(n[1]), Math.Truncate(n[2]), true)) },
        { "F.INV", NumberBody.Of(3, [], n => FisherInverse(n[0], Math.Truncate(n[1]), Math.Truncate(n[2]), false)) },
        { "F.INV.RT", NumberBody.Of(3, [], n => FisherInverse(n[0], Math.Truncate(n[1]), Math.Truncate(n[2]), true)) },
        { "TDIST", NumberBody.Of(3, [], n => StudentTails(n[0], Math.Truncate(n[1]), Math.Truncate(n[2]))) },
        { "T.DIST", NumberBody.Of(3, [], n => Student(n[0], Math.Truncate(n[1]), n[2] != 0), logical: 2) },
        { "T.DIST.2T", NumberBody.Of(2, [], n => StudentTails(n[0], Math.Truncate(n[1]), 2)) },
        { "T.DIST.RT", NumberBody.Of(2, [], n => n[1] < 1 ? ErrorKind.Num : new StudentDistribution(Math.Truncate(n[1])).Above(n[0])) },
        { "TINV", NumberBody.Of(2, [], n => StudentInverse(n[0] / 2, Math.Truncate(n[1]), true)) },
        { "T.INV", NumberBody.Of(2, [], n => StudentInverse(n[0], Math.Truncate(n[1]), false)) },
        { "T.INV.2T", NumberBody.Of(2, [], n => StudentInverse(n[0] / 2, Math.Truncate(n[1]), true)) },
    };

    private static bool IsFreedom(double freedom) => freedom is >= 1 and <= MostFreedom;

    private static GammaDistribution ChiSquaredOf(double freedom) => new(freedom / 2, 2);

    private static Operand ChiSquared(double x, double freedom, bool isCumulative)
    {
        if (x < 0 || !IsFreedom(freedom)) return ErrorKind.Num;
        return isCumulative ? ChiSquaredOf(freedom).Below(x) : ChiSquaredOf(freedom).Density(x);
    }

    private static Operand ChiSquaredTail(double x, double freedom) =>
        x < 0 || !IsFreedom(freedom) ? ErrorKind.Num : ChiSquaredOf(freedom).Above(x);

    // One end of the probabilities stands for 0, the other for infinity.
    private static Operand ChiSquaredInverse(double probability, double freedom, bool isTail)
    {
        if (probability is < 0 or > 1 || !IsFreedom(freedom) || probability == (isTail ? 0 : 1)) return ErrorKind.Num;
        if (probability is 0 or 1) return 0;
        return isTail ? Quantile.Above(ChiSquaredOf(freedom), probability) : Quantile.Below(ChiSquaredOf(freedom), probability);
    }

    private static Operand Fisher(double x, double freedom, double other, bool isCumulative)
    {
        if (x < 0 || !IsFreedom(freedom) || !IsFreedom(other)) return ErrorKind.Num;
        var law = new FisherDistribution(freedom, other);
        return isCumulative ? law.Below(x) : law.Density(x);
    }

    private static Operand FisherTail(double x, double freedom, double other) =>
        x < 0 || !IsFreedom(freedom) || !IsFreedom(other) ? ErrorKind.Num : new FisherDistribution(freedom, other).Above(x);

    private static Operand FisherInverse(double probability, double freedom, double other, bool isTail)
    {
        if (probability is < 0 or > 1 || !IsFreedom(freedom) || !IsFreedom(other) || probability == (isTail ? 0 : 1)) return ErrorKind.Num;
        if (probability is 0 or 1) return 0;
        var law = new FisherDistribution(freedom, other);
        return isTail ? Quantile.Above(law, probability) : Quantile.Below(law, probability);
    }

    private static Operand Student(double x, double freedom, bool isCumulative)
    {
        if (freedom < 1) return ErrorKind.Num;
        var law = new StudentDistribution(freedom);
        return isCumulative ? law.Below(x) : law.Density(x);
    }

    private static Operand StudentTails(double x, double freedom, double tails) =>
        x < 0 || freedom < 1 || tails is not (1 or 2) ? ErrorKind.Num : tails * new StudentDistribution(freedom).Above(x);

    private static Operand StudentInverse(double probability, double freedom, bool isTail)
    {
        if (probability <= 0 || probability > (isTail ? 0.5 : 1) || freedom < 1 || probability == 1) return ErrorKind.Num;
        var quantile = new StudentDistribution(freedom).QuantileOf(probability);
        return isTail ? -quantile : quantile;
    }
}
