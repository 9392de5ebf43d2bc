using Recalc.Values;

namespace Recalc.Functions.Dates;

/// <summary>Times put together and taken apart, to the nearest second.</summary>
internal static class TimeFunctions
{
    private const int SecondsPerDay = 86_400;
    private const int Largest = short.MaxValue;

    public static readonly BodyList Rows = new()
    {
        { "TIME", Time },
        { "HOUR", (a, site) => TrySecond(a[0], site, out var second, out var failure) ? second / 3600 : failure },
        { "MINUTE", (a, site) => TrySecond(a[0], site, out var second, out var failure) ? second / 60 % 60 : failure },
        { "SECOND", (a, site) => TrySecond(a[0], site, out var second, out var failure) ? second % 60 : failure },
    };

    private static Operand Time(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryTruncated(site, out var hours, out var failure)) return failure;
        if (!arguments[1].TryTruncated(site, out var minutes, out failure)) return failure;
        if (!arguments[2].TryTruncated(site, out var seconds, out failure)) return failure;
        if (Math.Max(hours, Math.Max(minutes, seconds)) > Largest) return ErrorKind.Num;
        var total = hours * 3600.0 + minutes * 60.0 + seconds;
        return total < 0 ? ErrorKind.Num : total % SecondsPerDay / SecondsPerDay;
    }

    // The second of the day; the last half of the last one is the next midnight.
    private static bool TrySecond(in Operand argument, CallSite site, out int second, out Operand failure)
    {
        second = 0;
        if (!argument.TryNumber(site, out var number, out failure)) return false;
        if (number >= 0 && number < DateSerial.Last(site.DateSystem == DateSystem.From1904) + 1.0)
        {
            var time = number - Math.Floor(number);
            second = (int)Math.Round(time * SecondsPerDay, MidpointRounding.AwayFromZero) % SecondsPerDay;
            return true;
        }
        failure = ErrorKind.Num;
        return false;
    }
}
