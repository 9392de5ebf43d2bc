using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// References in rows and columns, as OFFSET and INDIRECT make them of arrays: <c>SUBTOTAL(9,OFFSET(A1,ROW(1:9),0))</c>. An element is an
/// area or an error; as a value it is that of the area's only cell, or #VALUE!. Immutable; the areas are good for one formula.
/// </summary>
/// <param name="rows">How many rows.</param>
/// <param name="columns">How many columns.</param>
/// <param name="usedRows">How many of the rows have elements of their own.</param>
/// <param name="usedColumns">How many of the columns do.</param>
/// <param name="elements">Those elements, row by row.</param>
/// <param name="fill">The element past them.</param>
internal sealed class AreaArray(int rows, int columns, int usedRows, int usedColumns, Operand[] elements, Operand fill) : ValueGrid
{
    public override int Rows => rows;
    public override int Columns => columns;
    public override int UsedRows => usedRows;
    public override int UsedColumns => usedColumns;
    public override CellValue Fill => ValueOf(fill);

    /// <summary>The elements that are used, row by row.</summary>
    public ReadOnlySpan<Operand> Elements => elements;

    /// <summary>The element past those that are used.</summary>
    public Operand Rest => fill;

    /// <summary>The value of the only cell of an element, which is computed.</summary>
    public override CellValue this[int row, int column] => ValueOf(At(row, column));

    /// <summary>The reference at a row and column, or an error.</summary>
    public Operand At(int row, int column) => row < usedRows && column < usedColumns ? elements[row * usedColumns + column] : fill;

    private static CellValue ValueOf(in Operand element) =>
        element.AreaOrNull is not { } area ? element.Value : area.Count == 1 ? area[0, 0] : ErrorKind.Value;
}
