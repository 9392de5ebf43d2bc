using System.Diagnostics;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <content>What happens when a frame wants a cell that a frame below it has claimed.</content>
internal sealed partial class Engine
{
    // A stretch with more than one row on the loop is no cycle yet: it is given up and taken row by row. Only when the loop has nothing
    // but single cells is it one.
    private void Meet(Grid grid, CellAddress cell)
    {
        var owner = FindOwner(new GridCell(grid.Id, cell));
        if (TryBreakNodes(owner)) return;
        if (TrySkipSpill(owner) || TryNarrow(owner)) return;
        for (var i = owner; i < _depth; i++)
        {
            var kind = _frames[i].Kind;
            if (kind is not (FrameKind.Run or FrameKind.Recurrence) || (kind == FrameKind.Run && _frames[i].Claimed <= 1)) continue;
            if (kind == FrameKind.Recurrence) TakeSingly(owner, i);
            else if (!TryRecurTogether(owner, i)) TakeSingly(owner, i);
            return;
        }
        var members = new HashSet<GridCell>();
        for (var i = owner; i < _depth; i++) AddClaimed(_frames[i], members);
        var single = _frames[_depth - 1].Single;
        var grows = false;
        for (var i = owner; i < _depth; i++) grows |= _frames[i].Kind == FrameKind.Cycle;
        if (grows) owner = TakeIn(owner, members);
        Drop(owner);
        Begin(new Cycle(members), single);
    }

    // A cell joins a cycle: so do others that are bound to, among them those that wait for the cycle and are read by it for certain.
    private int TakeIn(int owner, HashSet<GridCell> members)
    {
        while (true)
        {
            _component.AddTo(members);
            var lowest = owner;
            for (int i = owner - 1, misses = 0; i >= 0 && misses < LongestLoop; i--)
            {
                ref var frame = ref _frames[i];
                if (frame.Kind == FrameKind.Pull) continue;
                if (frame.Kind != FrameKind.Run || frame.Claimed != 1) break;
                misses++;
                if (_component.Reads(frame.Grid, new CellAddress(frame.Column, frame.ClaimFirst))) (lowest, misses) = (i, 0);
            }
            if (lowest == owner) return owner;
            for (var i = lowest; i < owner; i++) AddClaimed(_frames[i], members);
            owner = lowest;
        }
    }

    private int FindOwner(GridCell cell)
    {
        for (var i = _depth - 1; i >= 0; i--)
        {
            ref var frame = ref _frames[i];
            if (frame.Kind == FrameKind.Cycle && frame.Cycle!.Set.Contains(cell)) return i;
            if (frame.Kind == FrameKind.Recurrence && frame.ClaimFirst <= cell.Cell.Row && Has(frame, cell)) return i;
            if (frame.Kind == FrameKind.Run && frame.Grid == cell.Grid && frame.ClaimFirst <= frame.ClaimLast && frame.Claim.Contains(cell.Cell)) return i;
        }
        throw new UnreachableException("A cell is claimed, and nobody claimed it.");
    }

    private static bool Has(in Frame recurrence, GridCell cell)
    {
        foreach (var member in recurrence.Members!)
            if (member.Grid.Id == cell.Grid && member.Column == cell.Cell.Column && cell.Cell.Row <= recurrence.ClaimLast - member.Lag) return true;
        return false;
    }

    // Every region of the loop is taken cell by cell while this lasts: in the direction that its formulas look, lest the stack grow deep.
    private void TakeSingly(int owner, int dropped)
    {
        var loop = new List<(int Grid, Region Region)>();
        for (var i = owner; i < _depth; i++)
        {
            ref var frame = ref _frames[i];
            if (frame.Kind == FrameKind.Run) loop.Add((frame.Grid, frame.Region));
            else if (frame.Kind == FrameKind.Cycle) AddRegions(frame.Cycle!, loop);
            else if (frame.Kind == FrameKind.Recurrence)
                foreach (var member in frame.Members!) loop.Add((member.Grid.Id, member.Region));
        }
        var given = _frames[dropped];
        var cells = given.Members is { } members
            ? RowsOf(members[0], given.ClaimFirst, given.ClaimLast)
            : new GridRange(given.Grid, given.Claim);
        var backward = loop.Exists(l => LooksDown(l.Grid, l.Region));
        Drop(dropped);
        PushSingles(cells, backward, RegionSet.Union(given.Single, loop));
    }

