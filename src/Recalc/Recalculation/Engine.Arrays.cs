using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <content>
/// Formulas over several cells: arrays over fixed rectangles, and spills, whose rectangle follows their result. The anchor alone runs; the
/// other cells are marked with it, and whoever wants one of them pulls the anchor.
/// </content>
internal sealed partial class Engine
{
    /// <summary>How often spills that change what other spills rest on are settled anew before a read goes on with what there is.</summary>
    private const int MostSettlings = 20;

    /// <summary>Results of one column on their way to the pages.</summary>
    private ulong[] _words = [];
    private object?[] _sides = [];

    /// <summary>The grids in which anchors ran in this pull; none between pulls.</summary>
    private readonly List<Grid> _settled = [];

    /// <summary>Anchors that were not waited for in this pull, though they may spill where somebody read; none between pulls.</summary>
    private readonly List<GridCell> _skipped = [];

    // What an anchor rests on may read where it may spill: that reads what is there now, and again once the anchor has run and proved it
    // wrong. False when nobody on the loop waits for an anchor for that reason alone.
    private bool TrySkipSpill(int owner)
    {
        for (var i = _depth - 1; i > owner; i--)
        {
            if (!_frames[i].IsSettling) continue;
            var anchor = new GridCell(_frames[i].Grid, _frames[i].Region.Range.First);
            Drop(i);
            Settle(_model[anchor.Grid], anchor.Cell);
            if (!_skipped.Contains(anchor)) _skipped.Add(anchor);
            return true;
        }
        return false;
    }

    private void PullSkipped()
    {
        for (var i = 0; i < _skipped.Count; i++)
        {
            var (id, anchor) = _skipped[i];
            if (!_model[id].States.IsMarked(anchor.Column, anchor.Row)) continue;
            PullOnce(new GridRange(id, new CellRange(anchor)));
            Unsettle();
        }
        _skipped.Clear();
    }

    private bool IsValid(GridRange range) => _model[range.Grid].States.IsValid(range.Range);

    // In one pull an anchor runs once: spills that change what each other rests on would never come to an end.
    private void Settle(Grid grid, CellAddress anchor)
    {
        grid.States.Settle(anchor);
        if (!_settled.Contains(grid)) _settled.Add(grid);
    }

    // What was read where an anchor may lie that is marked again since it ran has to be read again.
    private void Unsettle()
    {
        foreach (var grid in _settled)
        {
            foreach (var anchor in grid.States.Settled)
                if (grid.States.IsMarked(anchor.Column, anchor.Row) && !_skipped.Contains(new GridCell(grid.Id, anchor)))
                    _marker.MarkFormulas(new GridRange(grid.Id, new CellRange(anchor)));
            grid.States.Unsettle();
        }
        _settled.Clear();
    }

    // A frame for the anchor of a region; the cell that is wanted is any of it.
    private void PushArray(Grid grid, in Region region, CellAddress cell, RegionSet? single)
    {
        var anchor = region.Range.First;
        if (cell != anchor && grid.States.IsClaimed(anchor.Column, anchor.Row))
        {
            Meet(grid, anchor);
            return;
        }
        Push(new Frame
        {
            Kind = FrameKind.Run,
            OneByOne = true,
            Grid = grid.Id,
            Column = anchor.Column,
            LastColumn = anchor.Column,
            Region = region,
            First = anchor.Row,
            Last = anchor.Row,
            ClaimFirst = 0,
            ClaimLast = -1,
            Single = single,
        });
    }

    // A formula that was not taken for one that spills yields several values.
    private static Region BecomeSpill(Grid grid, CellAddress cell, FormulaId formula)
    {
        var region = new Region(new CellRange(cell), formula, RegionKind.Spill);
        grid.Regions.SetFixed(region.Range, formula, RegionKind.Spill);
        return region;
    }

