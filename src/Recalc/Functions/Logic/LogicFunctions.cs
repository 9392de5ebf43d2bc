namespace Recalc.Functions.Logic;

/// <summary>Logical values and what joins them.</summary>
internal static class LogicFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "TRUE", (_, _) => true },
        { "FALSE", (_, _) => false },
        { "NOT", (a, _) => a[0].TryLogical(out var logical, out var failure) ? !logical : failure },
        { "AND", (a, site) => LogicalCount.TryCompute(a, site, out var count, out var failure) ? count.False == 0 : failure },
        { "OR", (a, site) => LogicalCount.TryCompute(a, site, out var count, out var failure) ? count.True > 0 : failure },
        { "XOR", (a, site) => LogicalCount.TryCompute(a, site, out var count, out var failure) ? count.True % 2 != 0 : failure },
    };
}
