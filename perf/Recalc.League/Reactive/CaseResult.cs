namespace Recalc.League.Reactive;

/// <summary>What was measured of a case: the least of all rounds.</summary>
internal sealed class CaseResult(ReactiveCase measured)
{
    private readonly Dictionary<string, double> _peers = [];
    private readonly Dictionary<string, string> _failures = [];

    public string Name => measured.Name;

    public string Metric => measured.Metric;

    public string Cost => measured.Cost;

    public string Unit => measured.Unit;

    /// <summary>Our least.</summary>
    public double Ours { get; private set; } = double.PositiveInfinity;

    /// <summary>A round: ours, and then each package.</summary>
    public void Add(IEnumerable<string> peers)
    {
        Ours = Math.Min(Ours, measured.Measure());
        foreach (var peer in peers)
        {
            if (_failures.ContainsKey(peer)) continue;
            var (value, failure) = Peers.Run(peer, Name);
            if (failure is not null) _failures[peer] = failure;
            else _peers[peer] = Math.Min(_peers.GetValueOrDefault(peer, double.PositiveInfinity), value);
        }
    }

    /// <summary>The least of a package; null when it was not run.</summary>
    public double? Of(string peer) => !_failures.ContainsKey(peer) && _peers.TryGetValue(peer, out var value) ? value : null;

    /// <summary>Ours over that of a package: below 1 is ahead. Null when the package was not run.</summary>
    public double? RatioTo(string peer) => Ours / Of(peer);

    /// <summary>Why a package has no figure.</summary>
    public string? FailureOf(string peer) => _failures.GetValueOrDefault(peer);
}
