using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Reference;

/// <summary>What an expression yields: a single value, an array, or a reference (which is looked into only when somebody reads it).</summary>
internal abstract record Operand;

/// <summary>A single value that no reference stands for. An argument that was left out is a blank.</summary>
internal sealed record Single(CellValue Value) : Operand;

/// <summary>An array: rows, then columns.</summary>
internal sealed record Grid(CellValue[,] Values) : Operand
{
    public int Rows => Values.GetLength(0);
    public int Columns => Values.GetLength(1);

    /// <summary>The element of a larger shape: one row or column stands for all; others have no elements past their end.</summary>
    public CellValue Broadcast(int row, int column)
    {
        (row, column) = (Rows == 1 ? 0 : row, Columns == 1 ? 0 : column);
        return row < Rows && column < Columns ? Values[row, column] : CellValue.FromError(ErrorKind.NotAvailable);
    }

    public static Grid Of(int rows, int columns, Func<int, int, CellValue> element)
    {
        var values = new CellValue[rows, columns];
        for (var column = 0; column < columns; column++)
            for (var row = 0; row < rows; row++) values[row, column] = element(row, column);
        return new Grid(values);
    }
}

/// <summary>A reference: one rectangle, or several when it is a union.</summary>
internal sealed record Areas(IReadOnlyList<Area> Parts) : Operand
{
    /// <summary>The rectangle of a reference that is no union; a union is <c>#VALUE!</c> where one rectangle is wanted.</summary>
    public Area Only => Parts.Count == 1 ? Parts[0] : throw new FormulaError(ErrorKind.Value);
}

/// <summary>A rectangle on a sheet.</summary>
internal readonly record struct Area(int Sheet, CellRange Range);
