using System.Runtime.CompilerServices;
using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <content>
/// Pulls nodes: validates what they read when they ran last, left to right, and runs those that have to. The walk lies on a stack of visits,
/// which belong to the frame of a node; a run that reads what is not valid goes on within it, as deep as the .NET stack is meant for, and
/// is given up and begun again beyond that.
/// </content>
internal sealed partial class Engine
{
    /// <summary>How many runs may wait for one another on the .NET stack.</summary>
    public const int MostNestedRuns = 192;

    /// <summary>So many visits lie within one another on the .NET stack before the walk goes on without it.</summary>
    private const int NestedVisits = 64;

    /// <summary>The nodes that are being made valid, those that wait for others first; <see cref="_visitCount"/> of them, none between reads.</summary>
    private Visit[] _visits = [];
    private int _visitCount;

    /// <summary>The runs under way, each within the one before; <see cref="_runCount"/> of them, none between reads.</summary>
    private NodeRun[] _runs = [];
    private int _runCount;

    /// <summary>Marked areas that nodes of a cycle read which are done all the same; none between reads.</summary>
    private readonly List<int> _loose = [];

    /// <summary>True from a suspension until the runs that it ends are put away.</summary>
    private bool _isSuspended;

    /// <summary>The cells that the last visit waits for, after <see cref="VisitOutcome.Waits"/>.</summary>
    private GridRange _awaited;

    /// <summary>What nodes read through: handed to their code; set before there are any.</summary>
    public object? Context { get; set; }

    /// <summary>Makes a node valid.</summary>
    public void ReadNode(int node)
    {
        using (Enter())
        {
            CheckNotRunning();
            PullNode(node);
        }
    }

    /// <summary>Makes nodes valid, in their order; each as if it were read alone, but for less. Within the gate.</summary>
    public void ReadNodes(ReadOnlySpan<int> nodes)
    {
        CheckNotRunning();
        if (HasAwaited) MarkAwaited();
        try
        {
            for (var at = 0; at < nodes.Length; at++)
            {
                SettleVisits(nodes, ref at);
                if (at == nodes.Length) break;
                SettleSpills();
                SettleNode(nodes[at]);
                EndRead();
            }
        }
        finally
        {
            EndRead();
        }
        CheckInvariants();
    }

    private void PullNode(int node)
    {
        if (HasAwaited) MarkAwaited();
        try
        {
            SettleNode(node);
        }
        finally
        {
            EndRead();
        }
        CheckInvariants();
    }

    // A spill that changes its size may mark the node again.
    private void SettleNode(int node)
    {
        for (var settlings = 0; settlings < MostSettlings && _nodes[node].IsMarked; settlings++)
        {
            var at = 0;
            SettleVisits(new ReadOnlySpan<int>(in node), ref at);
            SettleSpills();
        }
    }

    private void SettleSpills()
    {
        if (_settled.Count > 0) Unsettle();
        if (_skipped.Count > 0) PullSkipped();
    }

    // Makes nodes valid, from one on, up to the first for which cells were looked at. Most rest on nothing but nodes, and need no frame.
    private void SettleVisits(ReadOnlySpan<int> nodes, ref int at)
    {
        var waits = false;
        try
        {
            for (; at < nodes.Length; at++)
            {
                var node = nodes[at];
                if ((_nodes[node].Flags & (NodeFlags.Marked | NodeFlags.Formula)) != NodeFlags.Marked) continue;
                waits = !TrySettle(node) && Visit(0) != VisitOutcome.Done;
                if (waits || _hasBegun) break;
            }
            if (!waits) return;
        }
        catch (Suspension)
        {
            PutRunsAway();
        }
        InsertNodeFrame(waits);
        RunFrames(0);
    }

    // The frame of the visits that were begun without one, below those that they pushed.
    private void InsertNodeFrame(bool waits)
    {
        Push(default);
        Array.Copy(_frames, 0, _frames, 1, _depth - 1);
        _frames[0] = NodeFrame(0, waits);
    }

    private Frame NodeFrame(int floor, bool waits)
    {
        var frame = new Frame { Kind = FrameKind.Node, ClaimLast = -1, Floor = floor };
        if (waits) Wait(ref frame, _awaited);
        return frame;
    }

