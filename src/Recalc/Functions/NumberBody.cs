namespace Recalc.Functions;

/// <summary>
/// Makes bodies of functions that take numbers: arguments are read from left to right, and the first failure is the result.
/// </summary>
internal static class NumberBody
{
    private const int MostArguments = 12;

    /// <summary>A function of one number.</summary>
    public static FunctionBody Of(Func<double, double> compute) =>
        (a, site) => a[0].TryNumber(site, out var number, out var failure) ? compute(number) : failure;

    /// <summary>A function of two numbers.</summary>
    public static FunctionBody Of(Func<double, double, double> compute) => (a, site) =>
    {
        if (!a[0].TryNumber(site, out var left, out var failure)) return failure;
        return a[1].TryNumber(site, out var right, out failure) ? compute(left, right) : failure;
    };

    /// <summary>A function of so many numbers, some of which may be left out.</summary>
    /// <param name="required">How many must be given.</param>
    /// <param name="defaults">What those after them are when they are left out.</param>
    /// <param name="compute">What is called with all of them.</param>
    /// <param name="logical">Which of them is a logical, which may be text; -1 for none.</param>
    public static FunctionBody Of(int required, double[] defaults, NumberFunction compute, int logical = -1) => (a, site) =>
    {
        Span<double> numbers = stackalloc double[MostArguments];
        return TryRead(a, site, required, defaults, ref numbers, out var failure, logical) ? compute(numbers) : failure;
    };

    /// <summary>Reads the numbers of a call into the beginning of a span, and cuts it.</summary>
    public static bool TryRead(
        ReadOnlySpan<Operand> arguments, CallSite site, int required, double[] defaults, ref Span<double> numbers, out Operand failure,
        int logical = -1)
    {
        failure = default;
        numbers = numbers[..(required + defaults.Length)];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i >= required && (i >= arguments.Length || arguments[i].IsOmitted)) numbers[i] = defaults[i - required];
            else if (i == logical && arguments[i].IsText && arguments[i].TryLogical(out var isTrue, out _)) numbers[i] = isTrue ? 1 : 0;
            else if (!arguments[i].TryNumber(site, out numbers[i], out failure)) return false;
        }
        return true;
    }

    /// <summary>A function of the numbers among its arguments, as SUM takes them.</summary>
    public static FunctionBody OfSample(SampleFunction compute) => OfSample(compute, SampleKind.Numbers);

    /// <summary>A function of the values among its arguments.</summary>
    public static FunctionBody OfSample(SampleFunction compute, SampleKind kind) => (a, site) =>
    {
        using var sample = NumberSample.Of(a, site, kind);
        return sample.IsComplete ? compute(sample.Items) : sample.Failure;
    };

    /// <summary>A function of two arrays of one length; pairs count where both are numbers.</summary>
    public static FunctionBody OfPairs(PairFunction compute) => (a, site) =>
    {
        using var pairs = NumberPairs.Of(a[0], a[1], site);
        return pairs.IsComplete ? compute(pairs.Left, pairs.Right) : pairs.Failure;
    };
}
