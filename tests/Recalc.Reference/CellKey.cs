using Recalc.Addressing;

namespace Recalc.Reference;

/// <summary>A cell of a workbook. Ordered by sheet, column, row.</summary>
internal readonly record struct CellKey(int Sheet, CellAddress Address) : IComparable<CellKey>
{
    public int CompareTo(CellKey other) => Sheet != other.Sheet ? Sheet.CompareTo(other.Sheet) : Address.CompareTo(other.Address);
}