    // Runs an anchor, which may have given way while it waited. False when it waits for a precedent.
    private bool TryExecuteArray(Grid grid, ref Frame frame, Region region)
    {
        var anchor = region.Range.First;
        if (region.Kind == RegionKind.Spill && grid.Regions.TryFind(anchor, out var current)) frame.Region = region = current;
        var result = _interpreter.EvaluateArray(grid, anchor, region.Formula);
        if (result.IsBlocked)
        {
            Wait(ref frame, _interpreter.Wanted);
            return false;
        }
        NoteExpiry(grid, anchor);
        if (region.Kind == RegionKind.Spill)
        {
            if (TryFindEarlier(grid, region, result, out var earlier))
            {
                Wait(ref frame, new GridRange(grid.Id, new CellRange(earlier)));
                return false;
            }
            Settle(grid, anchor);
        }
        PublishArray(grid, region, result, Discovered(grid, anchor, region.Formula));
        // What rests on its own place is marked again by that, and goes on in this frame with the rectangle that it has now.
        if (frame.Region.Kind == RegionKind.Spill && grid.Regions.TryFind(anchor, out var resized)) frame.Region = resized;
        return true;
    }

    // Of two spills that want the same cells the one whose anchor comes first has them: it runs first.
    private static bool TryFindEarlier(Grid grid, in Region region, in Operand result, out CellAddress earlier)
    {
        earlier = default;
        if (result.Grid is not { } values) return false;
        var first = region.Range.First;
        var (column, row) = (Math.Min(first.Column + values.Columns, SheetLimits.Columns) - 1, Math.Min(first.Row + values.Rows, SheetLimits.Rows) - 1);
        return grid.States.TryFindSpill(new CellRange(first.Column, first.Row, column, row), out earlier) && earlier.CompareTo(first) < 0;
    }

    private void PublishArray(Grid grid, Region region, Operand result, List<GridRange> discovered)
    {
        var anchor = new GridCell(grid.Id, region.Range.First);
        if (!IsDiscovering(grid, region)) discovered.Clear();
        if (region.Range.Count > _options.Limits.MaxMemory / sizeof(ulong)) result = _interpreter.OverMemory;
        var wanted = region.Kind == RegionKind.Array ? region.Range : ExtentOf(grid, region, ref result, discovered);
        _discovered.Replace(anchor, discovered);                                // before anything is marked because of the result
        if (wanted == region.Range) Fill(grid, region, result);
        else Resize(grid, region, wanted, result);
    }

    // The rectangle that a result takes; when something lies in its way the anchor alone, and the way is watched.
    private CellRange ExtentOf(Grid grid, in Region region, ref Operand result, List<GridRange> watched)
    {
        var anchor = region.Range.First;
        if (result.Grid is not { } values) return new CellRange(anchor);
        var (lastColumn, lastRow) = (anchor.Column + values.Columns - 1, anchor.Row + values.Rows - 1);
        if (!SheetLimits.IsColumn(lastColumn) || !SheetLimits.IsRow(lastRow))
        {
            result = Operand.Error(ErrorKind.Spill, Faults.SpillOffSheet);
            return new CellRange(anchor);
        }
        var wanted = new CellRange(anchor.Column, anchor.Row, lastColumn, lastRow);
        if (wanted == region.Range || IsFree(grid, region, wanted, out var obstacle)) return wanted;
        foreach (var part in RegionMap.Around(wanted, new CellRange(anchor))) watched.Add(new GridRange(grid.Id, part));
        result = Operand.Error(ErrorKind.Spill, Faults.SpillBlocked(obstacle));
        return new CellRange(anchor);
    }

    // True when nothing lies in a rectangle, or only what gives way.
    private bool IsFree(Grid grid, in Region region, CellRange wanted, out CellAddress obstacle)
    {
        while (TryFindObstacle(grid, region, wanted, out obstacle))
        {
            if (!GivesWay(grid, region, wanted, obstacle, out var other)) return false;
            GiveWay(grid, other);
        }
        return true;
    }

    // Of two spills that want the same cells the one whose anchor comes first has them.
    private static bool GivesWay(Grid grid, in Region region, CellRange wanted, CellAddress obstacle, out Region other) =>
        grid.Regions.TryFind(obstacle, out other) && other.Kind == RegionKind.Spill && !wanted.Contains(other.Range.First)
        && other.Range.First.CompareTo(region.Range.First) > 0;

