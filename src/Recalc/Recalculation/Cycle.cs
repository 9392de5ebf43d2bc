using Recalc.Functions;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// The cells of a cycle while it is iterated. The words of the current wave stand in the pages, where formulas read them; those that
/// were published before are kept here, and are put back before the results are compared, or when the cycle is given up. Nobody else
/// reads the cells meanwhile, for they are claimed.
/// </summary>
internal sealed class Cycle
{
    public Cycle(IEnumerable<GridCell> cells)
    {
        Members = [.. cells.Order()];
        Set = [.. Members];
        Published = new Operand[Members.Length];
        Discovered = new List<GridRange>?[Members.Length];
    }

    /// <summary>The cells in the order in which they are iterated.</summary>
    public GridCell[] Members { get; }

    public HashSet<GridCell> Set { get; }

    /// <summary>What each member held before the first wave.</summary>
    public Operand[] Published { get; }

    /// <summary>What each member read in any of the waves beyond what its formula says; null when nothing.</summary>
    public List<GridRange>?[] Discovered { get; }

    /// <summary>True while the pages hold the words of a wave.</summary>
    public bool IsRunning { get; set; }

    /// <summary>The wave, from 1; the member that is next in it; whether all before it repeated their values.</summary>
    public int Wave { get; set; } = 1;
    public int Next { get; set; }
    public bool IsSame { get; set; } = true;
}
