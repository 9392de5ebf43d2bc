using Recalc.Graph;
using Recalc.Recalculation;

namespace Recalc.Explaining;

/// <summary>What single cells read: what their formulas really read where these may be evaluated once more, and otherwise all that they refer to. For one question, within the gate.</summary>
internal sealed class ReadTracer(Engine engine)
{
    private readonly ReferenceReader _references = new(engine);

    /// <summary>The rectangles in the order of reading; nothing twice.</summary>
    public List<GridRange> ReadsOf(GridRange cell)
    {
        var reads = new List<GridRange>();
        var (grid, first) = (engine.Model[cell.Grid], cell.Range.First);
        if (grid.Regions.TryFind(first, out var region) && engine.TryTrace(grid, region, first, reads)) return [.. reads.Distinct()];
        reads.Clear();
        _references.AddPrecedents(cell, reads);
        return reads;
    }
}
