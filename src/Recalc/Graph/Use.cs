using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>
/// A reference and the cells whose formulas have it: a rectangle of one grid, whatever else their formulas say. The grid that it leads to
/// is the index's that holds it. 36 bytes.
/// </summary>
internal readonly struct Use
{
    private readonly AxisReference _columns;
    private readonly AxisReference _rows;

    public Use(in AreaReference area, int grid, Box owners)
        : this(new AxisReference(area.Column1, area.Column2), new AxisReference(area.Row1, area.Row2), grid, owners) { }

    private Use(AxisReference columns, AxisReference rows, int grid, Box owners) =>
        (_columns, _rows, Grid, Owners) = (columns, rows, grid, owners);

    /// <summary>The grid of the cells that have the reference.</summary>
    public int Grid { get; }

    /// <summary>The cells that have the reference.</summary>
    public Box Owners { get; }

    /// <summary>A hash of the reference and the grid, without the cells.</summary>
    public int ReferenceHash
    {
        get
        {
            var hash = (ulong)(uint)_columns.GetHashCode() << 32 | (uint)_rows.GetHashCode();
            hash = (hash ^ (uint)Grid) * 0x9E3779B97F4A7C15;
            return (int)(hash >> 32);
        }
    }

    public bool HasSameReference(in Use other) => _rows.Equals(other._rows) && _columns.Equals(other._columns) && Grid == other.Grid;

    /// <summary>The same reference in other cells.</summary>
    public Use With(Box owners) => new(_columns, _rows, Grid, owners);

    /// <summary>The smallest rectangle that holds all cells referred to; false when they lie off the sheet.</summary>
    public bool TryCover(out Box footprint)
    {
        footprint = default;
        if (!_columns.TryCover(Owners.FirstColumn, Owners.LastColumn, SheetLimits.Columns, out var left, out var right)) return false;
        if (!_rows.TryCover(Owners.FirstRow, Owners.LastRow, SheetLimits.Rows, out var top, out var bottom)) return false;
        footprint = new Box(left, top, right, bottom);
        return true;
    }

    /// <summary>
    /// The cells that refer to some cell of a rectangle: a rectangle too, for the axes are independent. False when there is none.
    /// </summary>
    public bool TryFindUsers(Box changed, out Box users)
    {
        users = default;
        var (o, c) = (Owners, changed);
        if (!_columns.TryFindUsers(c.FirstColumn, c.LastColumn, o.FirstColumn, o.LastColumn, out var left, out var right)) return false;
        if (!_rows.TryFindUsers(c.FirstRow, c.LastRow, o.FirstRow, o.LastRow, out var top, out var bottom)) return false;
        users = new Box(left, top, right, bottom);
        return true;
    }

    /// <summary>Some of the users, with what the reference says of the rows around them.</summary>
    /// <param name="users">Users of cells that changed.</param>
    /// <param name="isOwnGrid">True when the reference leads to the grid of its users.</param>
    public Reach ReachOf(Box users, bool isOwnGrid)
    {
        var cells = new GridRange(Grid, users.Range);
        var runsTo = isOwnGrid ? RunsTo(users) : users.LastRow;
        return _rows.IsShift ? new Reach(cells, runsTo, Owners.FirstRow, Owners.LastRow) : new Reach(cells, runsTo, 0, -1);
    }

    private int RunsTo(Box users)
    {
        var direction = _rows.Direction;
        if (direction == 0 || !_columns.HoldsOwn(users.FirstColumn, users.LastColumn)) return users.LastRow;
        return direction > 0 ? Owners.LastRow : Owners.FirstRow;
    }
}
