using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Names;
using Recalc.Scripts;
using Recalc.Syntax;

namespace Recalc.Evaluation;

/// <content>The sheets there are, and the formulas of their cells.</content>
internal sealed partial class Interpreter
{
    public override int Sheet => _grid.Id;

    public override int SheetCount => _model.Count;

    public override bool TryFindSheet(string name, out int sheet) => _model.Sheets.TryFind(name, out sheet);

    public override bool HoldsFormula(int sheet, CellAddress cell) => TryFindFormula(sheet, cell, out _, out _);

    public override string? FormulaText(int sheet, CellAddress cell)
    {
        if (!TryFindFormula(sheet, cell, out var formula, out var origin)) return null;
        var text = new ByteWriter();
        _model.Formulas.Print(formula, origin, FormulaDialect.A1, text);
        var formulaText = FunctionSpelling.Shown(Utf8Lens.Decode(text.Written));
        // Array formulas over a fixed range are shown in braces.
        var isArray = _model.Formulas.FlavorOf(formula) is FormulaFlavor.Array or FormulaFlavor.DataTable;
        return isArray ? $"{{={formulaText}}}" : $"={formulaText}";
    }

    // The formula of a cell and the cell as whose it reads. What a formula spilled into other cells is none of theirs.
    private bool TryFindFormula(int sheet, CellAddress cell, out FormulaId formula, out CellAddress origin)
    {
        var isFound = _model[sheet].Regions.TryFind(cell, out var region) && (region.Kind != RegionKind.Spill || region.IsAnchor(cell));
        (formula, origin) = (region.Formula, region.Kind == RegionKind.Fill ? cell : region.Range.First);
        return isFound;
    }
}
