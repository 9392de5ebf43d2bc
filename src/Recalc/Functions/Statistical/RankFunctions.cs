using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>Order: middle, places, shares, ranks and frequencies.</summary>
internal static class RankFunctions
{
    private const double MostDigits = 15;

    public static readonly BodyList Rows = new()
    {
        { "MEDIAN", NumberBody.OfSample(SamplePlace.Median) },
        { "MODE", NumberBody.OfSample(SamplePlace.Mode) },
        { "MODE.SNGL", NumberBody.OfSample(SamplePlace.Mode) },
        { "MODE.MULT", NumberBody.OfSample(Modes) },
        { "LARGE", OfPlace(SamplePlace.Largest) },
        { "SMALL", OfPlace(SamplePlace.Smallest) },
        { "PERCENTILE", OfPlace(SamplePlace.Percentile) },
        { "PERCENTILE.INC", OfPlace(SamplePlace.Percentile) },
        { "PERCENTILE.EXC", OfPlace(SamplePlace.PercentileInside) },
        { "QUARTILE", OfPlace((n, k) => SamplePlace.Quartile(n, k, SamplePlace.Percentile)) },
        { "QUARTILE.INC", OfPlace((n, k) => SamplePlace.Quartile(n, k, SamplePlace.Percentile)) },
        { "QUARTILE.EXC", OfPlace((n, k) => SamplePlace.Quartile(n, k, SamplePlace.PercentileInside)) },
        { "TRIMMEAN", OfPlace(TrimmedMean) },
        { "RANK", (a, site) => Rank(a, site, isMean: false) },
        { "RANK.EQ", (a, site) => Rank(a, site, isMean: false) },
        { "RANK.AVG", (a, site) => Rank(a, site, isMean: true) },
        { "PERCENTRANK", (a, site) => PercentRank(a, site, isInside: false) },
        { "PERCENTRANK.INC", (a, site) => PercentRank(a, site, isInside: false) },
        { "PERCENTRANK.EXC", (a, site) => PercentRank(a, site, isInside: true) },
        { "FREQUENCY", Frequency },
    };

    private static FunctionBody OfPlace(PlaceFunction compute) => (a, site) =>
    {
        if (a[1].IsError) return a[1];                                          // before those of the sample
        using var sample = NumberSample.Of(a[0], site);
        if (!sample.IsComplete) return sample.Failure;
        return a[1].TryNumber(site, out var place, out var failure) ? compute(sample.Items, place) : failure;
    };

    private static Operand TrimmedMean(Span<double> numbers, double share)
    {
        if (numbers.IsEmpty || share is < 0 or >= 1) return ErrorKind.Num;
        var trimmed = (int)(numbers.Length * share / 2);
        numbers.Sort();
        return SampleMoments.Mean(numbers[trimmed..^trimmed]);
    }

    private static Operand Modes(Span<double> numbers)
    {
        var counts = new Dictionary<double, int>(numbers.Length);
        var most = 1;
        foreach (var number in numbers) most = Math.Max(most, counts[number] = counts.GetValueOrDefault(number) + 1);
        if (most < 2) return ErrorKind.NotAvailable;
        var modes = new List<CellValue>();
        foreach (var number in numbers)
        {
            if (counts[number] != most) continue;
            modes.Add(number);
            counts[number] = 0;
        }
        return Operand.Array(new ArrayValue(modes.Count, 1, [.. modes]));
    }

    private static Operand Rank(ReadOnlySpan<Operand> arguments, CallSite site, bool isMean)
    {
        if (!arguments[0].TryNumber(site, out var number, out var failure)) return failure;
        if (arguments[1].IsError) return arguments[1];
        if (arguments[1].AreaOrNull is not { } area) return ErrorKind.Value;
        if (!site.Demand(area)) return Operand.Blocked;
        var order = 0.0;
        if (arguments.Length > 2 && !arguments[2].TryNumber(site, out order, out failure)) return failure;
        if (!site.TryChargeSteps((long)area.UsedRows * area.UsedColumns)) return site.OverSteps;
        if (ErrorSearch.TryFind(area, out _, out failure)) return failure;
        var (before, equal) = (0L, 0L);
        foreach (var stretch in area.Cells.Stretches(area.Range))
        {
            foreach (var bits in stretch.Words)
            {
                var word = new CellWord(bits);
                if (!word.IsNumber) continue;
                if (word.Number == number) equal++;
                else if (order == 0 ? word.Number > number : word.Number < number) before++;
            }
        }
        if (equal == 0) return ErrorKind.NotAvailable;
        return before + 1 + (isMean ? (equal - 1) / 2.0 : 0);
    }

    private static Operand PercentRank(ReadOnlySpan<Operand> arguments, CallSite site, bool isInside)
    {
        using var sample = NumberSample.Of(arguments[0], site);
        if (!sample.IsComplete) return sample.Failure;
        if (!arguments[1].TryNumber(site, out var number, out var failure)) return failure;
        var digits = 3.0;
        if (arguments.Length > 2 && !arguments[2].IsOmitted && !arguments[2].TryNumber(site, out digits, out failure)) return failure;
        digits = Math.Truncate(digits);
        var numbers = sample.Items;
        if (digits < 1 || numbers.IsEmpty) return ErrorKind.Num;
        numbers.Sort();
        if (number < numbers[0] || number > numbers[^1]) return ErrorKind.NotAvailable;
        var below = 0;
        while (below < numbers.Length && numbers[below] < number) below++;
        var place = numbers[below] == number ? below : below - 1 + (number - numbers[below - 1]) / (numbers[below] - numbers[below - 1]);
        double share;
        if (isInside) share = (place + 1) / (numbers.Length + 1);
        else share = numbers.Length == 1 ? 1 : place / (numbers.Length - 1);
        return digits > MostDigits ? share : DecimalRounding.Round(share, (int)digits, DigitRounding.TowardZero);
    }

    // Of the numbers those up to each bin and above the one before it; what is above all bins comes last.
    private static Operand Frequency(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        using var sample = NumberSample.Of(arguments[0], site);
        if (!sample.IsComplete) return sample.Failure;
        using var bins = NumberSample.Of(arguments[1], site);
        if (!bins.IsComplete) return bins.Failure;
        var count = bins.Items.Length;
        if (!site.TryChargeMemory(2 * (count + 1L))) return site.OverMemory;
        var bounds = bins.Items.ToArray();
        var places = new int[count];
        for (var i = 0; i < count; i++) places[i] = i;
        Array.Sort(bounds, places);
        var totals = new double[count + 1];
        foreach (var number in sample.Items)
        {
            var at = Array.BinarySearch(bounds, number);
            if (at < 0) at = ~at;
            while (at > 0 && at < count && bounds[at - 1] == number) at--;
            totals[at < count ? places[at] : count]++;
        }
        var values = new CellValue[count + 1];
        for (var i = 0; i < values.Length; i++) values[i] = totals[i];
        return Operand.Array(new ArrayValue(values.Length, 1, values));
    }
}
