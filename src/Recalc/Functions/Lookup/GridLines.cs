using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>The rows of a grid, or its columns, as lines: what functions that sort, filter and cut do to either. Nothing is copied.</summary>
internal readonly struct GridLines(ValueGrid grid, bool areRows)
{
    private readonly ValueGrid _grid = grid;
    private readonly bool _areRows = areRows;

    /// <summary>How many lines there are.</summary>
    public int Count => _areRows ? _grid.Rows : _grid.Columns;

    /// <summary>How many values a line has.</summary>
    public int Length => _areRows ? _grid.Columns : _grid.Rows;

    /// <summary>The lines, from the first on, that may differ from the fill; none when no value does.</summary>
    public int UsedCount => _areRows ? _grid.UsedRows : _grid.UsedColumns;

    /// <summary>The values of a line that may differ from the fill.</summary>
    public int UsedLength => _areRows ? _grid.UsedColumns : _grid.UsedRows;

    /// <summary>The value at a place of a line, both from zero.</summary>
    public CellValue this[int line, int at] => _areRows ? _grid[line, at] : _grid[at, line];

    /// <summary>An array of some of the lines, in an order; lines past them, up to a number, are blank.</summary>
    public Operand Pick(ReadOnlySpan<int> lines, int count, CallSite site)
    {
        var (length, used) = (Length, UsedLength);
        var size = (long)lines.Length * used;
        if (size > Array.MaxLength || !site.TryChargeMemory(size)) return site.OverMemory;
        if (!site.TryChargeSteps(size)) return site.OverSteps;
        var values = new CellValue[size];
        for (var i = 0; i < lines.Length; i++)
            for (var at = 0; at < used; at++) values[_areRows ? i * used + at : at * lines.Length + i] = this[lines[i], at];
        return Operand.Array(_areRows
            ? new ArrayValue(count, length, lines.Length, used, values, _grid.Fill)
            : new ArrayValue(length, count, used, lines.Length, values, _grid.Fill));
    }
}
