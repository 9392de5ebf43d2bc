using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>Where references lie and how large they are. None of these asks for a value.</summary>
internal static class PositionFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "ROW", (a, site) => a.IsEmpty ? site.Cell.Row + 1 : OfArea(a[0], site, isRow: true) },
        { "COLUMN", (a, site) => a.IsEmpty ? site.Cell.Column + 1 : OfArea(a[0], site, isRow: false) },
        { "AREAS", (a, _) => a[0].AreasOrNull is { } areas ? areas.Areas.Length : a[0].AreaOrNull is not null ? 1 : a[0].IsError ? a[0] : ErrorKind.Value },
        { "ROWS", (a, _) => a[0].IsError ? a[0] : a[0].Grid?.Rows ?? 1 },
        { "COLUMNS", (a, _) => a[0].IsError ? a[0] : a[0].Grid?.Columns ?? 1 },
        { "HYPERLINK", (a, _) => a[0].IsError ? a[0] : a[^1] },
    };

    // A number, or as many as there are rows or columns.
    private static Operand OfArea(in Operand argument, CallSite site, bool isRow)
    {
        if (argument.AreaOrNull is not { Range: var range }) return argument.IsError ? argument : ErrorKind.Value;
        var (first, count) = isRow ? (range.First.Row + 1, range.Rows) : (range.First.Column + 1, range.Columns);
        if (count == 1) return first;
        if (!site.TryChargeMemory(count)) return site.OverMemory;
        var values = new CellValue[count];
        for (var i = 0; i < count; i++) values[i] = first + i;
        return Operand.Array(isRow ? new ArrayValue(count, 1, values) : new ArrayValue(1, count, values));
    }
}
