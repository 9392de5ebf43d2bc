using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Storage;
using Recalc.Syntax;

namespace Recalc.Recalculation;

/// <content>Runs of a stretch: validate the rows without Must, run those that have it, publish.</content>
internal sealed partial class Engine
{
    /// <summary>Fewer lanes than this are quicker one by one.</summary>
    private const int FewestLanes = 4;

    private readonly List<GridReference> _references = [];

    // Does the next rows of a stretch, until some wait for a precedent or all are done.
    private void StepRun(ref Frame frame)
    {
        var grid = _model[frame.Grid];
        while (true)
        {
            Release(ref frame);
            if (!TryNext(grid.States, ref frame, out var row))
            {
                Drop(_depth - 1);
                return;
            }
            if (frame.Recurs && TryRecur(grid, ref frame, row, out var isWaiting))
            {
                if (isWaiting) return;
                continue;
            }
            var last = LastOfRun(grid.States, frame, row);
            Claim(ref frame, row, last);
            var isDone = grid.States.IsMust(frame.Column, row) ? TryExecute(grid, ref frame) : TryValidate(grid, ref frame);
            if (!isDone) return;
        }
    }

    // The next row of the stretch that is still marked.
    private static bool TryNext(StatePlane states, ref Frame frame, out int row)
    {
        if (!frame.Backward)
        {
            row = -1;
            if (frame.First > frame.Last) return false;
            var range = new CellRange(frame.Column, frame.First, frame.Column, frame.Last);
            if (!states.TryFindMarked(range, range.First, out var first)) return false;
            frame.First = row = first.Row;
            return true;
        }
        for (row = frame.Last; row >= frame.First && !states.IsMarked(frame.Column, row); row--) { }
        frame.Last = row;
        return row >= frame.First;
    }

    // Rows that are taken together: marked, all with Must or all without it, and no more than there are lanes.
    private static int LastOfRun(StatePlane states, in Frame frame, int row)
    {
        if (frame.OneByOne) return row;
        var last = Math.Min(frame.Last, row | (LaneMask.Lanes - 1));
        last = states.RunEnd(CellState.Marked, frame.Column, row, last);
        return states.RunEnd(CellState.Must, frame.Column, row, last);
    }

    // Runs the claimed rows. False when they wait for a precedent.
    private bool TryExecute(Grid grid, ref Frame frame)
    {
        if (!frame.Region.IsCellByCell) return TryExecuteArray(grid, ref frame, frame.Region);
        var (column, first, count) = (frame.Column, frame.ClaimFirst, frame.Claimed);
        if (count >= FewestLanes && (_traits.Of(frame.Region.Formula, grid.Id) & ScriptTraits.Singular) == 0)
        {
            switch (_lanes.Evaluate(grid, column, first, count, frame.Region.Formula))
            {
                case LaneOutcome.Done:
                    Reserve(grid, frame);
                    _publisher.Publish(grid, column, first, _lanes.Words, _lanes.Sides);
                    return true;
                case LaneOutcome.Blocked:
                    Wait(ref frame, _lanes.Wanted);
                    return false;
            }
        }
        if (count > 1)
        {
            frame.OneByOne = true;
            return true;
        }
        var cell = new CellAddress(column, first);
        var result = _interpreter.Evaluate(grid, cell, frame.Region.Formula);
        if (result.IsBlocked)
        {
            Wait(ref frame, _interpreter.Wanted);
            return false;
        }
        if (_interpreter.HasMore && frame.Region.Kind == RegionKind.Fill
            && _model.Formulas.FlavorOf(frame.Region.Formula) == FormulaFlavor.Dynamic)
        {
            var isDone = TryExecuteArray(grid, ref frame, BecomeSpill(grid, cell, frame.Region.Formula));
            frame.Last = frame.First - 1;                                       // the cell has a region of its own: whoever wants the others asks again
            return isDone;
        }
        if (IsDiscovering(grid, frame.Region)) _discovered.Replace(new GridCell(grid.Id, cell), Discovered(grid, cell, frame.Region.Formula));
        _publisher.Publish(grid, cell, result);
        return true;
    }

    private bool IsDiscovering(Grid grid, in Region region) => (_traits.Of(region.Formula, grid.Id) & ScriptTraits.Discovering) != 0;

    // What the evaluation read last that the references of the formula do not say. The list is the interpreter's.
    private List<GridRange> Discovered(Grid grid, CellAddress cell, FormulaId formula)
    {
        var found = _interpreter.Discovered;
        _references.Clear();
        _model.AddReferences(grid.Id, formula, _references);
        for (var i = found.Count - 1; i >= 0; i--)
            if (found.IndexOf(found[i]) < i || IsSaid(found[i], cell)) found.RemoveAt(i);
        return found;
    }

    private bool IsSaid(GridRange read, CellAddress cell)
    {
        foreach (var reference in _references)
            if (reference.Grid == read.Grid && reference.Area.TryAt(cell, out var range) && range.Contains(read.Range)) return true;
        return false;
    }

    // The rest of the region will be written too, now or some day: its page grows once.
    private static void Reserve(Grid grid, in Frame frame)
    {
        var last = Math.Min(frame.Region.LastRow, frame.ClaimFirst | (Page.Items - 1));
        if (last > frame.ClaimLast) grid.Cells.Reserve(frame.Column, frame.ClaimFirst, last);
    }

    // Makes everything valid that the claimed rows rest on, left to right, until one of it says "must"; rows that nothing was said to are
    // cleaned. False when a precedent is waited for.
    private bool TryValidate(Grid grid, ref Frame frame)
    {
        var (column, first, last) = (frame.Column, frame.ClaimFirst, frame.ClaimLast);
        if ((_traits.Of(frame.Region.Formula, grid.Id) & ScriptTraits.Selective) != 0)
        {
            if (last > first)
            {
                frame.OneByOne = true;
                return true;
            }
            if (_interpreter.Evaluate(grid, new CellAddress(column, first), frame.Region.Formula).IsBlocked)
            {
                Wait(ref frame, _interpreter.Wanted);
                return false;
            }
        }
        else if (TryFindMarked(grid.Id, frame, out var wanted))
        {
            Wait(ref frame, wanted);
            return false;
        }
        // Nothing was said while nothing was waited for, for waiting begins the rows anew.
        if (frame.Region.IsCellByCell) _publisher.Clean(grid, column, first, last);
        else CleanArray(grid, frame.Region);
        return true;
    }

    // The first reference of the claimed rows, all of which are read whatever their values, that leads to a marked cell.
    private bool TryFindMarked(int grid, in Frame frame, out GridRange wanted)
    {
        _references.Clear();
        _model.AddReferences(grid, frame.Region.Formula, _references);
        foreach (var reference in _references)
        {
            // The areas of neighbouring rows overlap or touch: together they are the rectangle of the first and the last.
            if (!reference.Area.TryAt(new CellAddress(frame.Column, frame.ClaimFirst), out var range)) continue;
            if (frame.Claimed > 1 && reference.Area.TryAt(new CellAddress(frame.Column, frame.ClaimLast), out var last)) range = range.Union(last);
            wanted = new GridRange(reference.Grid, range);
            if (_model[reference.Grid].States.TryFindMarked(range, range.First, out _)) return true;
        }
        wanted = default;
        return false;
    }
}