    private void StepNode(int floor)
    {
        switch (Visit(floor))
        {
            case VisitOutcome.Done: Drop(_depth - 1); break;
            case VisitOutcome.Waits: Wait(ref _frames[_depth - 1], _awaited); break;
        }
    }

    private void PushNode(int node)
    {
        if ((_nodes[node].Flags & NodeFlags.Claimed) != 0)
        {
            MeetNode(node);
            return;
        }
        Push(NodeFrame(_visitCount, waits: false));
        Enter(node, ref _nodes.Own(node));
    }

    // A loop of nodes and what lies between. One that was met while validating is none yet: what its nodes read now has to be seen first. A
    // true one is not iterated, for code may do anything: its nodes are #CYCLE!. True when frames were dropped.
    private bool MeetNode(int node)
    {
        if (_runCount > 0) Suspend();
        var lowest = _visitCount - 1;
        while (_visits[lowest].Node != node) lowest--;
        return BreakLoop(lowest);
    }

    // Nodes on a loop of formulas. False when there are none.
    private bool TryBreakNodes(int owner)
    {
        var at = owner;
        while (at < _depth && _frames[at].Kind != FrameKind.Node) at++;
        if (at == _depth) return false;
        if (_runCount > 0) Suspend();
        BreakLoop(_frames[at].Floor);
        return true;
    }

    private bool BreakLoop(int lowest)
    {
        for (var at = lowest; at < _visitCount; at++)
        {
            if ((_nodes[_visits[at].Node].Flags & NodeFlags.Suspended) != 0) continue;
            var hasDropped = DropAbove(at, at + 1);
            _nodes.Own(_visits[at].Node).Flags |= NodeFlags.Must;
            return hasDropped;
        }
        var members = _visits[lowest.._visitCount];
        var failure = FaultOf(members);
        var isMoved = DropAbove(lowest, lowest);
        foreach (var member in members)
        {
            AddLoose(member.Node);
            ref var node = ref _nodes.Own(member.Node);
            PublishNode(member.Node, ref node, NodeCode.Of(node.Code), CellWord.FromError(ErrorKind.Cycle), failure);
            node.Flags |= NodeFlags.Cyclic;
        }
        return isMoved;
    }

    // The cells that the nodes of a cycle read are on their way still.
    private void AddLoose(int node)
    {
        _hasBegun = true;                                                       // so that they are looked at when the read ends
        for (var link = _nodes[node].FirstSource; link != 0; link = _nodes.Link(link).NextSource)
            if (_nodes[_nodes.Link(link).Source] is { IsMarked: true, Flags: var flags } && (flags & NodeFlags.Area) != 0) _loose.Add(_nodes.Link(link).Source);
    }

    // When the cells are there, nodes that are done rest on nothing marked; when the read was given up, the nodes have to run again.
    private void TieLoose()
    {
        foreach (var area in _loose)
        {
            if ((_nodes[area].Flags & NodeFlags.Area) == 0) continue;
            if (!TrySettleArea(area)) _marker.MarkNodeReaders(area, direct: true);
        }
        _loose.Clear();
    }

    // Drops visits from one on, and the frames above that of a visit, which waits for them no more. True when there were such frames.
    private bool DropAbove(int owner, int visit)
    {
        var depth = _depth;
        while (depth > 0 && (_frames[depth - 1].Kind != FrameKind.Node || _frames[depth - 1].Floor > owner)) depth--;
        var hasDropped = depth < _depth;
        Drop(depth);
        DropVisits(visit);
        if (depth > 0) _frames[depth - 1].IsWaiting = false;
        return hasDropped;
    }

    private void DropVisits(int floor)
    {
        while (_visitCount > floor) _nodes.Own(_visits[--_visitCount].Node).Flags &= ~(NodeFlags.Claimed | NodeFlags.Suspended);
    }

    private Fault FaultOf(Visit[] members)
    {
        const int Shown = 8;
        var names = string.Join(", ", members.Take(Shown).Select(m => _options.NameOf(Grid.Names, NodeStore.CellOf(m.Node))));
        var more = members.Length > Shown ? $" and {members.Length - Shown} more" : "";
        return new Fault($"The C# node depends on itself. The nodes of the cycle: {names}{more}.");
    }

