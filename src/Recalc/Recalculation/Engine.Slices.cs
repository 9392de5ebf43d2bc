using System.Diagnostics;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Storage;

namespace Recalc.Recalculation;

/// <content>Computes everything in slices, between which others may edit and read, and which can be cancelled.</content>
internal sealed partial class Engine
{
    /// <summary>How long a slice takes, more or less: whoever wants to edit meanwhile waits for that long.</summary>
    private static readonly TimeSpan SliceTime = TimeSpan.FromMilliseconds(10);

    /// <summary>After so many steps of a read, a power of two, it is looked whether it was cancelled.</summary>
    private const int StepsBetweenLooks = 64;

    /// <summary>What cancels the read that is under way.</summary>
    private CancellationToken _cancellation;
    private uint _steps;

    /// <summary>How many cells and nodes wait to be computed. Takes time in proportion to the sheets and nodes.</summary>
    public long CountMarked()
    {
        using (Enter())
        {
            if (HasAwaited) MarkAwaited();
            var marked = 0L;
            foreach (var grid in _model.Grids) marked += grid.States.Marked;
            for (var node = 0; node < _nodes.Count; node++)
                if (IsMarkedCode(node)) marked++;
            return marked;
        }
    }

    /// <summary>Marks what is volatile, as a recalculation of everything begins with.</summary>
    public void BeginSlices()
    {
        using (Enter())
        {
            CheckNotRunning();
            MarkVolatile();
        }
    }

    /// <summary>Computes what is marked for about <see cref="SliceTime"/>. False when nothing is left from the cursor on, which begins as <c>default</c>.</summary>
    /// <param name="cursor">Where to go on.</param>
    /// <param name="cancellation">What ends the slice with an exception; what was computed until then stays.</param>
    public bool ReadSlice(ref SliceCursor cursor, CancellationToken cancellation)
    {
        using (Enter())
        {
            CheckNotRunning();
            _cancellation = cancellation;
            try
            {
                if (HasAwaited) MarkAwaited();
                var start = Stopwatch.GetTimestamp();
                return ReadGrids(ref cursor, start) || ReadNodes(ref cursor, start);
            }
            finally
            {
                _cancellation = default;
            }
        }
    }

    private bool ReadGrids(ref SliceCursor cursor, long start)
    {
        for (; cursor.Grid < _model.Grids.Count; cursor.NextGrid())
        {
            var grid = _model.Grids[cursor.Grid];
            while (grid.States.Marked > 0 && grid.States.TryFindMarked(CellRange.Sheet, cursor.From, out var first))
            {
                var last = grid.States.MarkedRunEnd(first.Column, first.Row, Math.Min(first.Row | (Page.Items - 1), SheetLimits.Rows - 1));
                Pull(new GridRange(grid.Id, new CellRange(first.Column, first.Row, first.Column, last)));
                if (!cursor.MovePast(new CellAddress(first.Column, last))) break;
                if (Stopwatch.GetElapsedTime(start) > SliceTime) return true;
            }
        }
        return false;
    }

    private bool ReadNodes(ref SliceCursor cursor, long start)
    {
        while (cursor.Node < _nodes.Count)
        {
            var node = cursor.Node++;
            if (!IsMarkedCode(node)) continue;
            PullNode(node);
            if (Stopwatch.GetElapsedTime(start) > SliceTime) return true;
        }
        return false;
    }

    private bool IsMarkedCode(int node) => _nodes[node].IsMarked && (_nodes[node].Flags & (NodeFlags.Area | NodeFlags.Formula | NodeFlags.Exported)) == 0;

    // Asked at every step of a read that can be cancelled.
    private void LookWhetherCancelled()
    {
        if ((++_steps & (StepsBetweenLooks - 1)) == 0) _cancellation.ThrowIfCancellationRequested();
    }
}
