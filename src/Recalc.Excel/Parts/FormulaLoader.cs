using System.Text;
using Recalc.Addressing;
using Recalc.Excel.Packaging;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Excel.Parts;

/// <summary>Puts the formulas of one sheet where they belong.</summary>
/// <remarks>
/// The cells of a shared formula are those that name it; its rectangle is not looked at. A cell that names a formula which the file defines
/// only later gets it then; one whose formula is never defined keeps its value, as an input.
/// </remarks>
internal sealed class FormulaLoader(PartReader reader, Workbook workbook, SheetLoader loader)
{
    private readonly Dictionary<int, Formula> _shared = [];
    private readonly Dictionary<CellAddress, Orphan> _orphans = [];
    private byte[] _utf8 = new byte[256];
    private int _latestIndex = -1;
    private Formula _latest;

    private readonly record struct Orphan(int SharedIndex, CellValue Result);

    /// <summary>Says that a cell is set anew, so that a shared formula which comes late does not overwrite it.</summary>
    public void Forget(CellAddress cell)
    {
        if (_orphans.Count > 0) _orphans.Remove(cell);
    }

    /// <summary>True when the formula would give a shared formula, which the sheet has already, another meaning.</summary>
    public bool Redefines(FormulaElement formula) =>
        formula is { IsPresent: true, Type: FormulaType.Shared, Area: not null, Text.IsEmpty: false }
            && _shared.ContainsKey(formula.SharedIndex);

    /// <summary>Sets the formula of a cell, and its result.</summary>
    /// <param name="formula">What the file says about it.</param>
    /// <param name="cell">The cell it stands in.</param>
    /// <param name="result">The value that the file keeps for the cell.</param>
    /// <param name="isDynamic">True when the cell is marked as the anchor of a dynamic array.</param>
    public void Set(FormulaElement formula, CellAddress cell, CellValue result, bool isDynamic)
    {
        switch (formula.Type)
        {
            case FormulaType.Shared: SetShared(formula, cell, result, isDynamic); break;
            case FormulaType.DataTable: SetDataTable(formula, cell, result); break;
            case FormulaType.Array when !formula.Text.IsEmpty: SetArray(formula, cell, result, isDynamic); break;
            default:
                if (formula.Text.IsEmpty) loader.SetValue(cell, result);
                else loader.SetFormula(cell, Compile(formula, cell, isDynamic ? FormulaFlavor.Dynamic : FormulaFlavor.Implicit), result);
                break;
        }
    }

    private void SetShared(FormulaElement formula, CellAddress cell, CellValue result, bool isDynamic)
    {
        var index = formula.SharedIndex;
        if (!formula.Text.IsEmpty)
        {
            var compiled = Compile(formula, cell, isDynamic ? FormulaFlavor.Dynamic : FormulaFlavor.Implicit);
            loader.SetFormula(cell, compiled, result);
            // Some writers repeat the text in cells that only use the formula; those have no rectangle.
            if (index >= 0 && (formula.Area is not null || !_shared.ContainsKey(index))) Define(index, compiled);
        }
        else if (index == _latestIndex && index >= 0) loader.SetFormula(cell, _latest, result);
        else if (_shared.TryGetValue(index, out var known))
        {
            (_latestIndex, _latest) = (index, known);
            loader.SetFormula(cell, known, result);
        }
        else
        {
            loader.SetValue(cell, result);
            if (index >= 0) _orphans[cell] = new Orphan(index, result);
        }
    }

    private void Define(int index, Formula formula)
    {
        _shared[index] = formula;
        (_latestIndex, _latest) = (index, formula);
        if (_orphans.Count == 0) return;
        foreach (var (cell, orphan) in _orphans)
        {
            if (orphan.SharedIndex != index) continue;
            loader.SetFormula(cell, formula, orphan.Result);
            _orphans.Remove(cell);
        }
    }

    private void SetArray(FormulaElement formula, CellAddress cell, CellValue result, bool isDynamic)
    {
        var area = Area(formula, cell);
        if (isDynamic)
        {
            // An array of one cell is a formula like others, and joins its neighbours.
            var dynamic = Compile(formula, cell, FormulaFlavor.Dynamic);
            if (area.Count == 1)
            {
                loader.SetFormula(cell, dynamic, result);
                return;
            }
            loader.SetSpill(area, dynamic);
        }
        else loader.SetFormula(area, Compile(formula, cell, FormulaFlavor.Array));
        loader.SetValue(cell, result);
    }

    private void SetDataTable(FormulaElement formula, CellAddress cell, CellValue result)
    {
        var (row, column) = formula.HasTwoInputs ? (formula.Input1, formula.Input2)
            : formula.IsRowInput ? (formula.Input1, null)
            : ((string?)null, formula.Input1);
        var text = Encoding.UTF8.GetBytes($"TABLE({row},{column})");
        loader.SetFormula(Area(formula, cell), workbook.ReadFormula(text, cell, FormulaFlavor.DataTable));
        loader.SetValue(cell, result);
    }

    private CellRange Area(FormulaElement formula, CellAddress cell)
    {
        var area = formula.Area ?? new CellRange(cell);
        return area.First == cell ? area : throw reader.Error($"The rectangle {area} of the formula does not begin at the cell.");
    }

    private Formula Compile(FormulaElement formula, CellAddress cell, FormulaFlavor flavor)
    {
        var text = formula.Text.Span;
        var room = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < room) _utf8 = new byte[Math.Max(room, 2 * _utf8.Length)];
        var length = Encoding.UTF8.GetBytes(text, _utf8);
        return workbook.ReadFormula(_utf8.AsSpan(0, length), cell, flavor);
    }
}