    private void Enter(int node, ref Node entered)
    {
        entered.Flags |= NodeFlags.Claimed;
        if (_visitCount == _visits.Length) Array.Resize(ref _visits, 2 * _visitCount);
        _visits[_visitCount++] = new Visit(node, entered.FirstSource);
    }

    // Makes the nodes above a floor valid. Kept out of what catches exceptions, where locals would lie in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private VisitOutcome Visit(int floor)
    {
        while (_visitCount > floor)
        {
            if (_cancellation.CanBeCanceled) LookWhetherCancelled();
            ref var visit = ref _visits[_visitCount - 1];
            ref var node = ref _nodes.Own(visit.Node);
            if ((node.Flags & (NodeFlags.Must | NodeFlags.Suspended)) == NodeFlags.Must)
            {
                RunNode(visit.Node);
                _visitCount--;
                continue;
            }
            var source = NextMarked(ref visit, out var flags);
            if (source < 0)
            {
                if (node.IsMust) node.Flags &= ~NodeFlags.Suspended;
                else
                {
                    CleanNode(visit.Node);
                    _visitCount--;
                }
            }
            else if ((flags & NodeFlags.Area) != 0)
            {
                if (!TrySettleArea(source)) return VisitOutcome.Waits;
            }
            else if ((flags & NodeFlags.Claimed) != 0)
            {
                if (MeetNode(source)) return VisitOutcome.Moved;
            }
            else
            {
                TryVisit(source, NestedVisits);
            }
        }
        return VisitOutcome.Done;
    }

    // Makes a marked node valid that nobody visits: one that has to run runs at once, without a look at what it read the last time. False as with TryVisit.
    private bool TrySettle(int number)
    {
        if (!_nodes[number].IsMust) return TryVisit(number, NestedVisits);
        Enter(number, ref _nodes.Own(number));
        RunNode(number);
        _visitCount--;
        return true;
    }

    // Makes a marked node valid that nobody visits, and what it rests on, within so many calls. False when there is more to do: its visit, and those of the nodes that it waits
    // for, are left to the walk.
    private bool TryVisit(int number, int depth)
    {
        if (_cancellation.CanBeCanceled) LookWhetherCancelled();
        Enter(number, ref _nodes.Own(number));
        for (var link = _nodes[number].FirstSource; link != 0 && !_nodes[number].IsMust; link = _nodes.Link(link).NextSource)
        {
            var source = _nodes.Link(link).Source;
            var flags = _nodes[source].Flags;
            if ((flags & NodeFlags.Marked) == 0) continue;
            if ((flags & (NodeFlags.Area | NodeFlags.Claimed)) != 0 || depth == 0 || !TryVisit(source, depth - 1)) return false;
        }
        if (_nodes[number].IsMust) RunNode(number);
        else CleanNode(number);
        _visitCount--;
        return true;
    }

    // The first source, from the one on that was looked at last, that is marked; -1 when none is.
    private int NextMarked(ref Visit visit, out NodeFlags flags)
    {
        while (visit.Link != 0)
        {
            ref readonly var link = ref _nodes.Link(visit.Link);
            flags = _nodes[link.Source].Flags;
            if ((flags & NodeFlags.Marked) != 0) return link.Source;
            visit.Link = link.NextSource;
        }
        flags = NodeFlags.None;
        return -1;
    }

    // An area whose cells are valid tells its readers when one of them changed.
    private bool TrySettleArea(int area)
    {
        _awaited = _nodes.CellsOf(area);
        if (!IsValid(_awaited)) return false;
        ref var node = ref _nodes.Own(area);
        var hasChanged = node.IsMust;
        node.Flags &= ~(NodeFlags.Marked | NodeFlags.Must);
        if (hasChanged) _nodes.TellReaders(node.FirstReader);
        return true;
    }

    private void CleanNode(int node)
    {
        ref var cleaned = ref _nodes.Own(node);
        cleaned.Flags &= ~(NodeFlags.Marked | NodeFlags.Claimed | NodeFlags.Suspended);
        if ((cleaned.Flags & NodeFlags.Exported) != 0) ClearNamesCell(node);
        if (_listener is { } listener) listener.AddCleaned(Grid.Names, NodeStore.CellOf(node).Column, NodeStore.CellOf(node).Row, NodeStore.CellOf(node).Row);
    }

