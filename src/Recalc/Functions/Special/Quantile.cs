namespace Recalc.Functions.Special;

/// <summary>
/// Inverses of cumulative distributions: Newton's method inside a bracket, halved in the order of doubles where a step leaves it. Bounded:
/// each halving takes one of 63 bits.
/// </summary>
internal static class Quantile
{
    private const int MostSteps = 200;

    /// <summary>The x whose <see cref="IContinuousDistribution.Below"/> is p, 0 &lt; p &lt; 1.</summary>
    public static double Below<T>(in T distribution, double p, double most = double.MaxValue) where T : IContinuousDistribution =>
        p > 0.5 ? Search(distribution, 1 - p, isAbove: true, most) : Search(distribution, p, isAbove: false, most);

    /// <summary>The x whose <see cref="IContinuousDistribution.Above"/> is p, 0 &lt; p &lt; 1.</summary>
    public static double Above<T>(in T distribution, double p, double most = double.MaxValue) where T : IContinuousDistribution =>
        p > 0.5 ? Search(distribution, 1 - p, isAbove: false, most) : Search(distribution, p, isAbove: true, most);

    private static double Search<T>(in T distribution, double p, bool isAbove, double most) where T : IContinuousDistribution
    {
        // The answer lies in low..high.
        var (low, high) = (0.0, most);
        var x = Math.Min(1, most / 2);
        var last = double.PositiveInfinity;
        for (var step = 0; step < MostSteps; step++)
        {
            // Positive where x is too large.
            var excess = isAbove ? p - distribution.Above(x) : distribution.Below(x) - p;
            if (excess == 0) return x;
            if (excess > 0) high = x;
            else low = x;
            var change = excess / distribution.Density(x);
            var next = x - change;
            // A step that leaves the bracket, or does not get shorter fast, is none.
            if (!(next > low && next < high) || Math.Abs(change) > last / 2) next = Middle(low, high);
            last = Math.Abs(next - x);
            if (last <= x * 1e-16 || next == low || next == high) return next;
            x = next;
        }
        return x;
    }

    // Halfway in the order of doubles, whose bits are in the order of their values.
    private static double Middle(double low, double high)
    {
        var (first, last) = (BitConverter.DoubleToInt64Bits(low), BitConverter.DoubleToInt64Bits(high));
        return BitConverter.Int64BitsToDouble(first + (last - first) / 2);
    }
}
