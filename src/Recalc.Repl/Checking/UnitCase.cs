using System.Text;
using System.Text.Json;
using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>The small workbook that a unit row describes: its inputs, and its formula in a cell.</summary>
internal sealed class UnitCase
{
    /// <summary>The column where formulas go whose own cell is not free, or that fill more than one.</summary>
    private const int FreeColumn = 50;

    // Where formulas stand in the suites, if they say it at all.
    private static readonly string[] UsualSheets = ["Sheet1", "Worksheet"];

    private UnitCase(Workbook workbook, Sheet sheet, CellAddress cell) => (Workbook, Sheet, Cell) = (workbook, sheet, cell);

    public Workbook Workbook { get; }

    public Sheet Sheet { get; }

    /// <summary>The cell of the formula, the first one of an array.</summary>
    public CellAddress Cell { get; }

    /// <summary>Makes the workbook; null when the row has no formula, or one that cannot be entered.</summary>
    public static UnitCase? Of(CaseRow row, IReadOnlyList<Expectation> expectations, UnitConventions conventions)
    {
        var workbook = new Workbook();
        var home = workbook.AddSheet(HomeSheet(row));
        var filled = new List<CellAddress>();
        foreach (var input in row.Inputs)
        {
            if (!CaseRow.TrySplit(input.Name, out var name, out var cell)) return null;
            var sheet = name is null ? home : workbook.FindSheet(name) ?? workbook.AddSheet(name);
            if (sheet == home) filled.Add(cell);
            Fill(sheet, cell, input.Value, conventions.Input);
        }
        if (!row.IsElement && CellRange.TryParse(row.Array, null, out var array))
        {
            if (Read(workbook, row.Formula, array.First, FormulaFlavor.Array) is not { } formula) return null;
            home.BeginLoad().SetFormula(array, formula);
            return new UnitCase(workbook, home, array.First);
        }
        var own = Place(row, filled);
        if (Read(workbook, row.Formula, own, row.IsOfArray ? FormulaFlavor.Dynamic : conventions.Flavor) is not { } single) return null;
        if (row.IsOfArray) home.BeginLoad().SetSpill(Filled(own, expectations), single);
        else home.BeginLoad().SetFormula(own, single);
        return new UnitCase(workbook, home, own);
    }

    /// <summary>True when the result of the formula reaches a cell.</summary>
    public bool Fills(CellAddress cell) => Sheet.GetRegions().Any(r => r.Range.Contains(Cell) && r.Range.Contains(cell));

    private static string HomeSheet(CaseRow row)
    {
        var sheets = row.Inputs.Select(i => CaseRow.TrySplit(i.Name, out var sheet, out _) ? sheet : null).ToHashSet();
        return sheets.Count == 0 || sheets.Contains(null) ? UsualSheets[0] : UsualSheets.FirstOrDefault(sheets.Contains) ?? sheets.First()!;
    }

    private static CellAddress Place(CaseRow row, List<CellAddress> filled)
    {
        var isCell = CellAddress.TryParse(row.Cell, out var cell);
        if (isCell && !row.IsOfArray && !filled.Contains(cell)) return cell;
        var free = Math.Max(FreeColumn, filled.Select(c => c.Column + 1).DefaultIfEmpty().Max());
        return new CellAddress(Math.Min(free, SheetLimits.Columns - 1), cell.Row);
    }

    // As much of an array as is known of it.
    private static CellRange Filled(CellAddress anchor, IReadOnlyList<Expectation> expectations) => new(
        anchor.Column, anchor.Row,
        Math.Min(anchor.Column + expectations.Max(e => e.Column), SheetLimits.Columns - 1),
        Math.Min(anchor.Row + expectations.Max(e => e.Row), SheetLimits.Rows - 1));

    private static Formula? Read(Workbook workbook, string text, CellAddress cell, FormulaFlavor flavor)
    {
        if (SyntaxTree.Parse(text).Root.Kind == SyntaxKind.Missing) return null;
        var formula = workbook.ReadFormula(Encoding.UTF8.GetBytes(text), cell, flavor);
        return formula.HasErrors ? null : formula;
    }

    // An input that is no formula though it begins like one has the error that such a cell would have in a file.
    private static void Fill(Sheet sheet, CellAddress cell, JsonElement input, Func<string, CellValue> read)
    {
        if (!CaseRow.TryGetValue(input, out var value)) return;
        if (value.Kind != CellValueKind.Text) sheet[cell] = value;
        else if (value.AsText() is ['=', _, ..] formula)
            sheet.BeginLoad().SetFormula(cell, sheet.Workbook.ReadFormula(Encoding.UTF8.GetBytes(formula), cell));
        else sheet[cell] = read(value.AsText());
    }
}