    private void GiveWay(Grid grid, in Region spill)
    {
        var anchor = new CellRange(spill.Range.First);
        grid.Regions.SetFixed(anchor, spill.Formula, RegionKind.Spill);
        Empty(grid, spill.Range, anchor);
        _marker.MarkFormulas(new GridRange(grid.Id, anchor));
    }

    // The cells of a rectangle round a part of it become blank, and what rests on them has to run.
    private void Empty(Grid grid, CellRange rectangle, CellRange kept)
    {
        foreach (var part in RegionMap.Around(rectangle, kept))
        {
            grid.States.Clear(part);
            grid.Cells.Clear(part);
            _marker.Mark(new GridRange(grid.Id, part), direct: true);
        }
    }

    private static bool TryFindObstacle(Grid grid, in Region region, CellRange wanted, out CellAddress obstacle)
    {
        if (grid.Regions.TryFindOther(wanted, region, out obstacle)) return true;
        foreach (var part in RegionMap.Around(wanted, region.Range))
        {
            if (grid.Cells.CountFilled(part) == 0) continue;
            for (obstacle = part.First; grid.Cells[obstacle].IsBlank;)
                if (!GridCell.TryNext(part, obstacle, out obstacle)) break;
            return true;
        }
        return false;
    }

    // The cells of the old rectangle that are left become blank, and all that rests on cells that came or went has to run, and so does
    // what rests on the anchor, for it may speak of the rectangle.
    private void Resize(Grid grid, in Region region, CellRange wanted, Operand result)
    {
        grid.Regions.SetFixed(wanted, region.Formula, RegionKind.Spill);
        var kept = region.Range.TryIntersect(wanted, out var common) ? common : wanted;
        Empty(grid, region.Range, kept);
        Fill(grid, new Region(wanted, region.Formula, RegionKind.Spill), result);
        foreach (var part in RegionMap.Around(wanted, kept)) _marker.Mark(new GridRange(grid.Id, part), direct: true);
        _marker.Mark(new GridRange(grid.Id, new CellRange(wanted.First)), direct: true);
    }

    private void Fill(Grid grid, in Region region, in Operand result)
    {
        var rows = region.Rows;
        if (_words.Length < rows) (_words, _sides) = (new ulong[Math.Max(rows, 2 * _words.Length)], new object?[Math.Max(rows, 2 * _words.Length)]);
        for (var column = 0; column < region.Columns; column++)
        {
            var hasSides = false;
            for (var row = 0; row < rows; row++)
            {
                var value = ElementOf(result, region, row, column);
                (_words[row], _sides[row]) = (value.Word.Bits, value.Object);
                hasSides |= value.Object is not null;
            }
            _publisher.Publish(grid, region.FirstColumn + column, region.FirstRow, _words.AsSpan(0, rows), hasSides ? _sides.AsSpan(0, rows) : default);
        }
        _sides.AsSpan(0, rows).Clear();
    }

    // In an array formula one row or column stands for all, and cells past the result are #N/A.
    private static Operand ElementOf(in Operand result, in Region region, int row, int column)
    {
        if (result.Grid is not { } values) return result;
        if (region.Kind == RegionKind.Array)
        {
            if (values.Rows == 1) row = 0;
            if (values.Columns == 1) column = 0;
        }
        if (row >= values.Rows || column >= values.Columns) return ErrorKind.NotAvailable;
        var element = values.Element(row, column);
        return element.Word.IsBlank || element.IsOmitted ? 0 : element;
    }

    /// <summary>
    /// Takes away what lies over a cell that is about to be set, other than a formula of its own: of an array or a spill the anchor alone
    /// keeps the formula, and results of the others go.
    /// </summary>
    public void Release(Grid grid, CellAddress cell)
    {
        using (Enter())
        {
            if (!grid.Regions.TryFind(cell, out var region) || region.Kind == RegionKind.Fill) return;
            var anchor = region.Range.First;
            if (cell == anchor)
            {
                RemoveFormula(grid, anchor);
                MarkBlocked(grid, anchor);
            }
            else
            {
                grid.Regions.Clear(cell);
            }
            Empty(grid, region.Range, new CellRange(anchor));
            if (cell != anchor) _marker.MarkFormulas(new GridRange(grid.Id, new CellRange(anchor)));
        }
    }
}
