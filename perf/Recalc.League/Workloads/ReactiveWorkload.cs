using System.Globalization;
using Recalc.League.Reactive;

namespace Recalc.League.Workloads;

/// <summary>
/// W9: the reactive shapes on C# nodes, side by side with the packages alien-signals and @preact/signals-core. A case has three rounds, in
/// each of which all are timed, one after the other, so that a busy machine is busy for all; the fastest counts. The environment variable
/// LEAGUE_CASES, beginnings of names with commas between, picks some.
/// </summary>
internal static class ReactiveWorkload
{
    private const int Rounds = 3;

    private static IEnumerable<ReactiveCase> All =>
        [.. KairoShapes.All, .. CellxShape.All, .. DynamicGrid.All, .. CreateShapes.All, .. UpdateShapes.All, .. StressShapes.All];

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

    private static IEnumerable<(string Peer, string Metric, double Value, string Unit)> FiguresOf(
        CaseResult result, IEnumerable<string> peers)
    {
        yield return ("recalc", result.Metric, result.Ours, result.Unit);
        foreach (var peer in peers)
        {
            if (result.Of(peer) is { } value) yield return (peer, result.Metric, value, result.Unit);
            if (result.RatioTo(peer) is { } ratio) yield return ("recalc", $"{result.Name}_ratio_{ShortNameOf(peer)}", ratio, "");
        }
    }

    // alien-signals is alien_signals, and @preact/signals-core is preact.
    private static string ShortNameOf(string peer) =>
        peer.StartsWith('@') ? peer[1..peer.IndexOf('/', StringComparison.Ordinal)] : peer.Replace('-', '_');

    // For people; what programs read goes to the standard output. What a case costs us is said where we are behind.
    private static void Print(List<CaseResult> results, IReadOnlyList<string> peers)
    {
        var heads = string.Concat(peers.Select(p => $"{ShortNameOf(p),16}{"ratio",10}       "));
        var lines = new List<string> { $"{"case",-24}{"recalc",16}{heads}  why" };
        foreach (var result in results)
        {
            var isBehind = peers.Any(p => result.RatioTo(p) > 1);
            var columns = string.Concat(peers.Select(p => ColumnsOf(result, p)));
            lines.Add($"{result.Name,-24}{Text(result.Ours, 13)} {result.Unit}{columns}  {(isBehind ? result.Cost : "")}");
        }
        foreach (var peer in peers)
        {
            var ratios = results.Select(r => r.RatioTo(peer)).OfType<double>().ToArray();
            lines.Add($"ahead of {peer} in {ratios.Count(r => r < 1)} of {ratios.Length} cases");
        }
        lines.ForEach(Console.Error.WriteLine);
    }

    private static string ColumnsOf(CaseResult result, string peer) => result.RatioTo(peer) is { } ratio
        ? $"{Text(result.Of(peer)!.Value, 16)}{Text(ratio, 10)} {(ratio < 1 ? "ahead" : "behind"),-6}"
        : $"{"none: " + result.FailureOf(peer),33}";

    private static string Text(double value, int width) =>
        value.ToString(value < 10 ? "F2" : value < 1_000 ? "F1" : "F0", CultureInfo.InvariantCulture).PadLeft(width);
}
