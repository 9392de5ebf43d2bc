using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// The cells or the array that a function was handed, in place: nothing is copied. Rows and columns count from zero. Good while the call runs, on its thread;
/// <c>default</c> is of no call. A single value is one row of one column.
/// </summary>
public readonly struct CellSpan
{
    private readonly Operand _values;
    private readonly CallTicket _call;

    internal CellSpan(in Operand values, in CallTicket call) => (_values, _call) = (values, call);

    /// <summary>How many rows there are.</summary>
    /// <exception cref="InvalidOperationException">The call has returned, here as for every member.</exception>
    public int Rows => Grid?.Rows ?? 1;

    /// <summary>How many columns there are.</summary>
    public int Columns => Grid?.Columns ?? 1;

    /// <summary>How many values there are.</summary>
    public long Count => (long)Rows * Columns;

    /// <summary>How many rows, from the first on, may hold something: past them all is blank. So a whole column costs what is used of it.</summary>
    public int UsedRows => Grid?.UsedRows ?? 1;

    /// <summary>How many columns, from the first on, may hold something.</summary>
    public int UsedColumns => Grid?.UsedColumns ?? 1;

    /// <summary>The value at a row and column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public CellValue this[int row, int column]
    {
        get
        {
            var grid = Grid;
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)(grid?.Rows ?? 1), nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)(grid?.Columns ?? 1), nameof(column));
            return grid is null ? _values.Value : grid[row, column];
        }
    }

    /// <summary>Copies the numbers, row by row; what is no number is 0, and of an error NaN. Takes time in proportion to them.</summary>
    /// <exception cref="ArgumentException">The span has not as many elements as there are values.</exception>
    public void CopyTo(Span<double> numbers)
    {
        var grid = Grid;
        if (numbers.Length != Count) throw new ArgumentException($"There are {Count} values, and the span has {numbers.Length} elements.", nameof(numbers));
        if (grid is CellArea area)
        {
            area.Cells.CopyNumbers(area.Range, numbers);
            return;
        }
        var columns = Columns;
        for (var i = 0; i < numbers.Length; i++) numbers[i] = NumberOf(grid is null ? _values.Value : grid[i / columns, i % columns]);
    }

    private static double NumberOf(in CellValue value) => value.TryGetNumber(out var number) ? number : value.Kind == CellValueKind.Error ? double.NaN : 0;

    private ValueGrid? Grid
    {
        get
        {
            _call.Check();
            return _values.Grid;
        }
    }
}
