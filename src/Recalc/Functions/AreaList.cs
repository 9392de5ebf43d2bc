namespace Recalc.Functions;

/// <summary>
/// A reference of several areas, of one sheet or more: a union <c>(A1,B3)</c>, or <c>Sheet1:Sheet3!A1</c>. It has no shape of its own, so
/// it is no grid. Immutable; the areas are good for one formula.
/// </summary>
internal sealed class AreaList(CellArea[] areas)
{
    /// <summary>The areas as they were written, at least one; cells that are in two of them count twice.</summary>
    public ReadOnlySpan<CellArea> Areas => areas;
}
