using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Names;

/// <summary>What is kept of another workbook: the names of its sheets, its defined names, and the cells that formulas read.</summary>
internal sealed class LinkedBook
{
    private readonly Dictionary<(int Sheet, CellAddress Cell), CellValue> _values = [];

    public List<string> Sheets { get; } = [];

    public Dictionary<string, string?> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    public CellValue this[int sheet, CellAddress cell]
    {
        get => _values.GetValueOrDefault((sheet, cell));
        set => _values[(sheet, cell)] = value;
    }
}
