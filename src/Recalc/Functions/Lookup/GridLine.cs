using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>The first row or column of a grid, as the list that MATCH and VLOOKUP search. Nothing is copied.</summary>
internal readonly struct GridLine
{
    private readonly ValueGrid _grid;
    private readonly bool _isColumn;

    private GridLine(ValueGrid grid, bool isColumn) => (_grid, _isColumn) = (grid, isColumn);

    /// <summary>The first column.</summary>
    public static GridLine Column(ValueGrid grid) => new(grid, isColumn: true);

    /// <summary>The first row.</summary>
    public static GridLine Row(ValueGrid grid) => new(grid, isColumn: false);

    /// <summary>
    /// How many values there are. A list that goes to the end of the sheet ends with its last value, for the result of a bisection of
    /// unsorted values rests on where it ends.
    /// </summary>
    public int Count
    {
        get
        {
            if (Area is not { Range.Last: var last } area) return _isColumn ? _grid.Rows : _grid.Columns;
            if (last.Row != SheetLimits.Rows - 1 && _isColumn) return area.Rows;
            if (last.Column != SheetLimits.Columns - 1 && !_isColumn) return area.Columns;
            var count = Used;
            while (count > 0 && this[count - 1].IsBlank) count--;
            return count;
        }
    }

    /// <summary>How many of them, from the first on, may differ from <see cref="ValueGrid.Fill"/>.</summary>
    public int Used
    {
        get
        {
            var (used, across) = _isColumn ? (_grid.UsedRows, _grid.UsedColumns) : (_grid.UsedColumns, _grid.UsedRows);
            return across == 0 ? 0 : used;
        }
    }

    /// <summary>The value past what is used.</summary>
    public CellValue Fill => _grid.Fill;

    /// <summary>The area, if it is one that runs down a column: its words can be searched as vectors.</summary>
    public CellArea? ColumnArea => _isColumn ? Area : null;

    public CellValue this[int index] => _isColumn ? _grid[index, 0] : _grid[0, index];

    private CellArea? Area => _grid as CellArea;
}
