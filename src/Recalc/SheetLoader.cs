using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc;

/// <summary>
/// Fills a sheet in bulk: what a file says is taken as it is, formulas with the results they had. Only formulas without a result, and
/// what rests on them, wait to be computed. Cells may come in any order; a cell that comes twice keeps what came last. For one thread.
/// </summary>
public sealed class SheetLoader
{
    private readonly Sheet _sheet;

    internal SheetLoader(Sheet sheet) => _sheet = sheet;

    /// <summary>
    /// Sets the value of a cell: an input, or, when the cell lies in the rectangle of an array formula, data table or spill that was
    /// set before, the result that formula had there.
    /// </summary>
    public void SetValue(CellAddress cell, CellValue value) => Set(cell, value.Word, value.TextOrNull);

    /// <summary>Sets a number; as <see cref="SetValue"/>, and faster.</summary>
    public void SetNumber(CellAddress cell, double number) => Set(cell, CellWord.FromNumber(number), null);

    /// <summary>Sets a formula and the result it had; blank when the file keeps none, and the formula is computed when it is next read.</summary>
    /// <exception cref="ArgumentException">The formula is another workbook's, or none.</exception>
    public void SetFormula(CellAddress cell, Formula formula, CellValue result = default)
    {
        _sheet.Regions.Set(cell, _sheet.Workbook.IdOf(formula));
        _sheet.Cells.Set(cell, result.Word, result.TextOrNull);
        Settle(cell);
        _sheet.Grid.HasForeignResults = true;
        if (result.IsBlank) Await(cell);
    }

    /// <summary>
    /// Sets a formula over a fixed rectangle: an array formula or a data table. Results are then set cell by cell with
    /// <see cref="SetValue"/>; without one for its first cell it is computed when it is next read. Takes no time or memory in proportion
    /// to the rectangle.
    /// </summary>
    /// <exception cref="ArgumentException">The formula is another workbook's, or none.</exception>
    public void SetFormula(CellRange range, Formula formula) => SetFixed(range, formula, RegionKind.Array);

    /// <summary>Sets a dynamic array formula in the upper left cell of the rectangle that it filled when the file was saved.</summary>
    /// <exception cref="ArgumentException">The formula is another workbook's, or none.</exception>
    public void SetSpill(CellRange range, Formula formula) => SetFixed(range, formula, RegionKind.Spill);

    /// <summary>Sets the number format of a cell, by its position in <see cref="Workbook.NumberFormats"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public void SetNumberFormat(CellAddress cell, int format)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(format);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(format, _sheet.Workbook.NumberFormats.Count);
        _sheet.NumberFormats.Assign(cell, format == 0 ? -1 : format);
    }

    /// <summary>Hides rows, from zero, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row does not lie on a sheet, or the last comes before the first.</exception>
    public void HideRows(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last, SheetLimits.Rows);
        _sheet.HiddenRows.Assign(first, last, 0);
    }

    private void Set(CellAddress cell, CellWord word, string? text)
    {
        var isResult = false;
        if (_sheet.Regions.Count > 0 && _sheet.Regions.TryFind(cell, out var region))
        {
            isResult = region.Kind != RegionKind.Fill;
            if (!isResult) _sheet.Regions.Clear(cell);
        }
        _sheet.Cells.Set(cell, word, text);
        if (!isResult || !word.IsBlank) Settle(cell);
    }

    // What was loaded over a formula that waited to be computed does not wait any more.
    private void Settle(CellAddress cell)
    {
        if (_sheet.Grid.States.Marked > 0) _sheet.Grid.States.Clear(cell.Column, cell.Row, cell.Row);
    }

    private void SetFixed(CellRange range, Formula formula, RegionKind kind)
    {
        _sheet.Regions.SetFixed(range, _sheet.Workbook.IdOf(formula), kind);
        if (_sheet.Cells[range.First].IsBlank) Await(range.First);
    }

    // A formula without a result: what rests on it is marked before anything is read, for formulas may come in any order.
    private void Await(CellAddress cell)
    {
        _sheet.Grid.States.SetMarked(cell.Column, cell.Row, cell.Row);
        _sheet.Grid.States.SetMust(cell.Column, cell.Row, cell.Row);
        _sheet.Workbook.Engine.HasAwaited = true;
    }
}
