using System.Text.Json;

namespace Recalc.League;

/// <summary>One measured figure.</summary>
internal sealed record Figure(string Peer, string Workload, int N, string Metric, double Value, string Unit)
{
    public string ToJson() => JsonSerializer.Serialize(
        new { peer = Peer, workload = Workload, n = N, metric = Metric, value = Math.Round(Value, 3), unit = Unit });
}
