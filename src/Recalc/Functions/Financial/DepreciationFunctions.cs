using Recalc.Values;

namespace Recalc.Functions.Financial;

/// <summary>How the value of a thing is written off over its life.</summary>
internal static class DepreciationFunctions
{
    private const int MonthsOfYear = 12;

    public static readonly BodyList Rows = new()
    {
        { "SLN", NumberBody.Of(3, [], n => n[2] == 0 ? ErrorKind.Div0 : (n[0] - n[1]) / n[2]) },
        { "SYD", NumberBody.Of(4, [], YearsDigits) },
        { "DB", FixedBalance },
        { "DDB", NumberBody.Of(4, [2], DecliningBalance) },
        { "VDB", VariableBalance },
    };

    private static Operand YearsDigits(ReadOnlySpan<double> n)
    {
        var (life, period) = (n[2], n[3]);
        if (n[1] < 0 || life <= 0 || period <= 0 || period > life) return ErrorKind.Num;
        return (n[0] - n[1]) * (life - period + 1) * 2 / (life * (life + 1));
    }

    // The rate has three digits; the first year has some months, and one more year the rest.
    private static Operand FixedBalance(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        Span<double> n = stackalloc double[5];
        if (!NumberBody.TryRead(arguments, site, 4, [MonthsOfYear], ref n, out var failure)) return failure;
        var (cost, salvage, life, period, months) = (n[0], n[1], n[2], Math.Truncate(n[3]), Math.Truncate(n[4]));
        if (cost < 0 || salvage < 0 || life <= 0 || period < 1 || months is < 1 or > MonthsOfYear) return ErrorKind.Num;
        if (period > life + (months < MonthsOfYear ? 1 : 0)) return ErrorKind.Num;
        if (cost == 0) return 0;
        if (!site.TryChargeSteps((long)Math.Min(period, long.MaxValue / 2))) return site.OverSteps;
        var rate = Math.Round(1 - Math.Pow(salvage / cost, 1 / life), 3, MidpointRounding.AwayFromZero);
        var (written, depreciation) = (0.0, 0.0);
        for (var year = 1; year <= period; year++)
        {
            depreciation = year == 1 ? cost * rate * months / MonthsOfYear
                : year > life ? (cost - written) * rate * (MonthsOfYear - months) / MonthsOfYear
                : (cost - written) * rate;
            written += depreciation;
        }
        return depreciation;
    }

    private static Operand DecliningBalance(ReadOnlySpan<double> n)
    {
        var (cost, salvage, life, period, factor) = (n[0], n[1], n[2], n[3], n[4]);
        if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || period > life || factor <= 0) return ErrorKind.Num;
        return Declining(cost, salvage, life, period, factor);
    }

    private static double Declining(double cost, double salvage, double life, double period, double factor)
    {
        var kept = Math.Max(0, 1 - factor / life);
        var before = cost * Math.Pow(kept, period - 1);
        var after = cost * Math.Pow(kept, period);
        return Math.Max(0, before - Math.Max(after, salvage));
    }

    // Between two moments: the declining balance, and once that is more, or never when so asked, what is left in equal parts.
    private static Operand VariableBalance(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        Span<double> n = stackalloc double[7];
        if (!NumberBody.TryRead(arguments, site, 5, [2, 0], ref n, out var failure)) return failure;
        var (cost, salvage, life, start, end, factor, stays) = (n[0], n[1], n[2], n[3], n[4], n[5], n[6] != 0);
        if (cost < 0 || salvage < 0 || life <= 0 || start < 0 || end < start || end > life || factor <= 0) return ErrorKind.Num;
        if (!site.TryChargeSteps((long)Math.Min(end + 1, long.MaxValue / 2))) return site.OverSteps;
        var (value, total, straight) = (cost, 0.0, false);
        for (var period = 0.0; period < end; period++)
        {
            var even = (value - salvage) / (life - period);
            var declining = Math.Min(value * Math.Min(1, factor / life), Math.Max(0, value - salvage));
            straight |= !stays && even > declining;
            var depreciation = straight ? Math.Max(0, even) : declining;
            total += depreciation * Math.Max(0, Math.Min(end, period + 1) - Math.Max(start, period));
            value -= depreciation;
        }
        return total;
    }
}
