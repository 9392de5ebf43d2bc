namespace Recalc.Functions.Special;

/// <summary>The F distribution: the ratio of two variances. Immutable.</summary>
/// <param name="Freedom">The degrees of freedom of the numerator.</param>
/// <param name="Other">Those of the denominator.</param>
internal readonly record struct FisherDistribution(double Freedom, double Other) : IContinuousDistribution
{
    public double Below(double x)
    {
        var total = Freedom * x + Other;
        return BetaFunction.Below(Freedom / 2, Other / 2, ShareOf(x, total), Other / total);
    }

    public double Above(double x)
    {
        var total = Freedom * x + Other;
        return BetaFunction.Above(Freedom / 2, Other / 2, ShareOf(x, total), Other / total);
    }

    public double Density(double x)
    {
        var total = Freedom * x + Other;
        return BetaFunction.Density(Freedom / 2, Other / 2, ShareOf(x, total), Other / total) * Freedom * (Other / total) / total;
    }

    private double ShareOf(double x, double total) => double.IsFinite(total) ? Freedom * x / total : 1;
}
