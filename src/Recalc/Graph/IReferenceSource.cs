using Recalc.Scripts;

namespace Recalc.Graph;

/// <summary>Says which cells formulas speak of: sheets and names found, lazy branches included.</summary>
internal interface IReferenceSource
{
    /// <summary>The grids of the workbook, the names' included.</summary>
    IEnumerable<Grid> Grids { get; }

    /// <summary>
    /// Adds the references of a formula that stands on a grid. A reference that leads nowhere is left out; one may come twice.
    /// </summary>
    void AddReferences(int grid, FormulaId formula, List<GridReference> references);
}
