namespace Recalc.League.Workloads;

/// <summary>The workloads by name.</summary>
internal static class WorkloadList
{
    private static readonly Dictionary<string, Func<int, IEnumerable<(string Peer, string Metric, double Value, string Unit)>>> ByName =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["load"] = Alone(LoadWorkload.Run),
            ["W1"] = RowsWorkload.Run,
            ["W2"] = ChainWorkload.Run,
            ["W5"] = FanOutWorkload.Run,
            ["W6"] = BlockSumsWorkload.Run,
            ["W7"] = Alone(FinancialModelWorkload.Run),
            ["W8"] = Alone(FormulaWorkload.Run),
            ["W9"] = ReactiveWorkload.Run,
            ["balances"] = BalancesWorkload.RunDown,
            ["balances-across"] = BalancesWorkload.RunAcross,
            ["boring"] = BoringWorkload.Run,
            ["chains"] = ChainsWorkload.Run,
            ["deep"] = ChainWorkload.RunDistinct,
            ["forks"] = Alone(ForksWorkload.Run),
            ["headline"] = HeadlineWorkload.Run,
            ["pages"] = Alone(PagesWorkload.Run),
            ["steady"] = SteadyWorkload.Run,
        };

    /// <summary>True for a workload that is run without a size.</summary>
    public static bool HasOneSize(string name) => name.ToUpperInvariant() is "W7" or "W9" or "STEADY";

    public static IEnumerable<string> Names => ByName.Keys;

    public static Func<int, IEnumerable<(string Peer, string Metric, double Value, string Unit)>>? Find(string name) => ByName.GetValueOrDefault(name);

    // A workload that no other peer runs here.
    private static Func<int, IEnumerable<(string Peer, string Metric, double Value, string Unit)>> Alone(
        Func<int, IEnumerable<(string Metric, double Value, string Unit)>> run) => n => run(n).Select(f => ("recalc", f.Metric, f.Value, f.Unit));
}
