namespace Recalc.Functions.Special;

/// <summary>
/// Student's t distribution, symmetric about 0. As an <see cref="IContinuousDistribution"/> it is its upper half, whose tail is
/// <see cref="Above"/>. Immutable.
/// </summary>
/// <param name="Freedom">The degrees of freedom.</param>
internal readonly record struct StudentDistribution(double Freedom) : IContinuousDistribution
{
    public double Below(double x) => x >= 0 ? 1 - Tail(x) : Tail(x);

    public double Above(double x) => x >= 0 ? Tail(x) : 1 - Tail(x);

    public double Density(double x) => Stirling.Student(x, Freedom);

    /// <summary>The x that a number is at most with probability p, 0 &lt; p &lt; 1.</summary>
    public double QuantileOf(double p)
    {
        if (p == 0.5) return 0;
        return p < 0.5 ? -Quantile.Above(this, p) : Quantile.Above(this, 1 - p);
    }

    // The probability beyond a distance from 0, on one side.
    private double Tail(double x)
    {
        var square = x * x;
        var total = Freedom + square;
        return double.IsFinite(total) ? BetaFunction.Below(Freedom / 2, 0.5, Freedom / total, square / total) / 2 : 0;
    }
}
