using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <content>Recurrences: columns whose rows rest on the rows before them, computed row by row without a frame for each cell.</content>
internal sealed partial class Engine
{
    /// <summary>How many frames back the regions of a recurrence are looked for.</summary>
    private const int LongestLoop = 8;

    private readonly List<RecurrenceMember> _members = [];

    // Computes rows from one on as a recurrence of the frame's own column. False when they are none; waiting when a precedent is not valid.
    private bool TryRecur(Grid grid, ref Frame frame, int row, out bool isWaiting)
    {
        isWaiting = false;
        _members.Clear();
        _members.Add(new RecurrenceMember(grid, frame.Column, frame.Region));
        var last = grid.States.RunEnd(CellState.Marked, frame.Column, row, Math.Min(frame.Last, row + Recurrence.Rows - 1));
        frame.Recurs = _recurrence.TryBuild(_members);
        if (!frame.Recurs || !_recurrence.Fits(row, last)) return false;
        Claim(ref frame, new CellRange(frame.Column, row, frame.Column, last));
        if (!_recurrence.IsReady(row, last, out var wanted))
        {
            Wait(ref frame, wanted);
            return isWaiting = true;
        }
        var done = _recurrence.Run(row, last - row + 1);
        Reserve(grid, frame);
        PublishRows(row, last - row + 1, done);
        if (done == last - row + 1) return true;
        Release(ref frame);
        return false;                                                           // the next row is no number: it is taken alone
    }

    // Publishes the rows that ran, and cleans the others.
    private void PublishRows(int firstRow, int count, int done)
    {
        for (var member = 0; member < _recurrence.Members.Count; member++)
        {
            var (grid, column, _, _) = _recurrence.Members[member];
            var rows = Math.Min(done, _recurrence.Needed(member, count));
            if (rows <= 0) continue;
            var words = _recurrence.Words(member, rows);
            var ran = _recurrence.Ran(member, rows);
            for (int from = 0, to; from < rows; from = to)
            {
                to = ran[from..].IndexOf(!ran[from]);
                to = to < 0 ? rows : from + to;
                if (ran[from]) _publisher.Publish(grid, column, firstRow + from, words[from..to], default);
                else _publisher.Clean(grid, new CellRange(column, firstRow + from, column, firstRow + to - 1));
            }
        }
    }

    // Frames from one on form a loop: when their regions are a recurrence, computes the rows that the given frame has claimed, and more of
    // its stretch, in a frame of its own that replaces those of the loop. False when they are none.
    private bool TryRecurTogether(int owner, int given)
    {
        var (row, last) = (_frames[given].ClaimFirst, _frames[given].Last);
        if (!TryCollect(owner, given)) return false;
        if (!_recurrence.TryBuild(_members) || !TryCommonRows(ref row, ref last)) return false;
        var members = TakeMembers();
        var single = _frames[given].Single;
        Drop(owner);
        if (!AreFree(members, row, ref last))
        {
            PushSingles(RowsOf(members[0], row, last), false, RegionSet.Union(single, members.Select(m => (m.Grid.Id, m.Region))));
            return true;
        }
        Push(new Frame { Kind = FrameKind.Recurrence, Members = members, First = row, Last = last, ClaimLast = -1, Single = single });
        return true;
    }

    private RecurrenceMember[] TakeMembers()
    {
        var members = new RecurrenceMember[_members.Count];
        for (var i = 0; i < members.Length; i++) members[i] = _members[i] with { Lag = _recurrence.LagOf(_members[i]) };
        return members;
    }

    // Rows that nobody further down the stack has claimed.
    private static bool AreFree(RecurrenceMember[] members, int row, ref int last)
    {
        foreach (var member in members)
        {
            if (member.Grid.States.IsClaimed(member.Column, row)) return false;
            last = member.Grid.States.RunEnd(CellState.Claimed, member.Column, row, last);
        }
        return true;
    }

    // A chain of single cells that comes back to a region a few frames on, further up, is a recurrence read from its end.
    private bool TryRecurFromEnd(Grid grid, CellAddress cell, in Region region)
    {
        for (var i = _depth - 2; i >= Math.Max(0, _depth - LongestLoop); i--)
        {
            ref var frame = ref _frames[i];
            if (frame.Kind != FrameKind.Run || frame.Claimed != 1) return false;
            if (frame.Grid != grid.Id || frame.Column != cell.Column || frame.Region != region || frame.ClaimFirst <= cell.Row) continue;
            if (!TryCollect(i, i)) return false;
            var (row, last) = (cell.Row, cell.Row);
            if (!_recurrence.TryBuild(_members) || _recurrence.Period != 1 || !TryReachBack(ref row)) return false;
            Push(new Frame { Kind = FrameKind.Recurrence, Members = TakeMembers(), First = row, Last = last, ClaimLast = -1, Single = frame.Single });
            return true;
        }
        return false;
    }

