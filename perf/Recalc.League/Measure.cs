using System.Diagnostics;

namespace Recalc.League;

/// <summary>Medians of several runs, and what a model keeps in memory.</summary>
internal static class Measure
{
    private const int Runs = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// The median wall and processor time of several runs, in seconds, after 1.5 seconds of runs that are not counted; garbage is collected
    /// before each. Processor time is that of all threads of the process, and is the one to compare on a machine that others use too.
    /// </summary>
    public static (double Wall, double Processor) MedianSeconds(Action run)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < WarmUp;) run();
        var (wall, processor) = (new double[Runs], new double[Runs]);
        for (var i = 0; i < Runs; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            run();
            wall[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            processor[i] = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        }
        Array.Sort(wall);
        Array.Sort(processor);
        return (wall[Runs / 2], processor[Runs / 2]);
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
