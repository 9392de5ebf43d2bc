using Recalc.Addressing;

namespace Recalc.Storage;

/// <summary>Numbers given to cells of a sheet, such as their number formats, kept as stretches of columns.</summary>
internal sealed class StretchPlane
{
    private SparseArray<StretchColumn> _columns = new();

    /// <summary>True when everything is a fork's, too, and is copied before it changes.</summary>
    private bool _isShared;

    /// <summary>The same numbers for a fork. From now on both copy them all when they change one first.</summary>
    public StretchPlane Fork()
    {
        _isShared = true;
        return new StretchPlane { _columns = _columns, _isShared = true };
    }

    private void Own()
    {
        if (!_isShared) return;
        var copy = _columns.Clone();
        foreach (var (index, column) in _columns.Filled) copy[index] = column.Copy();
        (_columns, _isShared) = (copy, false);
    }

    /// <summary>The number of a cell, or -1.</summary>
    public int this[CellAddress cell] => _columns[cell.Column]?.Find(cell.Row) ?? -1;

    /// <summary>Gives a cell a number, or takes its number away when it is -1.</summary>
    public void Assign(CellAddress cell, int number)
    {
        Own();
        if (number >= 0) _columns[cell.Column] ??= new StretchColumn();
        _columns[cell.Column]?.Assign(cell.Row, cell.Row, number);
    }
}
