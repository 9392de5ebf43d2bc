using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>
/// Makes bodies of the functions that once came with Excel's Analysis ToolPak: a logical is no number to them (#VALUE!), and an argument
/// left out that must be given is #N/A.
/// </summary>
internal static class StrictBody
{
    private const int MostArguments = 4;

    /// <summary>A function of one number.</summary>
    public static FunctionBody Of(Func<double, double> compute) =>
        (a, site) => TryNumber(a[0], site, out var number, out var failure) ? compute(number) : failure;

    /// <summary>A function of so many numbers, some of which may be left out.</summary>
    /// <param name="required">How many must be given.</param>
    /// <param name="defaults">What those after them are when they are left out.</param>
    /// <param name="compute">What is called with all of them.</param>
    public static FunctionBody Of(int required, double[] defaults, NumberFunction compute) => (a, site) =>
    {
        Span<double> numbers = stackalloc double[MostArguments];
        numbers = numbers[..(required + defaults.Length)];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i >= required && !a.IsGiven(i)) numbers[i] = defaults[i - required];
            else if (!TryNumber(a[i], site, out numbers[i], out var failure)) return failure;
        }
        return compute(numbers);
    };

    /// <summary>The argument as a number.</summary>
    public static bool TryNumber(in Operand argument, CallSite site, out double number, out Operand failure)
    {
        if (!IsRefused(argument)) return argument.TryNumber(site, out number, out failure);
        (number, failure) = (0, Refusal(argument));
        return false;
    }

    /// <summary>The argument as text: a number as it is written.</summary>
    public static bool TryText(in Operand argument, out string text, out Operand failure)
    {
        if (!IsRefused(argument)) return argument.TryText(out text, out failure);
        (text, failure) = ("", Refusal(argument));
        return false;
    }

    private static ErrorKind Refusal(in Operand argument) => argument.IsOmitted ? ErrorKind.NotAvailable : ErrorKind.Value;

    private static bool IsRefused(in Operand argument) => argument.IsOmitted || argument.Word.IsLogical;
}
