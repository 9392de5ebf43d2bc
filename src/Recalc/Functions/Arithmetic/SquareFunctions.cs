using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Sums of squares and power series.</summary>
internal static class SquareFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "SUMSQ", NumberBody.OfSample(n => Sum(n, n)) },
        { "SUMX2MY2", NumberBody.OfPairs((x, y) => Total(x, y, (a, b) => a * a - b * b)) },
        { "SUMX2PY2", NumberBody.OfPairs((x, y) => Total(x, y, (a, b) => a * a + b * b)) },
        { "SUMXMY2", NumberBody.OfPairs((x, y) => Total(x, y, (a, b) => (a - b) * (a - b))) },
        { "SERIESSUM", Series },
        { "SQRTPI", NumberBody.Of(n => Math.Sqrt(n * Math.PI)) },
        { "PERCENTOF", Share },
    };

    private static Operand Total(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Func<double, double, double> term)
    {
        if (left.IsEmpty) return ErrorKind.Div0;
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += term(left[i], right[i]);
        return sum;
    }

    private static double Sum(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    private static Operand Series(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        Span<double> n = stackalloc double[3];
        if (!NumberBody.TryRead(arguments, site, 3, [], ref n, out var failure)) return failure;
        using var coefficients = NumberSample.Of(arguments[3], site);
        if (!coefficients.IsComplete) return coefficients.Failure;
        var sum = 0.0;
        for (var i = 0; i < coefficients.Items.Length; i++) sum += coefficients.Items[i] * Math.Pow(n[0], n[1] + i * n[2]);
        return sum;
    }

    private static Operand Share(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!NumberTotal.TryCompute(arguments[..1], site, out var part, out var failure)) return failure;
        if (!NumberTotal.TryCompute(arguments[1..], site, out var whole, out failure)) return failure;
        return whole.Sum == 0 ? ErrorKind.Div0 : part.Sum / whole.Sum;
    }
}
