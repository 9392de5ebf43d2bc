using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>The functions that search lists, and INDEX.</summary>
internal static class LookupFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "MATCH", Match },
        { "VLOOKUP", (a, site) => LookUp(a, site, down: true) },
        { "HLOOKUP", (a, site) => LookUp(a, site, down: false) },
        { "INDEX", Index },
    };

    private static Operand Match(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments[1].Grid is not { } grid) return arguments[1].IsError ? arguments[1] : ErrorKind.NotAvailable;
        if (grid.Rows > 1 && grid.Columns > 1) return arguments[0].IsError ? arguments[0] : ErrorKind.NotAvailable;
        var type = 1.0;
        if (arguments.Length > 2 && !arguments[2].TryNumber(site, out type, out var failure)) return failure;
        if (arguments[0].IsError) return arguments[0];
        var found = Find(arguments[0].Value, grid.Columns == 1 ? GridLine.Column(grid) : GridLine.Row(grid), type, site, out failure);
        return found < 0 ? failure : found + 1;
    }

    private static Operand LookUp(ReadOnlySpan<Operand> arguments, CallSite site, bool down)
    {
        if (arguments[1].Grid is not { } table)
            return arguments[1].IsError ? arguments[1] : arguments[1].IsText ? ErrorKind.Value : ErrorKind.NotAvailable;
        if (!arguments[2].TryWhole(site, out var line, out var failure)) return failure;
        if (arguments[0].IsError) return arguments[0];
        if (line < 1) return ErrorKind.Value;
        if (line > (down ? table.Columns : table.Rows)) return ErrorKind.Ref;
        var approximate = true;
        if (arguments.Length > 3 && !arguments[3].TryLogical(out approximate, out failure)) return failure;
        var found = Find(arguments[0].Value, down ? GridLine.Column(table) : GridLine.Row(table), approximate ? 1 : 0, site, out failure);
        return found < 0 ? failure : down ? table.Element(found, line - 1) : table.Element(line - 1, found);
    }

    // The place from zero; -1 when nothing is found or the search took too long.
    private static int Find(CellValue wanted, in GridLine list, double type, CallSite site, out Operand failure)
    {
        failure = ErrorKind.NotAvailable;
        if (wanted.IsBlank) wanted = 0;
        var steps = 0L;
        var found = type switch
        {
            > 0 => ListSearch.FindAscending(wanted, list, ref steps),
            < 0 => ListSearch.FindDescending(wanted, list, ref steps),
            _ => ListSearch.FindFirst(wanted, list, ref steps),
        };
        if (site.TryChargeSteps(steps)) return found;
        failure = site.OverSteps;
        return -1;
    }

    // Of an area INDEX yields an area, which is not read here. 0 means the whole row or column; one index counts along a single row.
    private static Operand Index(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var (column, part) = (0, 1);
        if (!arguments[1].TryWhole(site, out var row, out var failure)) return failure;
        if (arguments.Length > 2 && !arguments[2].TryWhole(site, out column, out failure)) return failure;
        if (arguments.Length > 3 && !arguments[3].TryWhole(site, out part, out failure)) return failure;
        if (arguments[0].IsError) return arguments[0];
        if (part < 1) return ErrorKind.Value;
        if (part > (arguments[0].AreasOrNull?.Areas.Length ?? 1)) return ErrorKind.Ref;
        var grid = arguments[0].AreasOrNull?.Areas[part - 1] ?? arguments[0].Grid;
        var (rows, columns) = (grid?.Rows ?? 1, grid?.Columns ?? 1);
        if (arguments.Length == 2)
        {
            if (grid is CellArea && rows > 1 && columns > 1) return ErrorKind.Ref;
            if (rows == 1 && columns > 1) (row, column) = (0, row);
        }
        if (row < 0 || column < 0) return ErrorKind.Value;
        if (row > rows || column > columns) return ErrorKind.Ref;
        return grid switch
        {
            null => arguments[0].IsOmitted ? Operand.Blank : arguments[0],
            CellArea area => Operand.Area(site.Area(area.Sheet, Part(area.Range, row, column))),
            _ => Part((ArrayValue)grid, row, column, site),
        };
    }

    private static CellRange Part(CellRange range, int row, int column)
    {
        var (first, last) = (range.First, range.Last);
        if (row > 0) (first, last) = (Moved(first, 0, row - 1), new CellAddress(last.Column, first.Row + row - 1));
        if (column > 0) (first, last) = (Moved(first, column - 1, 0), new CellAddress(first.Column + column - 1, last.Row));
        return new CellRange(first, last);
    }

    private static CellAddress Moved(CellAddress cell, int columns, int rows) => new(cell.Column + columns, cell.Row + rows);

    private static Operand Part(ArrayValue array, int row, int column, CallSite site)
    {
        if ((row > 0 || array.Rows == 1) && (column > 0 || array.Columns == 1)) return array[Math.Max(row, 1) - 1, Math.Max(column, 1) - 1];
        if (row == 0 && column == 0) return Operand.Array(array);
        var (top, left) = (Math.Max(row, 1) - 1, Math.Max(column, 1) - 1);
        var (rows, columns) = row == 0 ? (array.Rows, 1) : (1, array.Columns);
        var usedRows = Math.Clamp(array.UsedRows - top, 0, rows);
        var usedColumns = Math.Clamp(array.UsedColumns - left, 0, columns);
        if (!site.TryChargeMemory(usedRows * usedColumns)) return site.OverMemory;
        var values = new CellValue[usedRows * usedColumns];
        for (var i = 0; i < values.Length; i++) values[i] = row == 0 ? array[i, left] : array[top, i];
        return Operand.Array(new ArrayValue(rows, columns, usedRows, usedColumns, values, array.Fill));
    }
}
