using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc;

/// <summary>One sheet of a <see cref="Recalc.Workbook"/>. The same rules for threads hold as for the workbook.</summary>
public sealed class Sheet
{
    internal Sheet(Workbook workbook, string name) => (Workbook, Name) = (workbook, name);

    /// <summary>The workbook that the sheet belongs to.</summary>
    public Workbook Workbook { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether it is shown.</summary>
    public SheetVisibility Visibility { get; set; }

    /// <summary>The value of a cell. Setting it replaces a formula.</summary>
    public CellValue this[CellAddress cell]
    {
        get => throw new NotImplementedException();
        set => throw new NotImplementedException();
    }

    /// <summary>The smallest rectangle that holds every cell with a value or formula; null for an empty sheet.</summary>
    public CellRange? UsedRange => throw new NotImplementedException();

    /// <summary>Sets a formula in a cell.</summary>
    /// <exception cref="ArgumentException">The text is no formula; the message says where and why.</exception>
    public void SetFormula(CellAddress cell, string formula, FormulaFlavor flavor = FormulaFlavor.Dynamic) => throw new NotImplementedException();

    /// <summary>The formula of a cell, without <c>=</c>, as it reads there; null when the cell has none.</summary>
    public string? GetFormula(CellAddress cell, FormulaDialect dialect = FormulaDialect.A1) => throw new NotImplementedException();

    /// <summary>Begins to fill the sheet in bulk.</summary>
    public SheetLoader BeginLoad() => throw new NotImplementedException();

    /// <summary>The regions of the sheet: rectangles whose cells have the same formula in relative form.</summary>
    public IEnumerable<RegionInfo> GetRegions() => throw new NotImplementedException();

    /// <summary>True when the row (from zero) is hidden, by hand or by a filter.</summary>
    public bool IsRowHidden(int row) => throw new NotImplementedException();

    /// <summary>The position of the cell's number format in <see cref="Workbook.NumberFormats"/>.</summary>
    public int GetNumberFormat(CellAddress cell) => throw new NotImplementedException();
}
