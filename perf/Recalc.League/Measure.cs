using System.Diagnostics;

namespace Recalc.League;

/// <summary>Medians of several runs, and what a model keeps in memory.</summary>
internal static class Measure
{
    private const int Runs = 5;

    /// <summary>The median time of several runs, in seconds, after one that is not counted; garbage is collected before each.</summary>
    public static double MedianSeconds(Action run)
    {
        run();
        var seconds = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var start = Stopwatch.GetTimestamp();
            run();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        Array.Sort(seconds);
        return seconds[Runs / 2];
    }

    /// <summary>Managed and native bytes that what <paramref name="make"/> returns keeps alive.</summary>
    public static (T Kept, long Bytes) KeptBytes<T>(Func<T> make)
    {
        var before = SettledBytes();
        var kept = make();
        var bytes = SettledBytes() - before;
        return (kept, bytes);
    }

    private static long SettledBytes()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true) + Storage.NativeBlock.LiveBytes;
    }
}
