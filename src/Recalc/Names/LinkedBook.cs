using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Names;

/// <summary>What is kept of another workbook: the names of its sheets, its defined names, and the cells that formulas read.</summary>
internal sealed class LinkedBook
{
    private readonly Dictionary<(int Sheet, CellAddress Cell), CellValue> _values = [];

    /// <summary>How many columns and rows of a sheet, from A1 on, hold all its cells; a sheet without cells is not in it.</summary>
    private readonly Dictionary<int, (int Columns, int Rows)> _extents = [];

    public List<string> Sheets { get; } = [];

    public Dictionary<string, string?> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts the changes of values.</summary>
    public int Version { get; private set; }

    public CellValue this[int sheet, CellAddress cell]
    {
        get => _values.GetValueOrDefault((sheet, cell));
        set
        {
            Version++;
            _values[(sheet, cell)] = value;
            var (columns, rows) = _extents.GetValueOrDefault(sheet);
            _extents[sheet] = (Math.Max(columns, cell.Column + 1), Math.Max(rows, cell.Row + 1));
        }
    }

    /// <summary>Finds a sheet of which cells were kept, by its name without case.</summary>
    public bool TryFind(string name, out int sheet)
    {
        sheet = Sheets.FindIndex(s => string.Equals(s, name, StringComparison.OrdinalIgnoreCase));
        return _extents.ContainsKey(sheet);
    }

    /// <summary>How many columns and rows of a rectangle, from its first cell on, hold all that was kept of it.</summary>
    public (int Columns, int Rows) UsedOf(int sheet, CellRange range)
    {
        var (columns, rows) = _extents.GetValueOrDefault(sheet);
        return (Math.Clamp(columns - range.First.Column, 0, range.Columns), Math.Clamp(rows - range.First.Row, 0, range.Rows));
    }
}
