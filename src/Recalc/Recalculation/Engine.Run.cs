using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Storage;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <content>Runs of a stretch: validate the cells without Must, run those that have it, publish.</content>
internal sealed partial class Engine
{
    /// <summary>Fewer lanes than this are quicker one by one.</summary>
    private const int FewestLanes = 4;

    private readonly List<GridReference> _references = [];

    // Does the next cells of a stretch, until some wait for a precedent or all are done.
    private void StepRun(ref Frame frame)
    {
        var grid = _model[frame.Grid];
        for (var isBack = frame.ClaimLast >= frame.ClaimFirst && !frame.Recurs; ; isBack = false)
        {
            var isStrict = IsStrict(grid.Id, frame.Region);
            // What was waited for leaves the claimed cells as they were, as a rule.
            if (!isBack || !IsHeld(grid.States, frame, isStrict, out var must))
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
                var run = NextRun(grid.States, frame, row, isStrict, out must);
                Claim(ref frame, run);
            }
            var isDone = must.IsEmpty ? TryValidate(grid, ref frame, isStrict) : TryExecute(grid, ref frame, must);
            if (!isDone) return;
        }
    }

    // True when the claimed cells can still be taken together.
    private static bool IsHeld(StatePlane states, in Frame frame, bool isStrict, out LaneMask must)
    {
        var run = frame.ClaimFirst == frame.ClaimLast
            ? RowRun(states, frame.Column, frame.ClaimFirst, frame.ClaimLastColumn, isStrict, out must)
            : TallRun(states, frame, frame.ClaimFirst, frame.ClaimLast, frame.ClaimLastColumn, isStrict, out must);
        return run == frame.Claim;
    }

    // The next row of the stretch that is still marked; its column becomes the first.
    private static bool TryNext(StatePlane states, ref Frame frame, out int row)
    {
        if (!frame.Backward)
        {
            row = -1;
            if (frame.First > frame.Last) return false;
            var range = new CellRange(frame.Column, frame.First, frame.LastColumn, frame.Last);
            if (!states.TryFindMarked(range, range.First, out var first)) return false;
            row = first.Row;
            if (frame.Column == frame.LastColumn) frame.First = row;
            frame.Column = first.Column;
            return true;
        }
        for (row = frame.Last; row >= frame.First && !states.IsMarked(frame.Column, row); row--) { }
        frame.Last = row;
        return row >= frame.First;
    }

    // Cells that are taken together: marked, no more than there are lanes, and all with Must or all without it where values choose what is
    // read. Those that have to run are lanes of the mask.
    private static CellRange NextRun(StatePlane states, in Frame frame, int row, bool isStrict, out LaneMask must)
    {
        var column = frame.Column;
        var (last, end) = (frame.OneByOne ? row : Math.Min(frame.Last, row | (LaneMask.Lanes - 1)), frame.IsWide ? frame.LastColumn : column);
        if (frame.OneByOne) end = column;
        var run = last == row
            ? RowRun(states, column, row, Math.Min(end, column + LaneMask.Lanes - 1), isStrict, out must)
            : TallRun(states, frame, row, last, end, isStrict, out must);
        if (run.Count is 1 or >= FewestLanes) return run;
        must = MustOf(states, new CellRange(run.First));
        return new CellRange(run.First);
    }

    // The cells of a row, from a marked one on.
    private static CellRange RowRun(StatePlane states, int column, int row, int end, bool isStrict, out LaneMask must)
    {
        must = default;
        var (last, first, here) = (column, states.At(column, row), default(CellStates));
        if ((first & CellStates.Must) != 0) must.Add(0, 0);
        for (; last < end && ((here = states.At(last + 1, row)) & CellStates.Marked) != 0; last++)
        {
            if (!isStrict && ((here ^ first) & CellStates.Must) != 0) break;
            if ((here & CellStates.Must) != 0) must.Add(last + 1 - column, last + 1 - column);
        }
        return new CellRange(column, row, last, row);
    }

    // The cells of some rows, from a marked one on, and the same of the columns beside.
    private static CellRange TallRun(StatePlane states, in Frame frame, int row, int last, int end, bool isStrict, out LaneMask must)
    {
        var column = frame.Column;
        last = states.RunEnd(CellState.Marked, column, row, last);
        if (!isStrict) last = states.RunEnd(CellState.Must, column, row, last);
        var isMust = states.IsMust(column, row);
        end = Math.Min(end, column + LaneMask.Lanes / (last - row + 1) - 1);
        while (column < end && states.HoldsAll(CellState.Marked, column + 1, row, last) && (isStrict || IsAlike(states, column + 1, row, last, isMust)))
            column++;
        var run = new CellRange(frame.Column, row, column, last);
        must = MustOf(states, run);
        return run;
    }

    private static bool IsAlike(StatePlane states, int column, int firstRow, int lastRow, bool isMust) =>
        states.IsMust(column, firstRow) == isMust && states.RunEnd(CellState.Must, column, firstRow, lastRow) == lastRow;

    // The cells that have to run, as lanes.
    private static LaneMask MustOf(StatePlane states, CellRange cells)
    {
        var must = default(LaneMask);
        var (first, end, lane) = (cells.First.Row, cells.Last.Row, 0);
        for (var column = cells.First.Column; column <= cells.Last.Column; column++, lane += cells.Rows)
        {
            for (int row = first, last; row <= end; row = last + 1)
            {
                last = row == end ? row : states.RunEnd(CellState.Must, column, row, end);
                if (states.IsMust(column, row)) must.Add(lane + row - first, lane + last - first);
            }
        }
        return must;
    }

    // Runs the claimed cells that have to, and cleans the others. False when they wait for a precedent.
    private bool TryExecute(Grid grid, ref Frame frame, in LaneMask must)
    {
        if (!frame.Region.IsCellByCell) return TryExecuteArray(grid, ref frame, frame.Region);
        if (frame.Claimed == 1) return TryExecuteCell(grid, ref frame);
        if ((_traits.Of(frame.Region.Formula, grid.Id) & ScriptTraits.Singular) == 0)
        {
            // Those that may be cleaned rest on the same as the others: the latest word of all that has come when nothing is marked any more.
            var isMixed = !must.Contains(LaneMask.First(frame.Claimed));
            if (isMixed && TryFindMarked(grid.Id, ref frame, out var wanted))
            {
                Wait(ref frame, wanted);
                return false;
            }
            switch (_lanes.Evaluate(grid, frame.Claim, must, frame.Region.Formula))
            {
                case LaneOutcome.Done:
                    Reserve(grid, frame);
                    _publisher.Publish(grid, frame.Claim, must, _lanes.Words, _lanes.Sides);
                    (frame.ClaimFirst, frame.ClaimLast) = (0, -1);
                    return true;
                case LaneOutcome.Blocked:
                    Wait(ref frame, _lanes.Wanted);
                    return false;
            }
        }
        return frame.OneByOne = true;
    }

    private bool TryExecuteCell(Grid grid, ref Frame frame)
    {
        var cell = new CellAddress(frame.Column, frame.ClaimFirst);
        var result = _interpreter.Evaluate(grid, cell, frame.Region.Formula);
        if (result.IsBlocked)
        {
            Wait(ref frame, _interpreter.Wanted);
            return false;
        }
        NoteExpiry(grid, cell);
        if (_interpreter.HasMore && grid.Id == Grid.Names && _model.Formulas.FlavorOf(frame.Region.Formula) == FormulaFlavor.Dynamic)
        {
            result = Operand.Error(ErrorKind.Value, Faults.ManyValues);         // what the formula speaks of was defined after the formula was checked
        }
        else if (_interpreter.HasMore && frame.Region.Kind == RegionKind.Fill
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
        if (last <= frame.ClaimLast) return;
        for (var column = frame.Column; column <= frame.ClaimLastColumn; column++) grid.Cells.Reserve(column, frame.ClaimFirst, last);
    }

    // Makes everything valid that the claimed cells rest on, left to right, until one of it says "must"; cells that nothing was said to are
    // cleaned. False when a precedent is waited for.
    private bool TryValidate(Grid grid, ref Frame frame, bool isStrict)
    {
        if (!isStrict)
        {
            if (frame.Claimed > 1) return frame.OneByOne = true;
            if (_interpreter.Evaluate(grid, frame.Claim.First, frame.Region.Formula).IsBlocked)
            {
                Wait(ref frame, _interpreter.Wanted);
                return false;
            }
        }
        else if (TryFindMarked(grid.Id, ref frame, out var wanted))
        {
            Wait(ref frame, wanted);
            return false;
        }
        // Nothing was said while nothing was waited for, for waiting begins the cells anew.
        if (frame.Region.IsCellByCell) _publisher.Clean(grid, frame.Claim);
        else _publisher.Clean(grid, frame.Region.Range);
        return true;
    }

    // The first reference of the claimed cells, all of which are read whatever their values, that leads to a marked cell.
    private bool TryFindMarked(int grid, ref Frame frame, out GridRange wanted)
    {
        _references.Clear();
        _model.AddReferences(grid, frame.Region.Formula, _references);
        foreach (var reference in _references)
        {
            // The areas of neighbouring cells overlap or touch: together they are the rectangle of the first and the last.
            if (!reference.Area.TryAt(frame.Claim.First, out var range)) continue;
            if (frame.Claimed > 1 && reference.Area.TryAt(frame.Claim.Last, out var last)) range = range.Union(last);
            wanted = new GridRange(reference.Grid, range);
            if (!_model[reference.Grid].States.IsValid(range)) return true;
        }
        wanted = default;
        return false;
    }
}
