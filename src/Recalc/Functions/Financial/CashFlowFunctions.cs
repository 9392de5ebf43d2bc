using Recalc.Values;

namespace Recalc.Functions.Financial;

/// <summary>What flows of money are worth, and the rates that they yield.</summary>
internal static class CashFlowFunctions
{
    private const double DefaultGuess = 0.1;
    private const double DaysOfYear = 365;

    public static readonly BodyList Rows = new()
    {
        { "NPV", NetPresentValue },
        { "IRR", RateOfReturn },
        { "MIRR", ModifiedRateOfReturn },
        { "XNPV", DatedValue },
        { "XIRR", DatedRate },
        { "FVSCHEDULE", Schedule },
    };

    // The first flow is at the end of the first period.
    private static Operand NetPresentValue(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryNumber(site, out var rate, out var failure)) return failure;
        using var flows = NumberSample.Of(arguments[1..], site);
        if (!flows.IsComplete) return flows.Failure;
        if (flows.Items.IsEmpty) return ErrorKind.Value;
        return rate == -1 ? ErrorKind.Div0 : new Discounting(flows.Items, []).At(rate).Value / (1 + rate);
    }

    private static Operand RateOfReturn(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var guess = DefaultGuess;
        using var flows = NumberSample.Of(arguments[0], site);
        if (!flows.IsComplete) return flows.Failure;
        if (arguments.IsGiven(1) && !arguments[1].TryNumber(site, out guess, out var failure)) return failure;
        if (guess <= -1) return ErrorKind.Value;
        return RateOf(new Discounting(flows.Items, []), guess);
    }

    private static Operand RateOf(in Discounting flows, double guess) =>
        flows.HasBothSigns && flows.RateOfReturn(guess) is { } rate && double.IsFinite(rate) ? rate : ErrorKind.Num;

    // What is lost is financed at one rate, and what is gained is invested at another.
    private static Operand ModifiedRateOfReturn(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        using var flows = NumberSample.Of(arguments[0], site);
        if (!flows.IsComplete) return flows.Failure;
        if (!arguments[1].TryNumber(site, out var finance, out var failure)) return failure;
        if (!arguments[2].TryNumber(site, out var invest, out failure)) return failure;
        var (lost, gained, periods) = (0.0, 0.0, flows.Items.Length - 1);
        for (var i = 0; i <= periods; i++)
        {
            var flow = flows.Items[i];
            if (flow < 0) lost += flow * Math.Pow(1 + finance, -i);
            else gained += flow * Math.Pow(1 + invest, periods - i);
        }
        return lost == 0 || periods < 1 ? ErrorKind.Div0 : Math.Pow(-gained / lost, 1.0 / periods) - 1;
    }

    private static Operand DatedValue(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryNumber(site, out var rate, out var failure)) return failure;
        using var flows = NumberSample.Of(arguments[1], site);
        if (!flows.IsComplete) return flows.Failure;
        using var moments = NumberSample.Of(arguments[2], site);
        if (!moments.IsComplete) return moments.Failure;
        if (rate <= -1 || !TryMeasure(flows.Items, moments.Items)) return ErrorKind.Num;
        return new Discounting(flows.Items, moments.Items).At(rate).Value;
    }

    private static Operand DatedRate(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var guess = DefaultGuess;
        using var flows = NumberSample.Of(arguments[0], site);
        if (!flows.IsComplete) return flows.Failure;
        using var moments = NumberSample.Of(arguments[1], site);
        if (!moments.IsComplete) return moments.Failure;
        if (arguments.IsGiven(2) && !arguments[2].TryNumber(site, out guess, out var failure)) return failure;
        if (guess <= -1 || !TryMeasure(flows.Items, moments.Items)) return ErrorKind.Num;
        return RateOf(new Discounting(flows.Items, moments.Items), guess);
    }

    // Makes of days the years since the first, before which there is none.
    private static bool TryMeasure(ReadOnlySpan<double> flows, Span<double> days)
    {
        if (flows.Length != days.Length || flows.IsEmpty) return false;
        var first = Math.Truncate(days[0]);
        foreach (ref var day in days)
        {
            day = (Math.Truncate(day) - first) / DaysOfYear;
            if (day < 0) return false;
        }
        return first >= 0;
    }

    private static Operand Schedule(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryNumber(site, out var value, out var failure)) return failure;
        using var rates = NumberSample.Of(arguments[1], site);
        if (!rates.IsComplete) return rates.Failure;
        foreach (var rate in rates.Items) value *= 1 + rate;
        return value;
    }
}
