using Recalc.Functions.Engineering;
using Recalc.Values;

namespace Recalc.Functions.Financial;

/// <summary>Loans and savings with equal payments, and rates of interest.</summary>
internal static class AnnuityFunctions
{
    private const double DefaultGuess = 0.1;

    public static readonly BodyList Rows = new()
    {
        { "PV", NumberBody.Of(3, [0, 0], n => IsLost(n[0], -n[1]) ? ErrorKind.Div0 : new Annuity(n[0], n[4] != 0).PresentValue(n[1], n[2], n[3])) },
        { "FV", NumberBody.Of(3, [0, 0], n => IsLost(n[0], n[1]) ? ErrorKind.Div0 : new Annuity(n[0], n[4] != 0).FutureValue(n[1], n[2], n[3])) },
        { "PMT", NumberBody.Of(3, [0, 0], n => n[1] == 0 ? ErrorKind.Num : new Annuity(n[0], n[4] != 0).Payment(n[1], n[2], n[3])) },
        { "NPER", NumberBody.Of(3, [0, 0], n => new Annuity(n[0], n[4] != 0).Periods(n[1], n[2], n[3])) },
        { "RATE", NumberBody.Of(3, [0, 0, DefaultGuess], Rate) },
        { "IPMT", NumberBody.Of(4, [0, 0], n => OfPeriod(n, (annuity, _, interest) => interest)) },
        { "PPMT", NumberBody.Of(4, [0, 0], n => OfPeriod(n, (annuity, payment, interest) => payment - interest)) },
        { "ISPMT", NumberBody.Of(4, [], n => n[2] == 0 ? ErrorKind.Div0 : n[3] * n[0] * (n[1] / n[2] - 1)) },
        { "CUMIPMT", (a, site) => Accumulate(a, site, isInterest: true) },
        { "CUMPRINC", (a, site) => Accumulate(a, site, isInterest: false) },
        { "EFFECT", StrictBody.Of(2, [], n => OfYear(n, (rate, times) => Math.Pow(1 + rate / times, times) - 1)) },
        { "NOMINAL", StrictBody.Of(2, [], n => OfYear(n, (rate, times) => times * (Math.Pow(1 + rate, 1 / times) - 1))) },
        { "RRI", NumberBody.Of(3, [], n => n[0] <= 0 || n[1] == 0 ? ErrorKind.Num : Math.Pow(n[2] / n[1], 1 / n[0]) - 1) },
        { "PDURATION", NumberBody.Of(3, [], n => IsPositive(n) ? Math.Log(n[2] / n[1]) / Math.Log(1 + n[0]) : ErrorKind.Num) },
    };

    // Where everything is lost in a period, nothing tells what was there before.
    private static bool IsLost(double rate, double periods) => rate == -1 && periods < 0;

    private static bool IsPositive(ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
            if (number <= 0) return false;
        return true;
    }

    private static Operand Rate(ReadOnlySpan<double> n) =>
        n[0] <= 0 || n[5] <= -1 ? ErrorKind.Num : Annuity.RateOf(n[0], n[1], n[2], n[3], n[4] != 0, n[5]);

    // Of one payment, from the rate, its number, how many there are, the present and the future value.
    private static Operand OfPeriod(ReadOnlySpan<double> n, Func<Annuity, double, double, double> choose)
    {
        if (n[1] < 1 || n[1] >= n[2] + 1) return ErrorKind.Num;
        var annuity = new Annuity(n[0], n[5] != 0);
        return choose(annuity, annuity.Payment(n[2], n[3], n[4]), annuity.Interest(n[1], n[2], n[3], n[4]));
    }

    // The interest or principal of several payments, one by one.
    private static Operand Accumulate(ReadOnlySpan<Operand> arguments, CallSite site, bool isInterest)
    {
        Span<double> n = stackalloc double[6];
        for (var i = 0; i < n.Length; i++)
            if (!StrictBody.TryNumber(arguments[i], site, out n[i], out var failure)) return failure;
        var (rate, periods, present, first, last, kind) = (n[0], n[1], n[2], Math.Ceiling(n[3]), Math.Floor(n[4]), n[5]);
        if (rate <= 0 || periods <= 0 || present <= 0 || kind is not (0 or 1)) return ErrorKind.Num;
        if (first < 1 || last < first || last > periods) return ErrorKind.Num;
        if (!site.TryChargeSteps((long)Math.Min(last - first + 1, long.MaxValue / 2))) return site.OverSteps;
        var annuity = new Annuity(rate, kind == 1);
        var payment = annuity.Payment(periods, present, 0);
        var total = 0.0;
        for (var period = first; period <= last; period++)
        {
            var interest = annuity.Interest(period, periods, present, 0);
            total += isInterest ? interest : payment - interest;
        }
        return total;
    }

    private static Operand OfYear(ReadOnlySpan<double> n, Func<double, double, double> compute)
    {
        var times = Math.Truncate(n[1]);
        return n[0] <= 0 || times < 1 ? ErrorKind.Num : compute(n[0], times);
    }
}
