using Recalc.Addressing;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Repl.Checking;

/// <summary>The values that a file keeps for its formulas: 40 bytes a formula.</summary>
internal sealed class StoredValues
{
    private readonly List<(Sheet Sheet, CellAddress Cell, CellAddress Anchor, CellValue Value)> _values = [];

    private StoredValues() { }

    /// <summary>How many cells of formulas have none.</summary>
    public long Missing { get; private set; }

    /// <summary>Copies the values that the formulas of a workbook have, before anything is calculated.</summary>
    public static StoredValues Of(Workbook workbook)
    {
        var stored = new StoredValues();
        foreach (var sheet in workbook.Sheets)
            foreach (var region in sheet.GetRegions()) stored.Add(sheet, region.Range, IsOneFormula(sheet, region));
        return stored;
    }

    /// <summary>Compares them all with what a comparison's workbook has now.</summary>
    public void CompareWith(Comparison comparison, Agreement agreement)
    {
        foreach (var (sheet, cell, anchor, value) in _values) comparison.Compare(sheet, cell, anchor, value, agreement);
    }

    // Of the cells that a formula has spilled into, the first alone says that it has one.
    private static bool IsOneFormula(Sheet sheet, RegionInfo region) =>
        region.Flavor is FormulaFlavor.Array or FormulaFlavor.DataTable || sheet.GetFormula(region.Range.Last) is null;

    private void Add(Sheet sheet, CellRange range, bool isOneFormula)
    {
        for (var column = range.First.Column; column <= range.Last.Column; column++)
        {
            for (var row = range.First.Row; row <= range.Last.Row; row++)
            {
                var cell = new CellAddress(column, row);
                var value = sheet.Peek(cell);
                if (!value.IsBlank) _values.Add((sheet, cell, isOneFormula ? range.First : cell, value));
                else Missing++;
            }
        }
    }
}
