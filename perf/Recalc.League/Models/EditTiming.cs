using System.Diagnostics;

namespace Recalc.League.Models;

/// <summary>Times one kind of edit of one peer: up to 200 of them, 10 seconds at most, after one that is not counted.</summary>
internal sealed class EditTiming
{
    private const int Most = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly List<double> _set = [], _read = [], _both = [];

    /// <summary>Medians, in seconds.</summary>
    public double Set => Timing.Median(_set);

    public double Read => Timing.Median(_read);

    public double Both => Timing.Median(_both);

    /// <summary>What was read after each edit, the one not counted included.</summary>
    public List<double> Values { get; } = [];

    /// <summary>Mean processor time of an edit, in seconds; NaN when something untimed came between the edits.</summary>
    public double Processor { get; private set; }

    public static EditTiming Of(CellEdit edit)
    {
        var timing = new EditTiming();
        timing.One(edit, 0);
        timing._set.Clear();
        timing._read.Clear();
        timing._both.Clear();
        var (used, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var k = 1;
        for (; k <= Most && Stopwatch.GetElapsedTime(start) < Limit; k++) timing.One(edit, k);
        timing.Processor = edit.Prepare is null ? (Environment.CpuUsage.TotalTime - used).TotalSeconds / (k - 1) : double.NaN;
        return timing;
    }

    private void One(CellEdit edit, int k)
    {
        edit.Prepare?.Invoke();
        var start = Stopwatch.GetTimestamp();
        edit.Set(k);
        var set = Stopwatch.GetTimestamp();
        var value = edit.Read();
        var end = Stopwatch.GetTimestamp();
        _set.Add(Stopwatch.GetElapsedTime(start, set).TotalSeconds);
        _read.Add(Stopwatch.GetElapsedTime(set, end).TotalSeconds);
        _both.Add(Stopwatch.GetElapsedTime(start, end).TotalSeconds);
        Values.Add(value);
    }
}
