using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>Means, variances and the shape of a sample.</summary>
internal static class SpreadFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "AVERAGEA", NumberBody.OfSample(n => n.IsEmpty ? ErrorKind.Div0 : SampleMoments.Mean(n), SampleKind.Values) },
        { "MAXA", NumberBody.OfSample(n => Last(n), SampleKind.Values) },
        { "MINA", NumberBody.OfSample(n => First(n), SampleKind.Values) },
        { "STDEV", NumberBody.OfSample(n => SampleMoments.Deviation(n, 1)) },
        { "STDEV.S", NumberBody.OfSample(n => SampleMoments.Deviation(n, 1)) },
        { "STDEVA", NumberBody.OfSample(n => SampleMoments.Deviation(n, 1), SampleKind.Values) },
        { "STDEVP", NumberBody.OfSample(n => SampleMoments.Deviation(n, 0)) },
        { "STDEV.P", NumberBody.OfSample(n => SampleMoments.Deviation(n, 0)) },
        { "STDEVPA", NumberBody.OfSample(n => SampleMoments.Deviation(n, 0), SampleKind.Values) },
        { "VAR", NumberBody.OfSample(n => SampleMoments.Variance(n, 1)) },
        { "VAR.S", NumberBody.OfSample(n => SampleMoments.Variance(n, 1)) },
        { "VARA", NumberBody.OfSample(n => SampleMoments.Variance(n, 1), SampleKind.Values) },
        { "VARP", NumberBody.OfSample(n => SampleMoments.Variance(n, 0)) },
        { "VAR.P", NumberBody.OfSample(n => SampleMoments.Variance(n, 0)) },
        { "VARPA", NumberBody.OfSample(n => SampleMoments.Variance(n, 0), SampleKind.Values) },
        { "DEVSQ", NumberBody.OfSample(n => n.IsEmpty ? ErrorKind.Num : SampleMoments.SquaredDeviations(n)) },
        { "AVEDEV", NumberBody.OfSample(n => n.IsEmpty ? ErrorKind.Num : MeanDistance(n)) },
        { "GEOMEAN", NumberBody.OfSample(Geometric) },
        { "HARMEAN", NumberBody.OfSample(Harmonic) },
        { "SKEW", NumberBody.OfSample(Skewness) },
        { "SKEW.P", NumberBody.OfSample(PopulationSkewness) },
        { "KURT", NumberBody.OfSample(Kurtosis) },
        { "STANDARDIZE", NumberBody.Of(3, [], n => n[2] <= 0 ? ErrorKind.Num : (n[0] - n[1]) / n[2]) },
        { "FISHER", NumberBody.Of(n => Math.Atanh(n)) },
        { "FISHERINV", NumberBody.Of(n => Math.Tanh(n)) },
    };

    private static double First(Span<double> numbers)
    {
        numbers.Sort();
        return numbers.IsEmpty ? 0 : numbers[0];
    }

    private static double Last(Span<double> numbers)
    {
        numbers.Sort();
        return numbers.IsEmpty ? 0 : numbers[^1];
    }

    private static double MeanDistance(ReadOnlySpan<double> numbers)
    {
        var mean = SampleMoments.Mean(numbers);
        var sum = 0.0;
        foreach (var number in numbers) sum += Math.Abs(number - mean);
        return sum / numbers.Length;
    }

    private static Operand Geometric(Span<double> numbers)
    {
        var (product, logarithms) = (1.0, 0.0);
        foreach (var number in numbers)
        {
            if (number <= 0) return ErrorKind.Num;
            product *= number;
            logarithms += Math.Log(number);
        }
        if (numbers.IsEmpty) return ErrorKind.Num;
        // The product is more exact, where doubles hold it.
        return double.IsNormal(product) ? Math.Pow(product, 1.0 / numbers.Length) : Math.Exp(logarithms / numbers.Length);
    }

    private static Operand Harmonic(Span<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
        {
            if (number <= 0) return ErrorKind.Num;
            sum += 1 / number;
        }
        return numbers.IsEmpty ? ErrorKind.Num : numbers.Length / sum;
    }

    private static Operand Skewness(Span<double> numbers)
    {
        double n = numbers.Length;
        if (n < 3) return ErrorKind.Div0;
        var deviation = Math.Sqrt(SampleMoments.SquaredDeviations(numbers) / (n - 1));
        return deviation == 0 ? ErrorKind.Div0 : SampleMoments.Standardized(numbers, deviation, 3) * n / ((n - 1) * (n - 2));
    }

    private static Operand PopulationSkewness(Span<double> numbers)
    {
        if (numbers.Length < 3) return ErrorKind.Div0;
        var deviation = Math.Sqrt(SampleMoments.SquaredDeviations(numbers) / numbers.Length);
        return deviation == 0 ? ErrorKind.Div0 : SampleMoments.Standardized(numbers, deviation, 3) / numbers.Length;
    }

    private static Operand Kurtosis(Span<double> numbers)
    {
        double n = numbers.Length;
        if (n < 4) return ErrorKind.Div0;
        var deviation = Math.Sqrt(SampleMoments.SquaredDeviations(numbers) / (n - 1));
        if (deviation == 0) return ErrorKind.Div0;
        var fourth = SampleMoments.Standardized(numbers, deviation, 4);
        return fourth * n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    }
}
