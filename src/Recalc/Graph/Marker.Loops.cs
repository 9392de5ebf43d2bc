using Recalc.Addressing;

namespace Recalc.Graph;

/// <content>
/// Loops: columns each of which rests on another, and at last on its own row before, as an opening balance rests on the closing one above
/// it. A mark that has come around once goes around all the other rows in which the same references move along, so these are marked
/// together. What is marked stays what it would be row by row.
/// </content>
internal sealed partial class Marker
{
    /// <summary>How many columns a loop may have.</summary>
    private const int LongestLoop = 8;

    /// <summary>How many hops are remembered, a power of two: a loop whose hops lie further apart is marked row by row.</summary>
    private const int RememberedHops = 256;

    private const long NoHop = 0;

    /// <summary>Cells of one row that were marked, the hop that was the cause, and the rows in which the same reference moves along.</summary>
    private readonly record struct Hop(long Cause, GridRange Cells, int FirstRow, int LastRow)
    {
        public int Row => Cells.Range.First.Row;

        public bool IsOver(in Hop other)
        {
            var (own, its) = (Cells.Range, other.Cells.Range);
            return Cells.Grid == other.Cells.Grid && own.First.Column == its.First.Column && own.Last.Column == its.Last.Column;
        }
    }

    /// <summary>The last hops, each at its number modulo the length. A number that is too old stands for no hop.</summary>
    private readonly Hop[] _hops = new Hop[RememberedHops];

    /// <summary>The number of the last hop.</summary>
    private long _lastHop = NoHop;

    private long AddHop(long cause, GridRange cells, in Reach reach)
    {
        _lastHop++;
        _hops[_lastHop % RememberedHops] = new Hop(cause, cells, reach.FirstRow, reach.LastRow);
        return _lastHop;
    }

    private bool IsRemembered(long hop) => hop != NoHop && hop > _lastHop - RememberedHops;

    // Marks the rest of the loop when the hop lies a row further than one that led to it, in the same columns.
    private void FollowLoop(long last)
    {
        var hop = _hops[last % RememberedHops];
        var cause = hop.Cause;
        for (var length = 1; length <= LongestLoop && IsRemembered(cause); length++)
        {
            var earlier = _hops[cause % RememberedHops];
            var direction = hop.Row - earlier.Row;
            if (direction is 1 or -1 && hop.IsOver(earlier))
            {
                var rows = LoopRows(last, length, direction);
                if (rows > 0) MarkLoop(last, length, direction * rows);
                return;
            }
            cause = earlier.Cause;
        }
    }

    // How many rows further the references of all hops move along over cells that are not marked.
    private int LoopRows(long last, int length, int direction)
    {
        var rows = SheetLimits.Rows;
        for (var (at, i) = (last, 0); i < length && rows > 0; i++)
        {
            var hop = _hops[at % RememberedHops];
            var (plane, range) = (states(hop.Cells.Grid), hop.Cells.Range);
            rows = Math.Min(rows, direction > 0 ? hop.LastRow - hop.Row : hop.Row - hop.FirstRow);
            for (var column = range.First.Column; column <= range.Last.Column && rows > 0; column++)
                rows = plane.IsMarked(column, hop.Row + direction) ? 0 : Unmarked(plane, column, hop.Row, direction * rows);
            at = hop.Cause;
        }
        return rows;
    }

    private static int Unmarked(StatePlane plane, int column, int row, int rows) => rows > 0
        ? plane.RunEnd(CellState.Marked, column, row + 1, row + rows) - row
        : row - plane.RunStart(CellState.Marked, column, row - 1, row + rows);

    private void MarkLoop(long last, int length, int rows)
    {
        for (var (at, i) = (last, 0); i < length; i++)
        {
            var hop = _hops[at % RememberedHops];
            var (grid, range) = hop.Cells;
            var (first, end) = rows > 0 ? (hop.Row + 1, hop.Row + rows) : (hop.Row + rows, hop.Row - 1);
            var further = new CellRange(range.First.Column, first, range.Last.Column, end);
            states(grid).SetMarked(further);
            if (cyclic is not null) MustWhereCyclic(states(grid), further, cyclic(grid));
            Push(new GridRange(grid, further), NoHop);
            at = hop.Cause;
        }
    }
}
