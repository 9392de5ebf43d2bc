using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>SUBTOTAL and AGGREGATE: a function chosen by number, of cells some of which are left out.</summary>
internal static class SubtotalFunctions
{
    private const int CountNumbers = 2;
    private const int CountFilled = 3;
    private const int LastOfSubtotal = 11;
    private const int LastOfLists = 13;
    private const int LastOfAggregate = 19;
    private const int WithoutHidden = 100;
    private const int LastOption = 7;

    public static readonly BodyList Rows = new()
    {
        { "SUBTOTAL", Subtotal },
        { "AGGREGATE", Aggregate },
    };

    // Rows that a filter hides cannot be told from others: only the numbers above 100 leave them out.
    private static Operand Subtotal(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryWhole(site, out var function, out var failure)) return failure;
        var skipsHidden = function > WithoutHidden;
        if (skipsHidden) function -= WithoutHidden;
        if (function is < 1 or > LastOfSubtotal) return ErrorKind.Value;
        foreach (ref readonly var argument in arguments[1..])
        {
            if (argument.IsError) return argument;
            if (argument.AreaOrNull is not { } area) return ErrorKind.Value;
            if (!site.Demand(area)) return Operand.Blocked;
        }
        return Compute(function, arguments[1..], site, new CellFilter(skipsHidden, true), skipsErrors: false);
    }

    private static Operand Aggregate(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryWhole(site, out var function, out var failure)) return failure;
        if (!arguments[1].TryWhole(site, out var option, out failure)) return failure;
        if (function is < 1 or > LastOfAggregate || option is < 0 or > LastOption) return ErrorKind.Value;
        var filter = new CellFilter((option & 1) != 0, option < 4);
        var skipsErrors = (option & 2) != 0;
        if (function > LastOfLists) return OfPlace(function, arguments, site, filter, skipsErrors);
        foreach (ref readonly var argument in arguments[2..])
            if (argument.AreaOrNull is null) return argument.IsError ? argument : ErrorKind.Value;
        return Compute(function, arguments[2..], site, filter, skipsErrors);
    }

    private static Operand Compute(int function, ReadOnlySpan<Operand> lists, CallSite site, CellFilter filter, bool skipsErrors)
    {
        var kind = function switch
        {
            CountNumbers => SampleKind.NumbersWithoutErrors,
            CountFilled when !skipsErrors => SampleKind.Filled,
            CountFilled => SampleKind.FilledWithoutErrors,
            _ => skipsErrors ? SampleKind.NumbersWithoutErrors : SampleKind.Numbers,
        };
        using var sample = NumberSample.Of(lists, site, kind, filter);
        if (!sample.IsComplete) return sample.Failure;
        var numbers = sample.Items;
        return function switch
        {
            1 => numbers.IsEmpty ? ErrorKind.Div0 : SampleMoments.Mean(numbers),
            CountNumbers or CountFilled => numbers.Length,
            4 => Extreme(numbers, Math.Max),
            5 => Extreme(numbers, Math.Min),
            6 => Product(numbers),
            7 => SampleMoments.Deviation(numbers, 1),
            8 => SampleMoments.Deviation(numbers, 0),
            9 => SampleMoments.Sum(numbers),
            10 => SampleMoments.Variance(numbers, 1),
            11 => SampleMoments.Variance(numbers, 0),
            12 => SamplePlace.Median(numbers),
            _ => SamplePlace.Mode(numbers),
        };
    }

    private static Operand OfPlace(int function, ReadOnlySpan<Operand> arguments, CallSite site, CellFilter filter, bool skipsErrors)
    {
        if (arguments.Length != 4) return ErrorKind.Value;
        var place = arguments[3].Grid is { } grid ? grid.Element(0, 0) : arguments[3];
        if (!place.TryNumber(site, out var k, out var failure)) return failure;
        using var sample = NumberSample.Of(
            arguments.Slice(2, 1), site, skipsErrors ? SampleKind.NumbersWithoutErrors : SampleKind.Numbers, filter);
        if (!sample.IsComplete) return sample.Failure;
        var numbers = sample.Items;
        return function switch
        {
            14 => SamplePlace.Largest(numbers, k),
            15 => SamplePlace.Smallest(numbers, k),
            16 => SamplePlace.Percentile(numbers, k),
            17 => SamplePlace.Quartile(numbers, k, SamplePlace.Percentile),
            18 => SamplePlace.PercentileInside(numbers, k),
            _ => SamplePlace.Quartile(numbers, k, SamplePlace.PercentileInside),
        };
    }

    private static double Extreme(ReadOnlySpan<double> numbers, Func<double, double, double> better)
    {
        if (numbers.IsEmpty) return 0;
        var extreme = numbers[0];
        foreach (var number in numbers) extreme = better(extreme, number);
        return extreme;
    }

    private static double Product(ReadOnlySpan<double> numbers)
    {
        if (numbers.IsEmpty) return 0;
        var product = 1.0;
        foreach (var number in numbers) product *= number;
        return product;
    }
}
