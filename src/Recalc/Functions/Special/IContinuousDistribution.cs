namespace Recalc.Functions.Special;

/// <summary>A distribution of numbers from 0, whose quantiles are searched.</summary>
internal interface IContinuousDistribution
{
    /// <summary>The probability that a number is at most x; not falling.</summary>
    double Below(double x);

    /// <summary>The probability that a number is above x, exact also where it is tiny.</summary>
    double Above(double x);

    /// <summary>The density at x.</summary>
    double Density(double x);
}
