using Recalc.Functions.Matching;
using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Sums and products, powers and logarithms.</summary>
internal static class ArithmeticFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "SUM", (a, site) => NumberTotal.TryCompute(a, site, out var total, out var failure) ? total.Sum : failure },
        { "SUMIF", (a, site) => ConditionalCall.TryTotalOne(a, site, out var total, out var failure) ? total.Numbers.Sum : failure },
        { "SUMIFS", (a, site) => ConditionalCall.TryTotal(a, site, out var total, out var failure) ? total.Numbers.Sum : failure },
        { "PRODUCT", Product.Of },
        { "SUMPRODUCT", SumProduct.Of },
        { "ABS", OfNumber(Math.Abs) },
        { "SIGN", OfNumber(n => Math.Sign(n)) },
        // What has no real result is NaN or infinite, and so #NUM!.
        { "SQRT", OfNumber(Math.Sqrt) },
        { "EXP", OfNumber(Math.Exp) },
        { "LN", OfNumber(Math.Log) },
        { "LOG10", OfNumber(Math.Log10) },
        { "LOG", Logarithm },
        { "POWER", OfNumbers(Powers.Of) },
        { "MOD", OfNumbers(Modulo) },
        { "PI", (_, _) => Math.PI },
        { "SEQUENCE", Sequence.Of },
    };

    private static FunctionBody OfNumber(Func<double, double> compute) =>
        (a, site) => a[0].TryNumber(site, out var number, out var failure) ? compute(number) : failure;

    private static FunctionBody OfNumbers(Func<double, double, Operand> compute) => (a, site) =>
    {
        if (!a[0].TryNumber(site, out var left, out var failure)) return failure;
        return a[1].TryNumber(site, out var right, out failure) ? compute(left, right) : failure;
    };

    private static Operand Logarithm(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var @base = 10.0;
        if (!arguments[0].TryNumber(site, out var number, out var failure)) return failure;
        if (arguments.Length > 1 && !arguments[1].TryNumber(site, out @base, out failure)) return failure;
        if (number <= 0 || @base <= 0) return ErrorKind.Num;
        return @base switch
        {
            1 => ErrorKind.Div0,
            2 => Math.Log2(number),
            10 => Math.Log10(number),
            _ => Math.Log(number) / Math.Log(@base),
        };
    }

    // The sign is that of the divisor.
    private static Operand Modulo(double number, double divisor)
    {
        if (divisor == 0) return ErrorKind.Div0;
        var rest = number % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }
}
