using Recalc.Values;

namespace Recalc.Functions;

/// <summary>What T, N and their kin see of a reference or array: of a reference the first cell, of an array every value.</summary>
internal static class SingleValues
{
    /// <summary>The first cell of a reference, which is asked for; false when it is not computed yet.</summary>
    public static bool TryFirst(CellArea area, CallSite site, out Operand value)
    {
        var first = area.Range.First;
        var cell = area.Range.Count == 1 ? area : site.Area(area.Sheet, new(first, first));
        var isThere = site.Demand(cell);
        value = isThere ? cell.Element(0, 0) : Operand.Blocked;
        return isThere;
    }

    /// <summary>An argument's value changed; of an array all of them.</summary>
    public static Operand Map(in Operand argument, CallSite site, Func<CellValue, CellValue> change)
    {
        var value = argument;
        if (argument.AreaOrNull is { } area && !TryFirst(area, site, out value)) return value;
        if (value.Grid is ArrayValue array) return Map(array, site, change);
        return value.IsError ? value : change(value.Value);
    }

    private static Operand Map(ArrayValue array, CallSite site, Func<CellValue, CellValue> change)
    {
        var used = array.Used;
        if (!site.TryChargeSteps(used.Length)) return site.OverSteps;
        if (!site.TryChargeMemory(used.Length)) return site.OverMemory;
        var values = new CellValue[used.Length];
        for (var i = 0; i < values.Length; i++) values[i] = change(used[i]);
        return Operand.Array(new ArrayValue(array.Rows, array.Columns, array.UsedRows, array.UsedColumns, values, change(array.Fill)));
    }
}
