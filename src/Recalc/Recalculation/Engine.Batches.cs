using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <content>Edits that belong together: nobody reads between them, and what depends on them is marked in one pass when the last is done.</content>
internal sealed partial class Engine
{
    /// <summary>How many batches are open, each within the one before; marks wait while there is one.</summary>
    private int _batches;

    /// <summary>Cells that changed in the batch and have yet to mark what depends on them; null when there are none.</summary>
    private GridRange? _changed;

    /// <summary>What waits to be marked, for tests.</summary>
    internal GridRange? Changed => _changed;

    /// <summary>True when formulas came or went in the batch.</summary>
    private bool _hasNewFormulas;

    /// <summary>Begins a batch, which ends when the result is disposed of; until then the thread holds the gate.</summary>
    public Batch BeginBatch()
    {
        Enter();
        try
        {
            CheckNotRunning();
        }
        catch
        {
            Leave();
            throw;
        }
        if (_batches++ == 0) _marker.Hold();
        return new Batch(this);
    }

    private void EndBatch()
    {
        try
        {
            if (--_batches > 0) return;
            FlushChanged();
            _marker.Release();
            if (_hasNewFormulas) MarkStructural();
            _hasNewFormulas = false;
            MarkVolatile();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Sets the numbers of a rectangle, row by row; formulas in it go.</summary>
    public void SetNumbers(Grid grid, CellRange range, ReadOnlySpan<double> numbers)
    {
        using (BeginBatch())
        {
            RemoveFormulas(grid, range);
            for (var column = range.First.Column; column <= range.Last.Column; column++)
            {
                var words = WordsOf(range.Rows);
                for (int row = 0, at = column - range.First.Column; row < words.Length; row++, at += range.Columns)
                    words[row] = CellWord.FromNumber(numbers[at]).Bits;
                SetColumn(grid, column, range.First.Row, words, default);
            }
        }
    }

    /// <summary>Sets the values of a rectangle, row by row; formulas in it go.</summary>
    public void SetValues(Grid grid, CellRange range, ReadOnlySpan<CellValue> values)
    {
        using (BeginBatch())
        {
            RemoveFormulas(grid, range);
            for (var column = range.First.Column; column <= range.Last.Column; column++)
            {
                var words = WordsOf(range.Rows);
                var sides = _sides.AsSpan(0, words.Length);
                for (int row = 0, at = column - range.First.Column; row < words.Length; row++, at += range.Columns)
                    (words[row], sides[row]) = (values[at].Word.Bits, values[at].TextOrNull);
                SetColumn(grid, column, range.First.Row, words, sides);
                sides.Clear();
            }
        }
    }

    private Span<ulong> WordsOf(int rows)
    {
        if (_words.Length < rows) (_words, _sides) = (new ulong[rows], new object?[rows]);
        return _words.AsSpan(0, rows);
    }

    // Stores what differs, and says which stretches did.
    private void SetColumn(Grid grid, int column, int firstRow, ReadOnlySpan<ulong> words, ReadOnlySpan<object?> sides)
    {
        for (var start = 0; grid.Cells.TryFindChange(column, firstRow, words, sides, start, out var from, out start);)
        {
            grid.Cells.Write(column, firstRow + from, words[from..start], sides.IsEmpty ? sides : sides[from..start]);
            MarkChanged(new GridRange(grid.Id, new CellRange(column, firstRow + from, column, firstRow + start - 1)));
        }
    }

    // Formulas of a rectangle go, each as if its cell were set.
    private void RemoveFormulas(Grid grid, CellRange range)
    {
        if (!grid.Regions.HasAny(range)) return;
        for (var column = range.First.Column; column <= range.Last.Column; column++)
        {
            for (var row = range.First.Row; row <= range.Last.Row; row++)
            {
                var cell = new CellAddress(column, row);
                if (!grid.Regions.TryFind(cell, out _)) continue;
                Release(grid, cell);
                if (!RemoveFormula(grid, cell)) continue;
                MarkStructural();
                MarkBlocked(grid, cell);
            }
        }
    }

    // Cells that are set one after the other, down a column or along a row, are marked as one rectangle.
    private void MarkChanged(GridRange cells)
    {
        if (_batches == 0)
        {
            _marker.Mark(cells, direct: true);
            return;
        }
        if (_changed is { } before && before.Grid == cells.Grid && IsContinued(before.Range, cells.Range))
        {
            _changed = new GridRange(cells.Grid, before.Range.Union(cells.Range));
            return;
        }
        FlushChanged();
        _changed = cells;
    }

    private static bool IsContinued(CellRange before, CellRange next) =>
        before.First.Column == next.First.Column && before.Last.Column == next.Last.Column
            ? before.Last.Row + 1 == next.First.Row
            : before.First.Row == next.First.Row && before.Last.Row == next.Last.Row && before.Last.Column + 1 == next.First.Column;

    private void FlushChanged()
    {
        if (_changed is { } cells) _marker.Mark(cells, direct: true);
        _changed = null;
    }

    /// <summary>A batch that is open.</summary>
    internal readonly ref struct Batch(Engine engine)
    {
        /// <summary>Marks what depends on the edits of the batch, and ends it.</summary>
        public void Dispose() => engine.EndBatch();
    }
}
