namespace Recalc.Functions.Special;

/// <summary>The beta distribution on 0 to 1. Immutable.</summary>
internal readonly record struct BetaDistribution(double A, double B) : IContinuousDistribution
{
    public double Below(double x) => BetaFunction.Below(A, B, x, 1 - x);

    public double Above(double x) => BetaFunction.Above(A, B, x, 1 - x);

    public double Density(double x) => BetaFunction.Density(A, B, x, 1 - x);
}
