using Recalc.Values;

namespace Recalc.Functions;

/// <summary>An array of values: row by row what is used of it, and one value for all the rest. Immutable once it is handed on.</summary>
internal sealed class ArrayValue : ValueGrid
{
    private readonly CellValue[] _values;

    /// <summary>An array all of which is used.</summary>
    /// <param name="rows">How many rows; at least 1.</param>
    /// <param name="columns">How many columns; at least 1.</param>
    /// <param name="values">The values, row by row.</param>
    public ArrayValue(int rows, int columns, CellValue[] values) : this(rows, columns, rows, columns, values, CellValue.Blank) { }

    /// <summary>An array of which the upper left corner is used.</summary>
    public ArrayValue(int rows, int columns, int usedRows, int usedColumns, CellValue[] values, CellValue fill) =>
        (Rows, Columns, UsedRows, UsedColumns, _values, Fill) = (rows, columns, usedRows, usedColumns, values, fill);

    /// <summary>A copy of another grid's values, all of which are computed.</summary>
    public static ArrayValue Of(ValueGrid grid)
    {
        var (rows, columns) = (grid.UsedRows, grid.UsedColumns);
        var values = new CellValue[rows * columns];
        for (var i = 0; i < values.Length; i++) values[i] = grid[i / columns, i % columns];
        return new ArrayValue(grid.Rows, grid.Columns, rows, columns, values, grid.Fill);
    }

    public override int Rows { get; }
    public override int Columns { get; }
    public override int UsedRows { get; }
    public override int UsedColumns { get; }
    public override CellValue Fill { get; }

    /// <summary>What is used, row by row: <see cref="UsedRows"/> times <see cref="UsedColumns"/> values.</summary>
    public ReadOnlySpan<CellValue> Used => _values.AsSpan(0, UsedRows * UsedColumns);

    public override CellValue this[int row, int column] =>
        row < UsedRows && column < UsedColumns ? _values[row * UsedColumns + column] : Fill;
}
