using System.Diagnostics;

namespace Recalc.League.Models;

/// <summary>Wall and processor times of the runs of one thing, in seconds.</summary>
internal sealed class Timing
{
    private readonly List<double> _wall = [], _processor = [];

    public int Count => _wall.Count;

    /// <summary>Wall time of all runs together.</summary>
    public double Total => _wall.Sum();

    public double Wall => Median(_wall);

    /// <summary>Of all threads of the process: the one to compare on a machine that others use too.</summary>
    public double Processor => Median(_processor);

    public void Run(Action run)
    {
        var (used, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        run();
        _wall.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        _processor.Add((Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? double.NaN : values[values.Count / 2];
    }
}
