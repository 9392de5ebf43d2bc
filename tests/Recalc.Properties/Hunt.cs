using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Recalc.Properties.Checks;
using Recalc.Properties.Scenarios;

namespace Recalc.Properties;

public sealed class Hunt
{
    [Fact]
    public void Go()
    {
        var range = Environment.GetEnvironmentVariable("HUNT");
        if (range is null) return;
        var (lo, hi) = (int.Parse(range.Split("..")[0], null), int.Parse(range.Split("..")[1], null));
        var kinds = new ConcurrentDictionary<string, List<int>>();
        var texts = new ConcurrentDictionary<string, string>();
        var running = new ConcurrentDictionary<int, DateTime>();
        using var timer = new Timer(_ => { foreach (var (s, t) in running) if (DateTime.UtcNow - t > TimeSpan.FromSeconds(20)) { Console.Error.WriteLine($"HANG {s}"); running[s] = DateTime.MaxValue; } }, null, 5000, 5000);
        Parallel.For(lo, hi, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            running[seed] = DateTime.UtcNow;
            var text = Fault(RandomScenario.Make(seed));
            running.TryRemove(seed, out _);
            if (text is null) return;
            var kind = Kind(text);
            lock (kinds) { kinds.GetOrAdd(kind, _ => []).Add(seed); }
            texts.TryAdd(kind, text);
        });
        foreach (var (kind, seeds) in kinds.OrderByDescending(k => k.Value.Count))
        {
            Console.Error.WriteLine($"=== {seeds.Count}x {kind}: seeds {string.Join(',', seeds.Take(5))}");
            foreach (var seed in seeds.Order().Take(int.Parse(Environment.GetEnvironmentVariable("EACH") ?? "2", null)))
            {
                Console.Error.WriteLine($"   seed {seed}: {Fault(RandomScenario.Make(seed))}");
                var min = Minimizer.Minimize(RandomScenario.Make(seed), s => Fault(s) is { } f && Kind(f) == kind);
                Console.Error.WriteLine(string.Join("\n", min.Select(m => "      " + m)));
                Console.Error.WriteLine($"      -> {Fault(min)}");
            }
        }
        Console.Error.WriteLine($"done {lo}..{hi}: {kinds.Sum(k => k.Value.Count)} failures");
    }

    private static string Kind(string text)
    {
        var first = text.Split('\n')[0];
        if (Environment.GetEnvironmentVariable("FINE") is null && first.Contains(" and not ")) return "value";
        return Regex.Replace(Regex.Replace(first, @"(Sheet \d|[ST]!)[,!]? ?\$?[A-Z]+\d+", "X"), @"-?\d+(\.\d+)?", "0");
    }

    internal static string? Fault(IEnumerable<Step> steps)
    {
        try { Twin.Play(steps); return null; }
        catch (PropertyFailure e) { return e.Message; }
        catch (Exception e) { return e.GetType().Name + " " + e.Message + "\n" + string.Join("\n", e.StackTrace!.Split('\n').Take(6)); }
    }
}

public sealed class Show
{
    [Fact]
    public void Steps()
    {
        if (Environment.GetEnvironmentVariable("SHOW") is not { } seed) return;
        foreach (var s in RandomScenario.Make(int.Parse(seed, null))) Console.Error.WriteLine(s);
    }
}

public sealed class Hang
{
    [Fact]
    public void Steps()
    {
        if (Environment.GetEnvironmentVariable("HANGS") is not { } seed) return;
        var steps = RandomScenario.Make(int.Parse(seed, null));
        var min = Minimizer.Minimize(steps, Hangs);
        foreach (var s in min) Console.Error.WriteLine(s);
        Environment.Exit(3);
    }

    private static bool Hangs(IReadOnlyList<Step> steps)
    {
        var thread = new Thread(() => Hunt.Fault(steps)) { IsBackground = true, Priority = ThreadPriority.Lowest };
        thread.Start();
        return !thread.Join(700);
    }
}
