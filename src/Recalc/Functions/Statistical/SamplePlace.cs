using Recalc.Values;

namespace Recalc.Functions.Statistical;

/// <summary>Numbers by their place among others. The lists are sorted in place.</summary>
internal static class SamplePlace
{
    public static Operand Median(Span<double> numbers)
    {
        if (numbers.IsEmpty) return ErrorKind.Num;
        numbers.Sort();
        var middle = numbers.Length / 2;
        return numbers.Length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }

    /// <summary>The most frequent number, of several the one that is met first; #N/A when none comes twice.</summary>
    public static Operand Mode(Span<double> numbers)
    {
        var counts = new Dictionary<double, int>(numbers.Length);
        var (mode, most) = (0.0, 1);
        foreach (var number in numbers) most = Math.Max(most, counts[number] = counts.GetValueOrDefault(number) + 1);
        if (most < 2) return ErrorKind.NotAvailable;
        foreach (var number in numbers)
        {
            mode = number;
            if (counts[number] == most) break;
        }
        return mode;
    }

    /// <summary>The number at a place from the largest; fractions of a place are rounded up.</summary>
    public static Operand Largest(Span<double> numbers, double place)
    {
        place = Math.Ceiling(place);
        if (place < 1 || place > numbers.Length) return ErrorKind.Num;
        numbers.Sort();
        return numbers[^(int)place];
    }

    /// <summary>The number at a place from the smallest; fractions of a place are cut off.</summary>
    public static Operand Smallest(Span<double> numbers, double place)
    {
        place = Math.Truncate(place);
        if (place < 1 || place > numbers.Length) return ErrorKind.Num;
        numbers.Sort();
        return numbers[(int)place - 1];
    }

    public static Operand Percentile(Span<double> numbers, double share)
    {
        if (numbers.IsEmpty || share is < 0 or > 1) return ErrorKind.Num;
        return At(numbers, share * (numbers.Length - 1));
    }

    public static Operand PercentileInside(Span<double> numbers, double share)
    {
        if (numbers.IsEmpty || share is <= 0 or >= 1) return ErrorKind.Num;
        var place = share * (numbers.Length + 1) - 1;
        return place < 0 || place > numbers.Length - 1 ? ErrorKind.Num : At(numbers, place);
    }

    public static Operand Quartile(Span<double> numbers, double quarter, PlaceFunction percentile)
    {
        quarter = Math.Truncate(quarter);
        return quarter is < 0 or > 4 ? ErrorKind.Num : percentile(numbers, quarter / 4);
    }

    // Between two places, in proportion.
    private static double At(Span<double> numbers, double place)
    {
        numbers.Sort();
        var below = (int)place;
        var part = place - below;
        return part == 0 ? numbers[below] : numbers[below] + part * (numbers[below + 1] - numbers[below]);
    }
}
