using Recalc.Addressing;

namespace Recalc.Functions;

/// <summary>The cells of areas that an aggregate leaves out; <c>default</c> leaves out none.</summary>
/// <param name="SkipsHidden">Rows that are hidden.</param>
/// <param name="SkipsNested">Cells that hold a SUBTOTAL or AGGREGATE.</param>
internal readonly record struct CellFilter(bool SkipsHidden, bool SkipsNested)
{
    public bool LeavesOutRow(ValueGrid grid, int row, CallSite site) =>
        SkipsHidden && grid is CellArea area && site.IsRowHidden(area.Sheet, area.Range.First.Row + row);

    public bool LeavesOutCell(ValueGrid grid, int row, int column, CallSite site) =>
        SkipsNested && grid is CellArea area
        && site.HoldsSubtotal(area.Sheet, new CellAddress(area.Range.First.Column + column, area.Range.First.Row + row));
}
