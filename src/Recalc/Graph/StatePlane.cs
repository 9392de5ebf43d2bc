using Recalc.Addressing;
using Recalc.Storage;

namespace Recalc.Graph;

/// <summary>
/// The states of the cells of a grid. What never had a state takes no memory: inputs have none. Rows and rectangles include both ends;
/// a million rows are 245 pages, and cost an operation of a few nanoseconds each. For one writer.
/// </summary>
internal sealed partial class StatePlane
{
    private SparseArray<StateColumn> _columns = new();

    /// <summary>The mark of what this plane alone writes: columns and pages that have another are copied first. Null as long as there was no fork.</summary>
    private object? _owner;

    /// <summary>True when <see cref="_columns"/> is a fork's, too.</summary>
    private bool _isShared;

    /// <summary>How many cells are marked: the sum over the columns.</summary>
    public long Marked { get; private set; }

    public bool IsMarked(int column, int row) => Contains(CellState.Marked, column, row);

    public bool IsMust(int column, int row) => Contains(CellState.Must, column, row);

    public bool IsClaimed(int column, int row) => Contains(CellState.Claimed, column, row);

    public bool Contains(CellState state, int column, int row) => _columns[column] is { } rows && rows.Contains(state, row);

    /// <summary>All states of a cell at once.</summary>
    public CellStates At(int column, int row) => _columns[column]?.At(row) ?? CellStates.None;

    /// <summary>Marks a cell; false when it is marked already.</summary>
    public bool TryMark(int column, int row)
    {
        if (!Own(column).TryMark(row)) return false;
        Marked++;
        return true;
    }

    public void SetMarked(int column, int firstRow, int lastRow) => Set(CellState.Marked, column, firstRow, lastRow);

    public void SetMarked(CellRange range) => Set(CellState.Marked, range);

    /// <summary>Says that cells which are marked have to run.</summary>
    public void SetMust(int column, int firstRow, int lastRow) => Set(CellState.Must, column, firstRow, lastRow);

    /// <inheritdoc cref="SetMust(int, int, int)"/>
    public void SetMust(CellRange range) => Set(CellState.Must, range);

    public void SetClaimed(int column, int firstRow, int lastRow) => Set(CellState.Claimed, column, firstRow, lastRow);

    /// <inheritdoc cref="SetClaimed(int, int, int)"/>
    public void SetClaimed(CellRange range) => Set(CellState.Claimed, range);

    /// <summary>
    /// Says that those of the cells which are marked have to run. Takes time in proportion to the stretches that are marked.
    /// </summary>
    public void SetMustWhereMarked(CellRange range)
    {
        if (Marked == 0) return;
        for (var column = Math.Max(range.First.Column, _columns.Start); column <= Math.Min(range.Last.Column, _columns.End - 1); column++)
        {
            if (_columns[column] is not { Marked: > 0 } rows) continue;
            if (range.First.Row == range.Last.Row)
            {
                Own(column).SetMustWhereMarked(range.First.Row);
                continue;
            }
            if (rows.HoldsAll(CellState.Must, range.First.Row, range.Last.Row)) continue;     // told before
            rows = Own(column);
            var row = rows.First(CellState.Marked, range.First.Row, range.Last.Row);
            while (row >= 0)
            {
                var last = rows.RunEnd(CellState.Marked, row, range.Last.Row);
                rows.Set(CellState.Must, row, last);
                row = rows.First(CellState.Marked, last + 1, range.Last.Row);
            }
        }
    }

    /// <summary>Makes cells done: neither marked nor must. Claims stay.</summary>
    public void Clear(int column, int firstRow, int lastRow)
    {
        if (_columns[column] is not { Marked: > 0 }) return;
        var rows = Own(column);
        var before = rows.Marked;
        rows.ClearMarked(firstRow, lastRow);
        Marked -= before - rows.Marked;
    }

    /// <summary>Makes cells of a row that have a state done, and takes their claims away.</summary>
    public void ClearRow(int row, int firstColumn, int lastColumn)
    {
        for (var column = firstColumn; column <= lastColumn; column++)
            if (_columns[column] is not null && Own(column).Clear(row)) Marked--;
    }

