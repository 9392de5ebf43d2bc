using Recalc.Addressing;

namespace Recalc.Storage;

/// <summary>Numbers given to cells of a sheet, such as their number formats, kept as stretches of columns.</summary>
internal sealed class StretchPlane
{
    private readonly SparseArray<StretchColumn> _columns = new();

    /// <summary>The number of a cell, or -1.</summary>
    public int this[CellAddress cell] => _columns[cell.Column]?.Find(cell.Row) ?? -1;

    /// <summary>Gives a cell a number, or takes its number away when it is -1.</summary>
    public void Assign(CellAddress cell, int number)
    {
        if (number >= 0) _columns[cell.Column] ??= new StretchColumn();
        _columns[cell.Column]?.Assign(cell.Row, cell.Row, number);
    }
}
