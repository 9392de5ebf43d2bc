using System.Diagnostics;

namespace Recalc.League.Reactive;

/// <summary>Times the reactive shapes: the fastest of ten runs, as is customary for them, after a warm-up.</summary>
internal static class FastestOf
{
    private const int Runs = 10;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.4);

    /// <summary>The seconds of the fastest of ten runs, one after the other.</summary>
    public static double Ten(Action run)
    {
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < 2 || warm.Elapsed < WarmUp; i++) run();
        GC.Collect();
        var fastest = double.PositiveInfinity;
        for (var i = 0; i < Runs; i++) fastest = Math.Min(fastest, SecondsOf(run));
        return fastest;
    }

    /// <summary>The seconds of the fastest of ten runs, each of something that was built and garbage collected before.</summary>
    public static double Ten<T>(Func<T> build, Action<T> run)
    {
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < 2 || warm.Elapsed < WarmUp; i++) run(build());
        var fastest = double.PositiveInfinity;
        for (var i = 0; i < Runs; i++)
        {
            var built = build();
            GC.Collect();
            fastest = Math.Min(fastest, SecondsOf(() => run(built)));
        }
        return fastest;
    }

    private static double SecondsOf(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
