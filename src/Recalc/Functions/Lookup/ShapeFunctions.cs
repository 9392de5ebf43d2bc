using System.Runtime.InteropServices;
using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>Arrays turned, cut and filled up. Blanks stay blank; of an area, TAKE and DROP yield an area.</summary>
internal static class ShapeFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "TRANSPOSE", Transpose },
        { "TAKE", (a, site) => Cut(a, site, drops: false) },
        { "DROP", (a, site) => Cut(a, site, drops: true) },
        { "CHOOSEROWS", (a, site) => Choose(a, site, areRows: true) },
        { "CHOOSECOLS", (a, site) => Choose(a, site, areRows: false) },
        { "EXPAND", Expand },
        { "TRIMRANGE", Trim },
    };

    private static Operand Transpose(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        var (rows, columns) = (grid.UsedRows, grid.UsedColumns);
        if (!site.TryCharge((long)rows * columns, out var failure)) return failure;
        var values = new CellValue[rows * columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++) values[column * rows + row] = grid[row, column];
        return Operand.Array(new ArrayValue(grid.Columns, grid.Rows, columns, rows, values, grid.Fill));
    }

    private static Operand Cut(ReadOnlySpan<Operand> arguments, CallSite site, bool drops)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        var all = drops ? 0 : int.MaxValue;
        if (!arguments.TryWholeOr(1, all, site, out var rows, out var failure)) return failure;
        if (!arguments.TryWholeOr(2, all, site, out var columns, out failure)) return failure;
        var (top, height) = Kept(grid.Rows, rows, drops);
        var (left, width) = Kept(grid.Columns, columns, drops);
        if (height == 0 || width == 0) return GridReading.Empty(drops ? "DROP" : "TAKE");
        return Part(grid, top, left, height, width, site);
    }

    // A negative number counts from the end.
    private static (int First, int Count) Kept(int count, int number, bool drops)
    {
        var size = Math.Min(Math.Abs(number), count);
        if (drops) return (number > 0 ? size : 0, count - size);
        return (number > 0 ? 0 : count - size, size);
    }

    private static Operand Part(ValueGrid grid, int top, int left, int rows, int columns, CallSite site)
    {
        if (grid is CellArea { Range.First: var first } area)
        {
            var corner = new CellAddress(first.Column + left, first.Row + top);
            var end = new CellAddress(corner.Column + columns - 1, corner.Row + rows - 1);
            return Operand.Area(site.Area(area.Sheet, new CellRange(corner, end)));
        }
        var (usedRows, usedColumns) = (Math.Clamp(grid.UsedRows - top, 0, rows), Math.Clamp(grid.UsedColumns - left, 0, columns));
        if (!site.TryCharge((long)usedRows * usedColumns, out var failure)) return failure;
        var values = new CellValue[usedRows * usedColumns];
        for (var i = 0; i < values.Length; i++) values[i] = grid[top + i / usedColumns, left + i % usedColumns];
        return Operand.Array(new ArrayValue(rows, columns, usedRows, usedColumns, values, grid.Fill));
    }

    private static Operand Choose(ReadOnlySpan<Operand> arguments, CallSite site, bool areRows)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        var lines = new GridLines(grid, areRows);
        var chosen = new List<int>();
        foreach (ref readonly var argument in arguments[1..])
        {
            if (!argument.TryGrid(out var numbers)) return argument;
            if (!site.TryCharge(numbers.Count, out var failure)) return failure;
            for (var i = 0; i < numbers.Count; i++)
            {
                if (!numbers.Element(i / numbers.Columns, i % numbers.Columns).TryNumber(site, out var number, out failure)) return failure;
                number = Math.Truncate(number);
                if (number == 0 || Math.Abs(number) > lines.Count) return ErrorKind.Value;
                chosen.Add((int)(number > 0 ? number - 1 : lines.Count + number));
            }
        }
        return lines.Pick(CollectionsMarshal.AsSpan(chosen), chosen.Count, site);
    }

    private static Operand Expand(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryGrid(out var grid)) return arguments[0];
        if (!arguments.TryWholeOr(1, grid.Rows, site, out var rows, out var failure)) return failure;
        if (!arguments.TryWholeOr(2, grid.Columns, site, out var columns, out failure)) return failure;
        if (rows < grid.Rows || columns < grid.Columns) return ErrorKind.Value;
        if (rows > SheetLimits.Rows || columns > SheetLimits.Columns) return ErrorKind.Num;
        CellValue pad = ErrorKind.NotAvailable;
        if (arguments.IsGiven(3)) pad = arguments[3].Value;
        if (!site.TryCharge(grid.Count, out failure)) return failure;
        var values = new CellValue[grid.Count];
        for (var i = 0; i < values.Length; i++) values[i] = grid[i / grid.Columns, i % grid.Columns];
        return Operand.Array(new ArrayValue(rows, columns, grid.Rows, grid.Columns, values, pad));
    }

    // 1 trims at the beginning, 2 at the end, 3 at both.
    private static Operand Trim(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments[0].IsError) return arguments[0];
        if (!arguments.TryWholeOr(1, 3, site, out var rows, out var failure)) return failure;
        if (!arguments.TryWholeOr(2, 3, site, out var columns, out failure)) return failure;
        if (rows is < 0 or > 3 || columns is < 0 or > 3) return ErrorKind.Value;
        if (arguments[0].Grid is not { } grid) return arguments[0];
        if (grid is CellArea area && !site.Demand(area)) return Operand.Blocked;
        if (!site.TryChargeSteps((long)grid.UsedRows * grid.UsedColumns)) return site.OverSteps;
        if (!TryFindFilled(grid, out var top, out var left, out var bottom, out var right)) return ErrorKind.Ref;
        if ((rows & 1) == 0) top = 0;
        if ((rows & 2) == 0) bottom = grid.Rows - 1;
        if ((columns & 1) == 0) left = 0;
        if ((columns & 2) == 0) right = grid.Columns - 1;
        return Part(grid, top, left, bottom - top + 1, right - left + 1, site);
    }

    private static bool TryFindFilled(ValueGrid grid, out int top, out int left, out int bottom, out int right)
    {
        (top, left, bottom, right) = (int.MaxValue, int.MaxValue, -1, -1);
        if (!grid.Fill.IsBlank) (top, left, bottom, right) = (0, 0, grid.Rows - 1, grid.Columns - 1);
        for (var row = 0; row < grid.UsedRows; row++)
        {
            for (var column = 0; column < grid.UsedColumns; column++)
            {
                if (grid[row, column].IsBlank) continue;
                (top, left) = (Math.Min(top, row), Math.Min(left, column));
                (bottom, right) = (Math.Max(bottom, row), Math.Max(right, column));
            }
        }
        return bottom >= 0;
    }
}