    private void RunNode(int number)
    {
        if (Recorder is null) RunOnce(number);
        else RunRecorded(number, Recorder);
    }

    private void RunRecorded(int number, RunRecorder recorder)
    {
        recorder.Begin();
        try
        {
            RunOnce(number);
        }
        finally
        {
            recorder.End();
        }
    }

    // Runs a node; what it reads is recorded, and what it read the last time and not this time is dropped.
    private void RunOnce(int number)
    {
        ref readonly var node = ref _nodes[number];
        var code = NodeCode.Of(node.Code);
        var at = _runCount;
        ref var run = ref _runs[at];
        run = new NodeRun(number, _visitCount - 1, node.FirstSource);
        _runCount = at + 1;
        var word = Call(code, node.Body!, out var side);
        if (_isSuspended) throw Suspension.Instance;                            // the code swallowed it
        _runCount = at;
        _nodes.Trim(run);
        if (_nodes.Unread.Count > 0) RemoveUnread();
        PublishNode(number, ref _nodes.Own(number), code, word, side);
    }

    private CellWord Call(NodeCode code, object body, out object? side)
    {
        try
        {
            return code.Run(body, Context!, out side);
        }
        catch (Exception exception) when (exception is not Suspension)
        {
            return OfException(exception, out side);
        }
    }

    private static CellWord OfException(Exception exception, out object? side)
    {
        side = new Fault(exception is CellErrorException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}");
        return CellWord.FromError(exception is CellErrorException failed ? failed.Error : ErrorKind.Value);
    }

    private void PublishNode(int number, ref Node node, NodeCode code, CellWord word, object? side)
    {
        var flags = node.Flags;
        node.Flags = flags & ~(NodeFlags.Marked | NodeFlags.Must | NodeFlags.Claimed | NodeFlags.Suspended | NodeFlags.Cyclic);
        if (_listener is { } listener) listener.AddRun(Grid.Names, NodeStore.CellOf(number).Column, NodeStore.CellOf(number).Row, NodeStore.CellOf(number).Row);
        if ((flags & NodeFlags.Exported) != 0) ClearNamesCell(number);
        if (code.HasEquality || side is not null || (flags & NodeFlags.HasObject) != 0)
        {
            if (code.IsSame(node.Body!, Operand.Stored(node.Word, _nodes.SideOf(number)), Operand.Stored(word.Bits, side))) return;
            _nodes.Store(number, word.Bits, side);
        }
        else
        {
            if (node.Word == word.Bits) return;
            node.Word = word.Bits;
        }
        if (node.FirstReader != 0) _nodes.TellReaders(node.FirstReader);
        if ((flags & NodeFlags.Exported) != 0) ExportValue(number, tells: true);
    }

    private void ClearNamesCell(int node)
    {
        var cell = NodeStore.CellOf(node);
        _model.NamesGrid.States.Clear(cell.Column, cell.Row, cell.Row);
    }

    // Puts the value of a node where formulas find it.
    private void ExportValue(int node, bool tells)
    {
        var (grid, cell) = (_model.NamesGrid, NodeStore.CellOf(node));
        var shown = Operand.Stored(_nodes[node].Word, _nodes.SideOf(node));
        if (shown.Word.Tag == WordTag.Object) shown = Operand.Error(ErrorKind.Value, new Fault($"The cell holds a {shown.Object?.GetType().Name}, which formulas do not read."));
        if (grid.Cells.TryChange(cell.Column, cell.Row, shown.Word.Bits, shown.Object) && tells) _publisher.Tell(grid, new CellRange(cell));
    }

    private void RemoveUnread()
    {
        foreach (var area in _nodes.Unread)
        {
            if (_nodes[area].FirstReader != 0 || (_nodes[area].Flags & NodeFlags.Area) == 0) continue;
            _discovered.Remove(new GridCell(Grid.Names, NodeStore.CellOf(area)));
            _nodes.RemoveArea(area);
        }
        _nodes.Unread.Clear();
    }
}