    // A frame that pulls the rows of a stretch that was given up.
    private void PushSingles(GridRange cells, bool backward, RegionSet single) => Push(new Frame
    {
        Kind = FrameKind.Pull,
        Want = cells,
        From = cells.Range.First,
        IsWaiting = true,
        Backward = backward,
        IsNarrow = true,
        Single = single,
    });

    // Columns that were taken together and are on a loop are given up, and taken one by one. False when there are none.
    private bool TryNarrow(int owner)
    {
        for (var i = owner; i < _depth; i++)
        {
            var given = _frames[i];
            if (given.Kind != FrameKind.Run || given.ClaimLast < given.ClaimFirst || given.Column == given.ClaimLastColumn) continue;
            var cells = new GridRange(given.Grid, given.Claim);
            Drop(i);
            Push(new Frame { Kind = FrameKind.Pull, Want = cells, From = cells.Range.First, IsWaiting = true, IsNarrow = true, Single = given.Single });
            return true;
        }
        return false;
    }

    private void AddRegions(Cycle cycle, List<(int Grid, Region Region)> loop)
    {
        foreach (var member in cycle.Members)
            if (_model[member.Grid].Regions.TryFind(member.Cell, out var region)) loop.Add((member.Grid, region));
    }

    private bool LooksDown(int grid, in Region region)
    {
        var references = new List<GridReference>();
        _model.AddReferences(grid, region.Formula, references);
        return references.Exists(r => (!r.Area.Row1.IsAbsolute && r.Area.Row1.Value > 0) || (!r.Area.Row2.IsAbsolute && r.Area.Row2.Value > 0));
    }

    private static void AddClaimed(in Frame frame, HashSet<GridCell> members)
    {
        if (frame.Kind == FrameKind.Cycle) members.UnionWith(frame.Cycle!.Set);
        else if (frame.Kind == FrameKind.Run && frame.Claimed == 1)
            members.Add(new GridCell(frame.Grid, new CellAddress(frame.Column, frame.ClaimFirst)));
    }

    private void Begin(Cycle cycle, RegionSet? single)
    {
        for (var i = 0; i < cycle.Members.Length; i++)
        {
            var (id, cell) = cycle.Members[i];
            var grid = _model[id];
            var word = grid.Cells.Word(cell.Column, cell.Row, out var side);
            cycle.Published[i] = Operand.Stored(word, side);
            grid.States.SetClaimed(cell.Column, cell.Row, cell.Row);
            grid.Cells.Set(cell, CellWord.FromNumber(0));
        }
        cycle.IsRunning = true;
        Log?.AddCycle(cycle.Members.Length);
        Push(new Frame { Kind = FrameKind.Cycle, Cycle = cycle, Single = single });
    }

    // From 0 in every member, in a fixed order, so that the result knows nothing of the past.
    private void StepCycle(ref Frame frame)
    {
        var cycle = frame.Cycle!;
        var (most, delta) = _options.Waves();
        if (HoldsArrays(cycle)) cycle.Wave = most + 1;                          // an array in a cycle is not iterated
        while (cycle.Wave <= most)
        {
            for (; cycle.Next < cycle.Members.Length; cycle.Next++)
            {
                if (!Iterate(cycle, cycle.Members[cycle.Next], delta, ref frame)) return;
            }
            if (cycle.IsSame) break;
            (cycle.Next, cycle.IsSame) = (0, true);
            cycle.Wave++;
        }
        Finish(cycle, cycle.Wave <= most);
    }

