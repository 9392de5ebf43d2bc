using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Excel.Tests;

/// <summary>Short ways for tests to speak of cells.</summary>
internal static class CellText
{
    public static CellValue At(this Workbook workbook, string cell, int sheet = 0) => workbook.Sheets[sheet][CellAddress.Parse(cell)];

    public static string? FormulaAt(this Workbook workbook, string cell, int sheet = 0) =>
        workbook.Sheets[sheet].GetFormula(CellAddress.Parse(cell));

    public static string FormatAt(this Workbook workbook, string cell, int sheet = 0) =>
        workbook.NumberFormats[workbook.Sheets[sheet].GetNumberFormat(CellAddress.Parse(cell))];

    /// <summary>The region that a cell belongs to; fails when it belongs to none.</summary>
    public static RegionInfo RegionAt(this Workbook workbook, string cell, int sheet = 0) =>
        Assert.Single(workbook.Sheets[sheet].GetRegions(), region => region.Range.Contains(CellAddress.Parse(cell)));
}