    /// <inheritdoc cref="Clear(int, int, int)"/>
    public void Clear(CellRange range)
    {
        for (var column = Math.Max(range.First.Column, _columns.Start); column <= Math.Min(range.Last.Column, _columns.End - 1); column++)
            Clear(column, range.First.Row, range.Last.Row);
    }

    public void ClearClaimed(int column, int firstRow, int lastRow)
    {
        if (_columns[column] is not null) Own(column).ClearClaimed(firstRow, lastRow);
    }

    /// <inheritdoc cref="ClearClaimed(int, int, int)"/>
    public void ClearClaimed(CellRange range)
    {
        for (var column = range.First.Column; column <= range.Last.Column; column++) ClearClaimed(column, range.First.Row, range.Last.Row);
    }

    /// <summary>True when all rows of a column, from one to another, are in a state.</summary>
    public bool HoldsAll(CellState state, int column, int firstRow, int lastRow) =>
        Contains(state, column, firstRow) && (firstRow == lastRow || RunEnd(state, column, firstRow, lastRow) == lastRow);

    /// <summary>True when some row of a column, from one to another, is in a state.</summary>
    public bool HoldsAny(CellState state, int column, int firstRow, int lastRow) =>
        Contains(state, column, firstRow) || (firstRow < lastRow && RunEnd(state, column, firstRow, lastRow) < lastRow);

    /// <summary>
    /// The first marked cell of a rectangle, at or behind a cell, in column, then row order. Columns without a mark are skipped at once,
    /// clean pages of the others take about a nanosecond.
    /// </summary>
    public bool TryFindMarked(CellRange range, CellAddress from, out CellAddress first)
    {
        first = default;
        if (Marked == 0) return false;
        var begin = Math.Max(from.Column, range.First.Column);
        for (var column = Math.Max(begin, _columns.Start); column <= Math.Min(range.Last.Column, _columns.End - 1); column++)
        {
            if (_columns[column] is not { Marked: > 0 } rows) continue;
            var firstRow = column == from.Column ? Math.Max(from.Row, range.First.Row) : range.First.Row;
            var row = rows.First(CellState.Marked, firstRow, range.Last.Row);
            if (row < 0) continue;
            first = new CellAddress(column, row);
            return true;
        }
        return false;
    }

    /// <summary>The last row of the marked ones that begin at a marked row, no further than a limit.</summary>
    public int MarkedRunEnd(int column, int row, int limit) => RunEnd(CellState.Marked, column, row, limit);

    /// <summary>The first row of the marked ones that end at a marked row, no further back than a limit.</summary>
    public int MarkedRunStart(int column, int row, int limit) => RunStart(CellState.Marked, column, row, limit);

    /// <summary>
    /// The last row, up to a limit, of the rows from this one on that are in a state as this one is, or are not as it is not.
    /// </summary>
    public int RunEnd(CellState state, int column, int row, int limit) => _columns[column]?.RunEnd(state, row, limit) ?? limit;

    /// <summary>
    /// The first row, down to a limit, of the rows back from this one that are in a state as this one is, or are not as it is not.
    /// </summary>
    public int RunStart(CellState state, int column, int row, int limit) => _columns[column]?.RunStart(state, row, limit) ?? limit;

    /// <summary>
    /// The same states for a fork. From now on both planes copy a page, and what leads to it, when they write it first. Takes time in proportion to the spills that are marked.
    /// </summary>
    public StatePlane Fork()
    {
        (_owner, _isShared) = (new object(), true);
        var fork = new StatePlane { _columns = _columns, _owner = new object(), _isShared = true, Marked = Marked };
        ForkSpills(fork);
        return fork;
    }

    // The states of a column, to be written.
    private StateColumn Own(int column)
    {
        if (_isShared) (_columns, _isShared) = (_columns.Clone(), false);
        var rows = _columns[column];
        if (rows is not null && ReferenceEquals(rows.Owner, _owner)) return rows;
        return _columns[column] = rows?.Fork(_owner) ?? new StateColumn(_owner);
    }

    private void Set(CellState state, CellRange range)
    {
        for (var column = range.First.Column; column <= range.Last.Column; column++) Set(state, column, range.First.Row, range.Last.Row);
    }

    private void Set(CellState state, int column, int firstRow, int lastRow)
    {
        var rows = Own(column);
        var before = rows.Marked;
        rows.Set(state, firstRow, lastRow);
        Marked += rows.Marked - before;
    }
}