    private bool HoldsArrays(Cycle cycle)
    {
        foreach (var (id, cell) in cycle.Members)
            if (_model[id].Regions.TryFind(cell, out var region) && !region.IsCellByCell) return true;
        return false;
    }

    private bool Iterate(Cycle cycle, GridCell member, double delta, ref Frame frame)
    {
        var grid = _model[member.Grid];
        grid.Regions.TryFind(member.Cell, out var region);
        _interpreter.OwnCycle = cycle.Set;
        var result = _interpreter.Evaluate(grid, member.Cell, region.Formula);
        _interpreter.OwnCycle = null;
        if (result.IsBlocked)
        {
            Wait(ref frame, _interpreter.Wanted);
            return false;
        }
        NoteExpiry(grid, member.Cell);
        if (IsDiscovering(grid, region))
        {
            var known = cycle.Discovered[cycle.Next] ??= [];
            foreach (var read in Discovered(grid, member.Cell, region.Formula))
                if (!known.Contains(read)) known.Add(read);
        }
        var word = grid.Cells.Word(member.Cell.Column, member.Cell.Row, out var side);
        cycle.IsSame &= IsSame(Operand.Stored(word, side), result, delta);
        grid.Cells.Set(member.Cell, result.Word, result.Object);
        return true;
    }

    private static bool IsSame(in Operand before, in Operand after, double delta) =>
        before.IsNumber && after.IsNumber
            ? before.Word == after.Word || Math.Abs(before.Word.Number - after.Word.Number) < delta
            : before.Word == after.Word && (!after.IsText || string.Equals((string?)before.Object, (string?)after.Object, StringComparison.Ordinal));

    // Results are compared with the words that were last published, not with those of the last wave.
    private void Finish(Cycle cycle, bool hasSettled)
    {
        var results = new Operand[cycle.Members.Length];
        var failure = Operand.Error(ErrorKind.Cycle, hasSettled ? null : FaultOf(cycle));
        for (var i = 0; i < results.Length; i++)
        {
            var (id, cell) = cycle.Members[i];
            var word = _model[id].Cells.Word(cell.Column, cell.Row, out var side);
            results[i] = hasSettled ? Operand.Stored(word, side) : failure;
        }
        Drop(_depth - 1);                                                       // puts the published words back
        for (var i = 0; i < results.Length; i++)
            if (cycle.Discovered[i] is { } read) _discovered.Replace(cycle.Members[i], read);
        foreach (var (id, cell) in cycle.Members) _model[id].States.Clear(cell.Column, cell.Row, cell.Row);
        if (Recorder is { } recorder) recorder.Wave = Math.Min(cycle.Wave, _options.Waves().Most);
        for (var i = 0; i < results.Length; i++)
        {
            var (grid, cell) = (_model[cycle.Members[i].Grid], cycle.Members[i].Cell);
            if (grid.Regions.TryFind(cell, out var region) && !region.IsCellByCell) PublishArray(grid, region, results[i], []);
            else _publisher.Publish(grid, cell, results[i]);
        }
        foreach (var (id, cell) in cycle.Members) _model[id].Cyclic.Add(cell);
        Recorder?.Wave = 1;
    }

    private Fault FaultOf(Cycle cycle)
    {
        const int Shown = 8;
        var cells = string.Join(", ", cycle.Members.Take(Shown).Select(m => _options.NameOf(m.Grid, m.Cell)));
        var more = cycle.Members.Length > Shown ? $" and {cycle.Members.Length - Shown} more" : "";
        return new Fault($"The cell depends on itself and does not settle. The cells of the cycle: {cells}{more}.");
    }

    private void GiveUp(Cycle cycle)
    {
        if (!cycle.IsRunning) return;
        cycle.IsRunning = false;
        for (var i = 0; i < cycle.Members.Length; i++)
        {
            var (id, cell) = cycle.Members[i];
            var grid = _model[id];
            grid.Cells.Set(cell, cycle.Published[i].Word, cycle.Published[i].Object);
            grid.States.ClearClaimed(cell.Column, cell.Row, cell.Row);
        }
    }
}
