using Recalc.Addressing;
using Recalc.Values;

namespace Recalc;

/// <summary>
/// Fills a sheet in bulk: what a file says is taken as it is, formulas with the results they had, and nothing is marked for
/// recalculation. Cells may come in any order; a cell that comes twice keeps what came last. For one thread.
/// </summary>
public sealed class SheetLoader
{
    /// <summary>
    /// Sets the value of a cell: an input, or, when the cell lies in the rectangle of an array formula, data table or spill that was
    /// set before, the result that formula had there.
    /// </summary>
    public void SetValue(CellAddress cell, CellValue value) => throw new NotImplementedException();

    /// <summary>Sets a number; as <see cref="SetValue"/>, and faster.</summary>
    public void SetNumber(CellAddress cell, double number) => throw new NotImplementedException();

    /// <summary>Sets a formula and the result it had; blank when the file keeps none.</summary>
    public void SetFormula(CellAddress cell, Formula formula, CellValue result = default) => throw new NotImplementedException();

    /// <summary>Sets a formula over a fixed rectangle: an array formula or a data table. Results are then set cell by cell with <see cref="SetValue"/>.</summary>
    public void SetFormula(CellRange range, Formula formula) => throw new NotImplementedException();

    /// <summary>Says which rectangle the dynamic array formula in <paramref name="anchor"/> filled when the file was saved.</summary>
    public void SetSpill(CellAddress anchor, CellRange range) => throw new NotImplementedException();

    /// <summary>Sets the number format of a cell, by its position in <see cref="Workbook.NumberFormats"/>.</summary>
    public void SetNumberFormat(CellAddress cell, int format) => throw new NotImplementedException();

    /// <summary>Hides rows, from zero, both included.</summary>
    public void HideRows(int first, int last) => throw new NotImplementedException();
}
