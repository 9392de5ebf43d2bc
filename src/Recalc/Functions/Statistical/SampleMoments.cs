using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>Sums, means and squared distances, in the order of the numbers.</summary>
internal static class SampleMoments
{
    public static double Sum(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers) sum += number;
        return sum;
    }

    public static double Mean(ReadOnlySpan<double> numbers) => Sum(numbers) / numbers.Length;

    /// <summary>The sum of the products of the distances from the means; of one list with itself that of the squares.</summary>
    public static double CrossDeviations(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (meanLeft, meanRight) = (Mean(left), Mean(right));
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += (left[i] - meanLeft) * (right[i] - meanRight);
        return sum;
    }

    public static double SquaredDeviations(ReadOnlySpan<double> numbers) => CrossDeviations(numbers, numbers);

    /// <summary>The variance; of a sample (<paramref name="lost"/> 1) or population (0). #DIV/0! when there are too few numbers.</summary>
    public static Operand Variance(ReadOnlySpan<double> numbers, int lost) =>
        numbers.Length <= lost ? ErrorKind.Div0 : SquaredDeviations(numbers) / (numbers.Length - lost);

    /// <summary>The square root of <see cref="Variance"/>.</summary>
    public static Operand Deviation(ReadOnlySpan<double> numbers, int lost) =>
        numbers.Length <= lost ? ErrorKind.Div0 : Math.Sqrt(SquaredDeviations(numbers) / (numbers.Length - lost));

    /// <summary>The sum of a power of the distances from the mean, in standard deviations.</summary>
    public static double Standardized(ReadOnlySpan<double> numbers, double deviation, int power)
    {
        var mean = Mean(numbers);
        var sum = 0.0;
        foreach (var number in numbers) sum += Math.Pow((number - mean) / deviation, power);
        return sum;
    }
}
