using Recalc.Values;

namespace Recalc.Functions.Dates;

/// <summary>The clock.</summary>
internal static class DateFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "TODAY", (_, site) => Serial(site, 0) },
        { "NOW", (_, site) => Serial(site, site.Now.TimeOfDay.TotalDays) },
    };

    private static Operand Serial(CallSite site, double time)
    {
        var (year, month, day) = site.Now;
        return DateSerial.TryOf(year, month, day, site.DateSystem == DateSystem.From1904, out var serial) ? serial + time : ErrorKind.Num;
    }
}
