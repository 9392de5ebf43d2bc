namespace Recalc.Functions.Special;

/// <summary>How many marked items come up in a draw without replacement. Immutable.</summary>
/// <param name="Draws">How many items are drawn.</param>
/// <param name="Marked">How many items are marked.</param>
/// <param name="All">How many items there are.</param>
internal readonly record struct HypergeometricDistribution(double Draws, double Marked, double All)
{
    private const double Precision = 1e-17;
    private const int MostTerms = 1_000_000;

    /// <summary>The probability of so many, a whole number that is possible.</summary>
    public double Mass(double count)
    {
        var p = Draws / All;
        var q = (All - Draws) / All;
        return Stirling.Binomial(count, Marked, p, q) * Stirling.Binomial(Draws - count, All - Marked, p, q)
            / Stirling.Binomial(Draws, All, p, q);
    }

    /// <summary>The probability of at most so many. Sums the side away from the mean, whose terms fall.</summary>
    public double Below(double count)
    {
        var isLow = count <= Draws * Marked / All;
        if (!isLow && ++count > Math.Min(Draws, Marked)) return 1;
        var term = Mass(count);
        var sum = term;
        for (var i = 0; i < MostTerms && term > sum * Precision; i++)
        {
            if (isLow)
            {
                term *= count * (All - Marked - Draws + count) / ((Draws - count + 1) * (Marked - count + 1));
                count--;
            }
            else
            {
                term *= (Draws - count) * (Marked - count) / ((count + 1) * (All - Marked - Draws + count + 1));
                count++;
            }
            sum += term;
        }
        return isLow ? Math.Min(1, sum) : Math.Max(0, 1 - sum);
    }
}
