using System.Globalization;
using Recalc.League.Reactive;

namespace Recalc.League.Workloads;

/// <summary>
/// W9: the reactive shapes on C# nodes, side by side with the packages alien-signals and @preact/signals-core. A case has three rounds, in each of which all are timed, one after
/// the other, so that a busy machine is busy for all; the fastest counts. The environment variable LEAGUE_CASES, beginnings of names with commas between, picks some.
/// </summary>
internal static class ReactiveWorkload
{
    private const int Rounds = 3;

    private static IEnumerable<ReactiveCase> All => [.. KairoShapes.All, .. CellxShape.All, .. DynamicGrid.All, .. CreateShapes.All, .. UpdateShapes.All, .. StressShapes.All];

    private static IEnumerable<ReactiveCase> Chosen => Environment.GetEnvironmentVariable("LEAGUE_CASES") is { Length: > 0 } chosen
        ? All.Where(c => chosen.Split(',').Any(b => c.Name.StartsWith(b, StringComparison.OrdinalIgnoreCase))) : All;

    public static IEnumerable<(string Peer, string Metric, double Value, string Unit)> Run(int size)
    {
        var peers = Peers.TryInstall() ? Peers.Names : [];
        if (peers.Count == 0) Console.WriteLine("""{"workload":"W9","peers":"missing"}""");
        var results = new List<CaseResult>();
        foreach (var each in Chosen)
        {
            var result = new CaseResult(each);
            for (var round = 0; round < Rounds; round++) result.Add(peers);
            results.Add(result);
            foreach (var figure in FiguresOf(result, peers)) yield return figure;
        }
        Print(results, peers);
    }

    private static IEnumerable<(string Peer, string Metric, double Value, string Unit)> FiguresOf(CaseResult result, IEnumerable<string> peers)
    {
        yield return ("recalc", result.Metric, result.Ours, result.Unit);
        foreach (var peer in peers)
        {
            if (result.Of(peer) is { } value) yield return (peer, result.Metric, value, result.Unit);
            if (result.RatioTo(peer) is { } ratio) yield return ("recalc", $"{result.Name}_ratio_{ShortNameOf(peer)}", ratio, "");
        }
    }

    // alien-signals is alien_signals, and @preact/signals-core is preact.
    private static string ShortNameOf(string peer) => peer.StartsWith('@') ? peer[1..peer.IndexOf('/', StringComparison.Ordinal)] : peer.Replace('-', '_');

    // For people; what programs read goes to the standard output.
    private static void Print(List<CaseResult> results, IReadOnlyList<string> peers)
    {
        var invariant = CultureInfo.InvariantCulture;
        Console.Error.WriteLine(string.Create(invariant, $"{"case",-24}{"recalc",14}{string.Concat(peers.Select(p => $"{ShortNameOf(p),16}{"ratio",8} {"",-6}"))}"));
        foreach (var result in results)
        {
            var columns = peers.Select(p => result.RatioTo(p) is { } ratio
                ? string.Create(invariant, $"{result.Of(p),16:F1}{ratio,8:F2} {(ratio < 1 ? "ahead" : "behind"),-6}")
                : $"{"none: " + result.FailureOf(p),31}");
            Console.Error.WriteLine(string.Create(invariant, $"{result.Name,-24}{result.Ours,11:F1} {result.Unit}{string.Concat(columns)}"));
        }
    }
}
