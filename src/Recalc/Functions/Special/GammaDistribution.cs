namespace Recalc.Functions.Special;

/// <summary>The gamma distribution; chi-squared with shape df/2 and scale 2. Immutable.</summary>
internal readonly record struct GammaDistribution(double Shape, double Scale) : IContinuousDistribution
{
    public double Below(double x) => GammaFunction.Below(Shape, x / Scale);

    public double Above(double x) => GammaFunction.Above(Shape, x / Scale);

    public double Density(double x)
    {
        if (x == 0) return Shape == 1 ? 1 / Scale : Shape < 1 ? double.PositiveInfinity : 0;
        return Stirling.Poisson(Shape, x / Scale) * Shape / x;
    }
}
