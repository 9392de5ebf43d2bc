using Recalc.Functions.Matching;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>Counts, averages, extremes.</summary>
internal static class StatisticalFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "AVERAGE", (a, site) => NumberTotal.TryCompute(a, site, out var total, out var failure) ? Mean(total) : failure },
        { "MIN", (a, site) => NumberTotal.TryCompute(a, site, out var total, out var failure) ? total.Min : failure },
        { "MAX", (a, site) => NumberTotal.TryCompute(a, site, out var total, out var failure) ? total.Max : failure },
        { "COUNT", (a, site) => CountValues(a, site, onlyNumbers: true) },
        { "COUNTA", (a, site) => CountValues(a, site, onlyNumbers: false) },
        { "COUNTBLANK", (a, site) => Count([a[0], ""], site) },
        { "COUNTIF", Count },
        { "COUNTIFS", Count },
        { "AVERAGEIF", (a, site) => ConditionalCall.TryTotalOne(a, site, out var total, out var failure) ? Mean(total.Numbers) : failure },
        { "AVERAGEIFS", (a, site) => ConditionalCall.TryTotal(a, site, out var total, out var failure) ? Mean(total.Numbers) : failure },
        { "MAXIFS", (a, site) => ConditionalCall.TryTotal(a, site, out var total, out var failure) ? total.Numbers.Max : failure },
        { "MINIFS", (a, site) => ConditionalCall.TryTotal(a, site, out var total, out var failure) ? total.Numbers.Min : failure },
    };

    private static Operand Mean(in NumberSummary total) => total.Count == 0 ? ErrorKind.Div0 : total.Sum / total.Count;

    private static Operand Count(ReadOnlySpan<Operand> pairs, CallSite site) =>
        ConditionalCall.TryCount(pairs, site, out var total, out var failure) ? total.Matched : failure;

    // What is given directly counts as a number when it can be converted, and as a value whatever it is, left out or an error.
    private static Operand CountValues(ReadOnlySpan<Operand> arguments, CallSite site, bool onlyNumbers)
    {
        var count = 0L;
        foreach (ref readonly var argument in arguments)
        {
            if (argument.Grid is not { } grid)
            {
                count += !onlyNumbers || argument.TryNumber(site, out _, out _) ? 1 : 0;
                continue;
            }
            if (!site.TryChargeSteps(NumberTotal.Steps(grid))) return site.OverSteps;
            var summary = NumberTotal.Summarize(grid);
            count += onlyNumbers ? summary.Count : summary.Filled;
        }
        return count;
    }
}