    // The columns of the frames from one on, each once, that of the given one first; false when a frame is no run of a formula that reads
    // all it refers to.
    private bool TryCollect(int owner, int given)
    {
        _members.Clear();
        _members.Add(new RecurrenceMember(_model[_frames[given].Grid], _frames[given].Column, _frames[given].Region));
        for (var i = owner; i < _depth; i++)
        {
            ref var frame = ref _frames[i];
            if (frame.Kind != FrameKind.Run) return false;
            if ((_traits.Of(frame.Region.Formula, frame.Grid) & ScriptTraits.Selective) != 0) return false;
            var member = new RecurrenceMember(_model[frame.Grid], frame.Column, frame.Region);
            if (!_members.Contains(member)) _members.Add(member);
        }
        return _members.Count > 1;
    }

    // The rows, of those given, that are marked in every member from the first such row on.
    private bool TryCommonRows(ref int row, ref int last)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var member in _members)
            {
                var from = Math.Max(row, member.Region.FirstRow);
                last = Math.Min(last, member.Region.LastRow);
                while (from <= last && !member.Grid.States.IsMarked(member.Column, from)) from++;
                if (from > last) return false;
                moved |= from > row;
                row = from;
            }
        }
        foreach (var member in _members) last = member.Grid.States.RunEnd(CellState.Marked, member.Column, row, last);
        return _recurrence.Fits(row, last);
    }

    // As far back as every member is marked, all of which a row rests on without condition.
    private bool TryReachBack(ref int row)
    {
        var (first, last) = (0, row);
        foreach (var member in _members)
        {
            var (states, column, end) = (member.Grid.States, member.Column, last - _recurrence.LagOf(member));
            if (end < member.Region.FirstRow || end > member.Region.LastRow) return false;
            if (!states.IsMarked(column, end) || states.IsClaimed(column, end)) return false;
            var start = states.RunStart(CellState.Marked, column, end, member.Region.FirstRow);
            first = Math.Max(first, states.RunStart(CellState.Claimed, column, end, start));
        }
        row = first;
        return row < last && _recurrence.Fits(row, last);
    }

    private void StepRecurrence(ref Frame frame)
    {
        while (true)
        {
            Release(ref frame);
            var (row, last) = (frame.First, Math.Min(frame.Last, frame.First + Recurrence.Rows - 1));
            // A row that somebody else computed meanwhile ends the recurrence; whoever wants the rest asks again.
            if (row > last || !AreMarked(frame.Members!, row, last) || !_recurrence.TryBuild(frame.Members!))
            {
                Drop(_depth - 1);
                return;
            }
            (frame.ClaimFirst, frame.ClaimLast) = (row, last);
            foreach (var member in frame.Members!)
                if (row <= last - member.Lag) member.Grid.States.SetClaimed(member.Column, row, last - member.Lag);
            if (!_recurrence.IsReady(row, last, out var wanted))
            {
                Wait(ref frame, wanted);
                return;
            }
            var done = _recurrence.Run(row, last - row + 1);
            PublishRows(row, last - row + 1, done);
            frame.First += done;
            if (row + done <= last)
            {
                GiveWay(ref frame, last);
                return;
            }
        }
    }

    private static bool AreMarked(RecurrenceMember[] members, int row, int last)
    {
        foreach (var member in members)
        {
            var (states, column, end) = (member.Grid.States, member.Column, last - member.Lag);
            if (end >= row && (!states.IsMarked(column, row) || states.MarkedRunEnd(column, row, end) < end)) return false;
        }
        return true;
    }

    // A row that is no number: it and the rest of the block are taken cell by cell.
    private void GiveWay(ref Frame frame, int last)
    {
        var (members, row, single) = (frame.Members!, frame.First, frame.Single);
        Drop(_depth - 1);
        var loop = RegionSet.Union(single, members.Select(m => (m.Grid.Id, m.Region)));
        PushSingles(RowsOf(members[0], row, last), false, loop);
    }

    private static GridRange RowsOf(in RecurrenceMember member, int first, int last) =>
        new(member.Grid.Id, new CellRange(member.Column, first, member.Column, last));
}
