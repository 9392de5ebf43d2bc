using Recalc.Functions.Special;
using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>Tests of samples, and PROB.</summary>
internal static class TestFunctions
{
    // How far the probabilities of PROB may miss 1.
    private const double Tolerance = 1e-7;

    public static readonly BodyList Rows = new()
    {
        { "CHITEST", ChiSquaredTest },
        { "CHISQ.TEST", ChiSquaredTest },
        { "FTEST", FisherTest },
        { "F.TEST", FisherTest },
        { "TTEST", StudentTest },
        { "T.TEST", StudentTest },
        { "ZTEST", NormalTest },
        { "Z.TEST", NormalTest },
        { "PROB", Probability },
    };

    private static Operand ChiSquaredTest(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var (actual, expected) = (arguments[0].Grid, arguments[1].Grid);
        if (arguments[0].IsError) return arguments[0];
        if (arguments[1].IsError) return arguments[1];
        if (actual is null || expected is null || actual.Count == 1) return ErrorKind.NotAvailable;
        if (actual.Rows != expected.Rows || actual.Columns != expected.Columns) return ErrorKind.NotAvailable;
        using var pairs = NumberPairs.Of(arguments[0], arguments[1], site);
        if (!pairs.IsComplete) return pairs.Failure;
        var sum = 0.0;
        for (var i = 0; i < pairs.Left.Length; i++)
        {
            var (seen, awaited) = (pairs.Left[i], pairs.Right[i]);
            if (awaited == 0) return ErrorKind.Div0;
            if (awaited < 0) return ErrorKind.Num;
            sum += (seen - awaited) * (seen - awaited) / awaited;
        }
        if (pairs.Left.IsEmpty) return ErrorKind.Div0;
        var (rows, columns) = ((double)actual.Rows, (double)actual.Columns);
        var freedom = rows == 1 ? columns - 1 : columns == 1 ? rows - 1 : (rows - 1) * (columns - 1);
        return new GammaDistribution(freedom / 2, 2).Above(sum);
    }

    private static Operand FisherTest(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        using var left = NumberSample.Of(arguments[0], site);
        if (!left.IsComplete) return left.Failure;
        using var right = NumberSample.Of(arguments[1], site);
        if (!right.IsComplete) return right.Failure;
        if (left.Items.Length < 2 || right.Items.Length < 2) return ErrorKind.Div0;
        var (freedom, other) = (left.Items.Length - 1, right.Items.Length - 1);
        var (variance, second) = (SampleMoments.SquaredDeviations(left.Items) / freedom, SampleMoments.SquaredDeviations(right.Items) / other);
        if (variance == 0 || second == 0) return ErrorKind.Div0;
        var law = new FisherDistribution(freedom, other);
        return Math.Min(1, 2 * Math.Min(law.Above(variance / second), law.Below(variance / second)));
    }

    private static Operand StudentTest(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[2].TryTruncated(site, out var tails, out var failure)) return failure;
        if (!arguments[3].TryTruncated(site, out var kind, out failure)) return failure;
        if (tails is not (1 or 2)) return ErrorKind.Num;
        switch (kind)
        {
            case 1:
                using (var pairs = NumberPairs.Of(arguments[0], arguments[1], site))
                {
                    return pairs.IsComplete ? Paired(pairs.Left, pairs.Right, tails) : pairs.Failure;
                }
            case 2 or 3:
                using (NumberSample left = NumberSample.Of(arguments[0], site), right = NumberSample.Of(arguments[1], site))
                {
                    if (!left.IsComplete) return left.Failure;
                    if (!right.IsComplete) return right.Failure;
                    return kind == 2 ? Pooled(left.Items, right.Items, tails) : Welch(left.Items, right.Items, tails);
                }
            default:
                return ErrorKind.Num;
        }
    }

    private static Operand Paired(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int tails)
    {
        var count = left.Length;
        if (count < 2) return ErrorKind.Div0;
        var mean = SampleMoments.Mean(left) - SampleMoments.Mean(right);
        var squares = 0.0;
        for (var i = 0; i < count; i++)
        {
            var distance = left[i] - right[i] - mean;
            squares += distance * distance;
        }
        return Tails(mean, squares / (count - 1) / count, count - 1, tails);
    }

    private static Operand Pooled(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int tails)
    {
        if (left.Length < 2 || right.Length < 2) return ErrorKind.Div0;
        double freedom = left.Length + right.Length - 2;
        var pooled = (SampleMoments.SquaredDeviations(left) + SampleMoments.SquaredDeviations(right)) / freedom;
        var difference = SampleMoments.Mean(left) - SampleMoments.Mean(right);
        return Tails(difference, pooled * (1.0 / left.Length + 1.0 / right.Length), freedom, tails);
    }

    // Samples of different variances; the degrees of freedom of Welch and Satterthwaite are not whole.
    private static Operand Welch(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int tails)
    {
        if (left.Length < 2 || right.Length < 2) return ErrorKind.Div0;
        var a = SampleMoments.SquaredDeviations(left) / (left.Length - 1) / left.Length;
        var b = SampleMoments.SquaredDeviations(right) / (right.Length - 1) / right.Length;
        if (a + b == 0) return ErrorKind.Div0;
        var freedom = (a + b) * (a + b) / (a * a / (left.Length - 1) + b * b / (right.Length - 1));
        return Tails(SampleMoments.Mean(left) - SampleMoments.Mean(right), a + b, freedom, tails);
    }

    private static Operand Tails(double difference, double variance, double freedom, int tails) =>
        variance == 0 ? ErrorKind.Div0 : tails * new StudentDistribution(freedom).Above(Math.Abs(difference) / Math.Sqrt(variance));

    private static Operand NormalTest(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        using var sample = NumberSample.Of(arguments[0], site);
        if (!sample.IsComplete) return sample.Failure;
        if (!arguments[1].TryNumber(site, out var mean, out var failure)) return failure;
        if (sample.Items.IsEmpty) return ErrorKind.NotAvailable;
        double deviation;
        if (arguments.IsGiven(2))
        {
            if (!arguments[2].TryNumber(site, out deviation, out failure)) return failure;
            if (deviation <= 0) return ErrorKind.Num;
        }
        else
        {
            if (sample.Items.Length < 2) return ErrorKind.Div0;
            deviation = Math.Sqrt(SampleMoments.SquaredDeviations(sample.Items) / (sample.Items.Length - 1));
            if (deviation == 0) return ErrorKind.Div0;
        }
        return ErrorFunction.NormalBelow((mean - SampleMoments.Mean(sample.Items)) * Math.Sqrt(sample.Items.Length) / deviation);
    }

    private static Operand Probability(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        using var pairs = NumberPairs.Of(arguments[0], arguments[1], site);
        if (!pairs.IsComplete) return pairs.Failure;
        if (!arguments[2].TryNumber(site, out var least, out var failure)) return failure;
        var most = least;
        if (arguments.IsGiven(3) && !arguments[3].TryNumber(site, out most, out failure)) return failure;
        var (total, sum) = (0.0, 0.0);
        for (var i = 0; i < pairs.Left.Length; i++)
        {
            var share = pairs.Right[i];
            if (share is < 0 or > 1) return ErrorKind.Num;
            total += share;
            if (pairs.Left[i] >= least && pairs.Left[i] <= most) sum += share;
        }
        return Math.Abs(total - 1) <= Tolerance ? sum : ErrorKind.Num;
    }
}
