namespace Recalc.League.Workloads;

/// <summary>The workloads by name.</summary>
internal static class WorkloadList
{
    private static readonly Dictionary<string, Func<int, IEnumerable<(string Metric, double Value, string Unit)>>> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["load"] = LoadWorkload.Run,
        ["W8"] = FormulaWorkload.Run,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static Func<int, IEnumerable<(string Metric, double Value, string Unit)>>? Find(string name) => ByName.GetValueOrDefault(name);
}
