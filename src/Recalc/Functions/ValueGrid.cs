using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// Values in rows and columns: an array or an area of cells. Only a corner of it need be looked at: past <see cref="UsedRows"/> and
/// <see cref="UsedColumns"/> every value is <see cref="Fill"/>, so that a whole column costs what is used of it.
/// </summary>
internal abstract class ValueGrid
{
    public abstract int Rows { get; }
    public abstract int Columns { get; }

    /// <summary>The rows, from the first on, in which a value may differ from <see cref="Fill"/>; at most <see cref="Rows"/>.</summary>
    public abstract int UsedRows { get; }

    /// <summary>The columns, from the first on, in which a value may differ from the fill; at most <see cref="Columns"/>.</summary>
    public abstract int UsedColumns { get; }

    /// <summary>The value past what is used.</summary>
    public abstract CellValue Fill { get; }

    /// <summary>The value at a row and column of the grid, both from zero.</summary>
    public abstract CellValue this[int row, int column] { get; }

    /// <summary>The same value as an operand: an error with its explanation.</summary>
    public virtual Operand Element(int row, int column) => this[row, column];

    /// <summary>How many values there are, the ones past what is used among them.</summary>
    public long Count => (long)Rows * Columns;
}
