using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Factorials, ways to choose and arrange, divisors. Numbers are cut to whole ones.</summary>
internal static class ChoiceFunctions
{
    // Doubles tell whole numbers apart up to here.
    private const double LargestWhole = 9_007_199_254_740_992;
    private const int LargestFactorial = 170;

    public static readonly BodyList Rows = new()
    {
        { "FACT", NumberBody.Of(1, [], n => n[0] < 0 ? ErrorKind.Num : Factorial(Math.Truncate(n[0]), 1)) },
        { "FACTDOUBLE", NumberBody.Of(1, [], n => n[0] <= -2 ? ErrorKind.Num : Factorial(Math.Truncate(n[0]), 2)) },
        { "COMBIN", NumberBody.Of(2, [], n => Combinations(Math.Truncate(n[0]), Math.Truncate(n[1]))) },
        { "COMBINA", NumberBody.Of(2, [], n => Repeated(Math.Truncate(n[0]), Math.Truncate(n[1]))) },
        { "PERMUT", NumberBody.Of(2, [], n => Arrangements(Math.Truncate(n[0]), Math.Truncate(n[1]))) },
        { "PERMUTATIONA", NumberBody.Of(2, [], n => n[0] < 0 || n[1] < 0 ? ErrorKind.Num : Power(n[0], n[1])) },
        { "MULTINOMIAL", NumberBody.OfSample(Multinomial, SampleKind.Strict) },
        { "GCD", NumberBody.OfSample(n => Fold(n, Divisor, 0), SampleKind.Strict) },
        { "LCM", NumberBody.OfSample(n => Fold(n, (a, b) => a == 0 || b == 0 ? 0 : a / Divisor(a, b) * b, 1), SampleKind.Strict) },
    };

    /// <summary>How many ways there are to choose some of a set; #NUM! when there are fewer.</summary>
    public static Operand Combinations(double all, double some)
    {
        if (all < 0 || some < 0 || some > all) return ErrorKind.Num;
        some = Math.Min(some, all - some);
        var ways = 1.0;
        for (var i = 1.0; i <= some && double.IsFinite(ways); i++)
        {
            // Exact while the product is a whole number that doubles hold.
            var product = ways * (all - some + i);
            ways = product < LargestWhole ? product / i : ways / i * (all - some + i);
        }
        return ways < LargestWhole ? Math.Round(ways) : ways;
    }

    private static Operand Repeated(double all, double some)
    {
        if (all < 0 || some < 0) return ErrorKind.Num;
        if (some == 0) return 1;
        return all == 0 ? ErrorKind.Num : Combinations(all + some - 1, some);
    }

    private static Operand Arrangements(double all, double some)
    {
        if (all <= 0 || some < 0 || some > all) return ErrorKind.Num;
        var ways = 1.0;
        for (var i = 0.0; i < some && double.IsFinite(ways); i++) ways *= all - i;
        return ways;
    }

    private static double Power(double all, double some) => Math.Pow(Math.Truncate(all), Math.Truncate(some));

    private static double Factorial(double number, int step)
    {
        var product = 1.0;
        for (var i = number; i > 1 && double.IsFinite(product); i -= step) product *= i;
        return product;
    }

    private static Operand Multinomial(Span<double> numbers)
    {
        var (ways, sum) = (1.0, 0.0);
        foreach (var item in numbers)
        {
            var number = Math.Truncate(item);
            if (item < 0) return ErrorKind.Num;
            sum += number;
            if (sum > LargestFactorial * LargestFactorial) return ErrorKind.Num;
            ways *= Combinations(sum, number).Word.Number;
        }
        return ways;
    }

    private static Operand Fold(Span<double> numbers, Func<double, double, double> join, double start)
    {
        var result = start;
        foreach (var item in numbers)
        {
            var number = Math.Truncate(item);
            if (item < 0 || number >= LargestWhole) return ErrorKind.Num;
            result = join(result, number);
        }
        return result < LargestWhole ? result : ErrorKind.Num;
    }

    private static double Divisor(double left, double right)
    {
        while (right != 0) (left, right) = (right, left % right);
        return left;
    }
}
