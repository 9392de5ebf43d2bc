using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Information;

/// <summary>The formulas of cells and the sheets of the workbook. No value is asked for.</summary>
internal static class FormulaFunctions
{
    private const int LongestFormula = 8192;

    public static readonly BodyList Rows = new()
    {
        { "ISFORMULA", (a, site) => Map(a[0], site, static (sheet, cell, s) => s.HoldsFormula(sheet, cell)) },
        { "FORMULATEXT", (a, site) => Map(a[0], site, Text) },
        { "SHEET", Sheet },
        { "SHEETS", Sheets },
    };

    private static CellValue Text(int sheet, CellAddress cell, CallSite site) =>
        site.FormulaText(sheet, cell) is { Length: <= LongestFormula } text ? text : ErrorKind.NotAvailable;

    // Of one cell a value, of several an array.
    private static Operand Map(in Operand argument, CallSite site, Func<int, CellAddress, CallSite, CellValue> read)
    {
        if (argument.AreaOrNull is not { } area) return argument.IsError ? argument : ErrorKind.Value;
        var (first, columns) = (area.Range.First, area.Range.Columns);
        if (area.Range.Count == 1) return read(area.Sheet, first, site);
        if (!site.TryChargeSteps(area.Range.Count)) return site.OverSteps;
        if (!site.TryChargeMemory(area.Range.Count)) return site.OverMemory;
        var values = new CellValue[area.Range.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = read(area.Sheet, new CellAddress(first.Column + i % columns, first.Row + i / columns), site);
        return Operand.Array(new ArrayValue(area.Range.Rows, columns, values));
    }

    // Of a reference, of the name of a sheet, or of the formula itself.
    private static Operand Sheet(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments.IsEmpty) return site.Sheet + 1;
        if (arguments[0].AreaOrNull is { } area) return area.Sheet + 1;
        if (arguments[0].AreasOrNull is { } areas) return areas.Areas[0].Sheet + 1;
        if (arguments[0].IsError) return arguments[0];
        return arguments[0].Object is string name && site.TryFindSheet(name, out var sheet) ? sheet + 1 : ErrorKind.NotAvailable;
    }

    private static Operand Sheets(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments.IsEmpty) return site.SheetCount;
        if (arguments[0].AreaOrNull is not null) return 1;
        if (arguments[0].AreasOrNull is not { } areas) return arguments[0].IsError ? arguments[0] : ErrorKind.Value;
        var sheets = new HashSet<int>();
        foreach (var area in areas.Areas) sheets.Add(area.Sheet);
        return sheets.Count;
    }
}
