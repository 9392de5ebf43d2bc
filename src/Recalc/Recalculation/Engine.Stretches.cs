using System.Diagnostics;
using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <content>
/// Which cells a frame takes: of what is wanted, the rows of one region that are marked, and the columns that are marked in the same rows.
/// </content>
internal sealed partial class Engine
{
    /// <summary>Columns of more rows than this are taken one by one: their rows are lanes enough.</summary>
    private const int MostRowsAcross = LaneMask.Lanes / 2;

    // A frame for the marked cells of one region that begin at a cell and are wanted, and for those that they rest on without condition.
    private void PushRun(Grid grid, CellAddress cell, CellRange wanted, RegionSet? single, bool isNarrow)
    {
        var found = grid.Regions.TryFind(cell, out var region);
        Debug.Assert(found, "A cell without a formula is marked.");
        if (!region.IsCellByCell)
        {
            PushArray(grid, region, cell, single);
            return;
        }
        var isAlone = single is not null && single.Contains(grid.Id, region);
        var isStrict = IsStrict(grid.Id, region);
        var frame = new Frame
        {
            Kind = FrameKind.Run,
            OneByOne = isAlone,
            IsNarrow = isNarrow,
            Grid = grid.Id,
            Column = cell.Column,
            LastColumn = cell.Column,
            Region = region,
            First = cell.Row,
            Last = cell.Row,
            ClaimFirst = 0,
            ClaimLast = -1,
            Single = single,
        };
        if (!isAlone && !region.IsSingle)
        {
            var self = TakeRows(grid, ref frame, wanted, isStrict);
            if (self == SelfReference.None && !isNarrow) TakeColumns(grid, ref frame, wanted, isStrict);
            var isCell = frame.First == frame.Last && frame.Column == frame.LastColumn;
            if (self == SelfReference.None && isCell && region.Rows > 1 && isStrict && TryRecurFromEnd(grid, cell, region)) return;
        }
        Push(frame);
    }

    private bool IsStrict(int grid, in Region region) => (_traits.Of(region.Formula, grid) & ScriptTraits.Selective) == 0;

    // The rows of the frame's column that are taken with its cell.
    private SelfReference TakeRows(Grid grid, ref Frame frame, CellRange wanted, bool isStrict)
    {
        if (frame.Region.Rows == 1) return SelfReference.None;
        var (states, column) = (grid.States, frame.Column);
        var last = states.RunEnd(CellState.Marked, column, frame.First, Math.Min(wanted.Last.Row, frame.Region.LastRow));
        frame.Last = states.RunEnd(CellState.Claimed, column, frame.First, last);
        var self = _selfReferences.Rows(grid.Id, column, frame.Region);
        var isChain = self is SelfReference.Before or SelfReference.After && isStrict && _selfReferences.TouchesNeighbour;
        if (isChain) Reach(states, ref frame, self);
        frame.Backward = self == SelfReference.After;
        frame.OneByOne = self != SelfReference.None;
        frame.Recurs = self == SelfReference.Before && isStrict;
        return self;
    }

    // What looks up without condition rests on all rows above: a chain becomes one stretch, and no depth.
    private static void Reach(StatePlane states, ref Frame frame, SelfReference self)
    {
        if (self == SelfReference.Before)
        {
            var start = states.RunStart(CellState.Marked, frame.Column, frame.First, frame.Region.FirstRow);
            frame.First = states.RunStart(CellState.Claimed, frame.Column, frame.First, start);
        }
        else
        {
            var end = states.RunEnd(CellState.Marked, frame.Column, frame.Last, frame.Region.LastRow);
            frame.Last = states.RunEnd(CellState.Claimed, frame.Column, frame.Last, end);
        }
    }

    // The columns whose cells in the rows of the frame are taken with it: together, or from left to right when they look to the left.
    private void TakeColumns(Grid grid, ref Frame frame, CellRange wanted, bool isStrict)
    {
        var region = frame.Region;
        if (region.Columns == 1 || frame.Last - frame.First >= MostRowsAcross) return;
        var self = _selfReferences.Columns(grid.Id, region);
        if (self is SelfReference.After or SelfReference.Mixed) return;
        var (end, start) = (Math.Min(wanted.Last.Column, region.LastColumn), region.FirstColumn);
        if (frame.First == frame.Last)
            while (frame.LastColumn < end && (grid.States.At(frame.LastColumn + 1, frame.First) & ~CellStates.Must) == CellStates.Marked) frame.LastColumn++;
        while (frame.LastColumn < end && IsFree(grid.States, frame.LastColumn + 1, frame)) frame.LastColumn++;
        frame.IsWide = self == SelfReference.None && frame.LastColumn > frame.Column;
        if (self != SelfReference.Before || !isStrict || !_selfReferences.TouchesNeighbour) return;
        while (frame.Column > start && IsFree(grid.States, frame.Column - 1, frame)) frame.Column--;
    }

    private static bool IsFree(StatePlane states, int column, in Frame frame) =>
        states.HoldsAll(CellState.Marked, column, frame.First, frame.Last) && !states.HoldsAny(CellState.Claimed, column, frame.First, frame.Last);
}
