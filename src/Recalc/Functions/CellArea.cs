using Recalc.Addressing;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Functions;

/// <summary>
/// The cells of a rectangle on a sheet, as an operand. Nothing is copied: values are read from the pages. The interpreter uses its areas
/// again from one formula to the next, so a function keeps none.
/// </summary>
internal sealed class CellArea : ValueGrid
{
    /// <summary>So many cells are looked at in no more time than it takes to find out which are used.</summary>
    private const int Few = 256;

    /// <summary>The part of the range past which every cell is blank; null until somebody asks.</summary>
    private (int Rows, int Columns)? _used;

    public int Sheet { get; private set; }

    public CellRange Range { get; private set; }

    /// <summary>The cells of the sheet.</summary>
    public CellStore Cells { get; private set; } = new();

    public override int Rows => Range.Rows;
    public override int Columns => Range.Columns;
    public override int UsedRows => Used.Rows;
    public override int UsedColumns => Used.Columns;
    public override CellValue Fill => CellValue.Blank;

    public override CellValue this[int row, int column] => Cells[new CellAddress(Range.First.Column + column, Range.First.Row + row)];

    public override Operand Element(int row, int column) =>
        Operand.Stored(Cells.Word(Range.First.Column + column, Range.First.Row + row, out var side), side);

    /// <summary>Makes this the area of other cells.</summary>
    public CellArea Set(int sheet, CellStore cells, CellRange range)
    {
        (Sheet, Cells, Range, _used) = (sheet, cells, range, null);
        return this;
    }

    private (int Rows, int Columns) Used => _used ??= Measure();

    private (int Rows, int Columns) Measure()
    {
        if (Range.Count <= Few) return (Rows, Columns);
        if (Cells.Clip(Range) is not { } used) return (0, 0);
        return (used.Last.Row - Range.First.Row + 1, used.Last.Column - Range.First.Column + 1);
    }
}
