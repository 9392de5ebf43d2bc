using System.Diagnostics;

namespace Recalc.League.Reactive;

/// <summary>Times the reactive shapes: the fastest of ten runs, as is customary for them.</summary>
internal static class FastestOf
{
    private const int Runs = 10;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.4);

    /// <summary>The seconds of the fastest of ten runs, after 0.4 seconds of runs that are not counted, or two such runs.</summary>
    public static double Ten(Action run) => Ten(() => run, static run => run());

    /// <summary>The same for runs that each need something fresh, which is built outside the time.</summary>
    public static double Ten<T>(Func<T> build, Action<T> run)
    {
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < 2 || warm.Elapsed < WarmUp; i++) run(build());
        GC.Collect();
        var fastest = double.PositiveInfinity;
        for (var i = 0; i < Runs; i++)
        {
            var built = build();
            var start = Stopwatch.GetTimestamp();
            run(built);
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return fastest;
    }
}
