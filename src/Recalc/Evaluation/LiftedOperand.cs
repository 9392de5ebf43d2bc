using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>
/// An operand as it is seen from a larger shape: a single value, row or column stands for all; past the end of others there is
/// <c>#N/A</c>.
/// </summary>
internal readonly struct LiftedOperand
{
    private readonly Operand _single;
    private readonly ValueGrid? _grid;

    /// <summary>Rows and columns of the grid, kept because they are asked for at every element.</summary>
    private readonly int _rows, _columns;

    public LiftedOperand(in Operand operand)
    {
        _single = operand;
        if (operand.Grid is not { } grid) return;
        // One cell is a single value; an array of one element is an array.
        if (grid is CellArea && grid.Count == 1) _single = grid[0, 0];
        else (_grid, _rows, _columns) = (grid, grid.Rows, grid.Columns);
    }

    /// <summary>True when there is more than a single value.</summary>
    public bool IsArray => _grid is not null;

    /// <summary>The element at a row and column of the larger shape.</summary>
    public Operand this[int row, int column]
    {
        get
        {
            if (_grid is null) return _single;
            if (_rows == 1) row = 0;
            if (_columns == 1) column = 0;
            if (row >= _rows || column >= _columns) return ErrorKind.NotAvailable;
            return _grid is AreaArray areas ? areas.At(row, column) : _grid[row, column];
        }
    }

    /// <summary>True when all elements of a column of the larger shape are the same.</summary>
    public bool IsUniformDown => _rows <= 1;

    /// <summary>Copies the words of elements of a column of the larger shape, from a row on. There is more than one row.</summary>
    public void Read(int row, int column, Span<ulong> words)
    {
        if (_columns == 1) column = 0;
        var count = column < _columns ? Math.Clamp(_rows - row, 0, words.Length) : 0;
        words[count..].Fill(CellWord.FromError(ErrorKind.NotAvailable).Bits);
        if (_grid is CellArea area) area.Cells.Read(area.Range.First.Column + column, area.Range.First.Row + row, words[..count]);
        else for (var i = 0; i < count; i++) words[i] = _grid![row + i, column].Word.Bits;
    }

    /// <summary>The shape that has room for this operand too.</summary>
    public LiftedShape Widen(LiftedShape shape) =>
        IsArray ? shape with { Rows = Math.Max(shape.Rows, _rows), Columns = Math.Max(shape.Columns, _columns) } : shape;

    /// <summary>Widens the used corner of a shape until this operand has one value everywhere past it.</summary>
    public LiftedShape Use(LiftedShape shape)
    {
        if (_grid is null || (_rows == 1 && _columns == 1)) return shape;
        var (rows, columns) = (_grid.UsedRows, _grid.UsedColumns);
        // The element past the end is another than the one past what is used.
        if (EndsBefore(_rows, shape.Rows) || EndsBefore(_columns, shape.Columns)) (rows, columns) = (_rows, _columns);
        if (rows == 0 || columns == 0) return shape;
        // What stands for all rows or columns has values everywhere.
        if (_rows == 1) rows = shape.Rows;
        if (_columns == 1) columns = shape.Columns;
        return shape with { UsedRows = Math.Max(shape.UsedRows, rows), UsedColumns = Math.Max(shape.UsedColumns, columns) };
    }

    private static bool EndsBefore(int count, int end) => count != 1 && count < end;
}
