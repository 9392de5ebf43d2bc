using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>Correlation of two lists, and the line of best fit.</summary>
internal static class RegressionFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "CORREL", NumberBody.OfPairs(Correlation) },
        { "PEARSON", NumberBody.OfPairs(Correlation) },
        { "RSQ", NumberBody.OfPairs(Determination) },
        { "COVAR", NumberBody.OfPairs((x, y) => Covariance(x, y, 0)) },
        { "COVARIANCE.P", NumberBody.OfPairs((x, y) => Covariance(x, y, 0)) },
        { "COVARIANCE.S", NumberBody.OfPairs((x, y) => Covariance(x, y, 1)) },
        { "SLOPE", NumberBody.OfPairs((y, x) => TryFit(y, x, out var slope, out _) ? slope : ErrorKind.Div0) },
        { "INTERCEPT", NumberBody.OfPairs((y, x) => TryFit(y, x, out _, out var height) ? height : ErrorKind.Div0) },
        { "STEYX", NumberBody.OfPairs(StandardError) },
        { "FORECAST", Forecast },
        { "FORECAST.LINEAR", Forecast },
    };

    private static Operand Correlation(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        if (left.Length < 2) return ErrorKind.Div0;
        var (squares, others) = (SampleMoments.SquaredDeviations(left), SampleMoments.SquaredDeviations(right));
        if (squares == 0 || others == 0) return ErrorKind.Div0;
        return SampleMoments.CrossDeviations(left, right) / Math.Sqrt(squares * others);
    }

    private static Operand Determination(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var correlation = Correlation(left, right);
        return correlation.IsNumber ? correlation.Word.Number * correlation.Word.Number : correlation;
    }

    private static Operand Covariance(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int lost) =>
        left.Length <= lost ? ErrorKind.Div0 : SampleMoments.CrossDeviations(left, right) / (left.Length - lost);

    private static bool TryFit(ReadOnlySpan<double> y, ReadOnlySpan<double> x, out double slope, out double height)
    {
        (slope, height) = (0, 0);
        if (x.IsEmpty) return false;
        var squares = SampleMoments.SquaredDeviations(x);
        if (squares == 0) return false;
        slope = SampleMoments.CrossDeviations(x, y) / squares;
        height = SampleMoments.Mean(y) - slope * SampleMoments.Mean(x);
        return true;
    }

    private static Operand StandardError(ReadOnlySpan<double> y, ReadOnlySpan<double> x)
    {
        if (x.Length < 3) return ErrorKind.Div0;
        var squares = SampleMoments.SquaredDeviations(x);
        if (squares == 0) return ErrorKind.Div0;
        var cross = SampleMoments.CrossDeviations(x, y);
        return Math.Sqrt(Math.Max(0, SampleMoments.SquaredDeviations(y) - cross * cross / squares) / (x.Length - 2));
    }

    private static Operand Forecast(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryNumber(site, out var at, out var failure)) return failure;
        using var pairs = NumberPairs.Of(arguments[1], arguments[2], site);
        if (!pairs.IsComplete) return pairs.Failure;
        return TryFit(pairs.Left, pairs.Right, out var slope, out var height) ? height + slope * at : ErrorKind.Div0;
    }
}
