using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>A matrix of numbers, row by row, in memory that the formula was charged for. Not thread-safe.</summary>
internal sealed class Matrix(int rows, int columns)
{
    private readonly double[] _items = new double[rows * columns];

    public int Rows { get; } = rows;
    public int Columns { get; } = columns;

    public ref double this[int row, int column] => ref _items[row * Columns + column];

    /// <summary>An empty matrix, when the formula may hold one so large.</summary>
    public static bool TryMake(long rows, long columns, CallSite site, out Matrix matrix, out Operand failure)
    {
        failure = default;
        matrix = null!;
        if (rows * columns > int.MaxValue / 8 || !site.TryChargeMemory(rows * columns)) failure = site.OverMemory;
        else matrix = new Matrix((int)rows, (int)columns);
        return matrix is not null;
    }

    /// <summary>Reads an argument all of which must be numbers.</summary>
    public static bool TryRead(in Operand argument, CallSite site, out Matrix matrix, out Operand failure)
    {
        matrix = null!;
        failure = argument;
        if (argument.IsError) return false;
        if (!TryMake(argument.Grid?.Rows ?? 1, argument.Grid?.Columns ?? 1, site, out matrix, out failure)) return false;
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                var element = argument.Grid?.Element(row, column) ?? argument;
                failure = element.IsError ? element : ErrorKind.Value;
                if (!element.IsNumber) return false;
                matrix[row, column] = element.Word.Number;
            }
        }
        failure = default;
        return true;
    }

    /// <summary>The matrix as a result.</summary>
    public Operand ToOperand()
    {
        var values = new CellValue[_items.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _items[i];
        return Operand.Array(new ArrayValue(Rows, Columns, values));
    }

    public void SwapRows(int one, int other)
    {
        for (var column = 0; column < Columns; column++)
            (this[one, column], this[other, column]) = (this[other, column], this[one, column]);
    }

    /// <summary>Adds a multiple of one row to another, from a column on.</summary>
    public void AddRow(int target, int source, double factor, int firstColumn = 0)
    {
        for (var column = firstColumn; column < Columns; column++) this[target, column] += factor * this[source, column];
    }
}
