using Recalc.Functions.Special;
using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>Distributions of whole numbers: binomial, negative binomial, hypergeometric, Poisson. Arguments that count are cut off.</summary>
internal static class CountDistributions
{
    private const double Tolerance = 1e-14;

    public static readonly BodyList Rows = new()
    {
        { "BINOMDIST", NumberBody.Of(4, [], n => Binomial(Math.Truncate(n[0]), Math.Truncate(n[1]), n[2], n[3] != 0), logical: 3) },
        { "BINOM.DIST", NumberBody.Of(4, [], n => Binomial(Math.Truncate(n[0]), Math.Truncate(n[1]), n[2], n[3] != 0), logical: 3) },
        { "BINOM.DIST.RANGE", BinomialRange },
        { "CRITBINOM", NumberBody.Of(3, [], n => BinomialInverse(Math.Truncate(n[0]), n[1], n[2])) },
        { "BINOM.INV", NumberBody.Of(3, [], n => BinomialInverse(Math.Truncate(n[0]), n[1], n[2])) },
        { "NEGBINOMDIST", NumberBody.Of(3, [], n => NegativeBinomial(Math.Truncate(n[0]), Math.Truncate(n[1]), n[2], false)) },
        { "NEGBINOM.DIST", NumberBody.Of(4, [], n => NegativeBinomial(Math.Truncate(n[0]), Math.Truncate(n[1]), n[2], n[3] != 0), logical: 3) },
        { "HYPGEOMDIST", NumberBody.Of(4, [], n => Hypergeometric(n, false)) },
        { "HYPGEOM.DIST", NumberBody.Of(5, [], n => Hypergeometric(n, n[4] != 0), logical: 4) },
        { "POISSON", NumberBody.Of(3, [], n => n[0] < 0 ? ErrorKind.Num : Poisson(Math.Truncate(n[0]), n[1], n[2] != 0), logical: 2) },
        { "POISSON.DIST", NumberBody.Of(3, [], n => n[0] < 0 ? ErrorKind.Num : Poisson(Math.Truncate(n[0]), n[1], n[2] != 0), logical: 2) },
    };

    private static Operand Binomial(double successes, double trials, double probability, bool isCumulative)
    {
        if (successes < 0 || successes > trials || probability is < 0 or > 1) return ErrorKind.Num;
        return isCumulative ? BinomialBelow(successes, trials, probability) : Stirling.Binomial(successes, trials, probability, 1 - probability);
    }

    private static double BinomialBelow(double successes, double trials, double probability) =>
        successes < 0 ? 0
        : successes >= trials ? 1
        : BetaFunction.Below(trials - successes, successes + 1, 1 - probability, probability);

    private static Operand BinomialRange(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryNumber(site, out var trials, out var failure)) return failure;
        if (!arguments[1].TryNumber(site, out var probability, out failure)) return failure;
        if (!arguments[2].TryNumber(site, out var first, out failure)) return failure;
        (trials, first) = (Math.Truncate(trials), Math.Truncate(first));
        var last = first;
        if (arguments.IsGiven(3))
        {
            if (!arguments[3].TryNumber(site, out last, out failure)) return failure;
            last = Math.Truncate(last);
        }
        if (trials < 0 || probability is < 0 or > 1 || first < 0 || last < first || last > trials) return ErrorKind.Num;
        if (first == last) return Stirling.Binomial(first, trials, probability, 1 - probability);
        return BinomialBelow(last, trials, probability) - BinomialBelow(first - 1, trials, probability);
    }

    // The fewest successes whose cumulative probability reaches a bound: halving, as it does not fall.
    private static Operand BinomialInverse(double trials, double probability, double bound)
    {
        if (trials < 0 || probability is < 0 or > 1 || bound is < 0 or > 1) return ErrorKind.Num;
        var (low, high) = (0.0, trials);
        while (low < high)
        {
            var middle = Math.Floor(low + (high - low) / 2);
            if (middle == high) break;
            if (Reaches(middle, trials, probability, bound)) high = middle;
            else low = middle + 1;
        }
        return high;
    }

    // The smaller side is compared. Sums that should be equal differ in the last places.
    private static bool Reaches(double successes, double trials, double probability, double bound) =>
        bound <= 0.5
            ? BinomialBelow(successes, trials, probability) >= bound * (1 - Tolerance)
            : BinomialAbove(successes, trials, probability) <= (1 - bound) * (1 + Tolerance);

    private static double BinomialAbove(double successes, double trials, double probability) =>
        successes >= trials ? 0 : BetaFunction.Below(successes + 1, trials - successes, probability, 1 - probability);

    private static Operand NegativeBinomial(double failures, double successes, double probability, bool isCumulative)
    {
        if (failures < 0 || successes < 1 || probability is < 0 or > 1) return ErrorKind.Num;
        if (isCumulative) return BetaFunction.Below(successes, failures + 1, probability, 1 - probability);
        var trials = failures + successes;
        return Stirling.Binomial(successes, trials, probability, 1 - probability) * successes / trials;
    }

    private static Operand Hypergeometric(ReadOnlySpan<double> numbers, bool isCumulative)
    {
        var (drawn, draws) = (Math.Truncate(numbers[0]), Math.Truncate(numbers[1]));
        var (marked, all) = (Math.Truncate(numbers[2]), Math.Truncate(numbers[3]));
        if (draws <= 0 || draws > all || marked <= 0 || marked > all) return ErrorKind.Num;
        if (drawn < 0 || drawn > Math.Min(draws, marked)) return ErrorKind.Num;
        var least = Math.Max(0, draws - all + marked);
        if (drawn < least) return isCumulative ? 0 : ErrorKind.Num;
        var law = new HypergeometricDistribution(draws, marked, all);
        return isCumulative ? law.Below(drawn) : law.Mass(drawn);
    }

    private static Operand Poisson(double count, double mean, bool isCumulative)
    {
        if (count < 0 || mean < 0) return ErrorKind.Num;
        return isCumulative ? GammaFunction.Above(count + 1, mean) : Stirling.Poisson(count, mean);
    }
}
