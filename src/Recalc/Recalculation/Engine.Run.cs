using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <content>Runs of a stretch: validate the rows without Must, run those that have it, publish.</content>
internal sealed partial class Engine
{
    // Does the next rows of a stretch, until one waits for a precedent or all are done.
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
            Claim(ref frame, row, row);
            var cell = new CellAddress(frame.Column, row);
            var must = grid.States.IsMust(frame.Column, row);
            if (!must && !Validate(grid, cell, ref frame)) return;
            if (!must && !grid.States.IsMust(frame.Column, row))
            {
                _publisher.Clean(grid, frame.Column, row, row);
                continue;
            }
            var result = _interpreter.Evaluate(grid, cell, frame.Region.Formula);
            if (result.IsBlocked)
            {
                Wait(ref frame, _interpreter.Wanted);
                return;
            }
            _publisher.Publish(grid, cell, result);
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

    // Makes everything valid that the value of a row rests on. False while something is not, or one of it said "must".
    private bool Validate(Grid grid, CellAddress cell, ref Frame frame)
    {
        if (!_interpreter.Evaluate(grid, cell, frame.Region.Formula).IsBlocked) return true;
        Wait(ref frame, _interpreter.Wanted);
        return false;
    }
}
