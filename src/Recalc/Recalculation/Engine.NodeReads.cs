using System.Diagnostics;
using System.Runtime.CompilerServices;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <content>What the code of a node reads while it runs.</content>
internal sealed partial class Engine
{
    /// <summary>After so many runs within one another it is looked whether there is room for as many more.</summary>
    private const int StackCheck = 8;

    /// <summary>Says that the node that runs reads another, and makes that valid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Node ReadFromRun(int source)
    {
        if (_runCount == 0 || _isSuspended || _calls.Depth > 0) RefuseRead();
        ref var run = ref _runs[_runCount - 1];
        if (!run.HasJustRead(source)) _nodes.Record(ref run, source);
        ref readonly var node = ref _nodes[source];
        if (!node.IsMarked) return ref node;
        SettleFromRun(source);
        return ref _nodes[source];
    }

    /// <summary>Says that the node that runs reads cells, and makes them valid.</summary>
    public void ReadFromRun(GridRange cells)
    {
        if (_runCount == 0 || _isSuspended || _calls.Depth > 0) RefuseRead();
        var area = _nodes.AreaOf(cells, out var isNew);
        if (isNew)
        {
            _discovered.Replace(new GridCell(Grid.Names, NodeStore.CellOf(area)), [cells]);
            if (!IsValid(cells)) _nodes.Own(area).Flags |= NodeFlags.Marked;
        }
        _nodes.Record(ref _runs[_runCount - 1], area);
        if (_nodes[area].IsMarked) SettleFromRun(area);
    }

    private void RefuseRead()
    {
        if (_isSuspended) throw Suspension.Instance;
        CheckNotRunning();
        throw new InvalidOperationException("A context reads while its node runs, on the thread that runs it; read the workbook itself elsewhere.");
    }

    // Makes a source valid within the run that reads it.
    private void SettleFromRun(int source)
    {
        var flags = _nodes[source].Flags;
        if ((flags & NodeFlags.Claimed) != 0 || (_runCount % StackCheck == 0 && !HasStack())) Suspend();
        var (runs, floor, depth) = (_runCount, _visitCount, _depth);
        if ((flags & NodeFlags.Area) != 0) SettleArea(source, depth);
        else if (!TrySettle(source) && Visit(floor) != VisitOutcome.Done)
        {
            Push(NodeFrame(floor, waits: true));
            RunFrames(depth);
        }
        Debug.Assert(_runCount == runs && _visitCount == floor && _depth == depth, "A run was left behind.");
    }

    private void SettleArea(int area, int depth)
    {
        while (!TrySettleArea(area))
        {
            Push(new Frame { Kind = FrameKind.Pull, ClaimLast = -1, Want = _awaited, From = _awaited.Range.First, IsWaiting = true });
            RunFrames(depth);
        }
    }

    private bool HasStack() => _runCount < MostNestedRuns && RuntimeHelpers.TryEnsureSufficientExecutionStack();

    private void Suspend()
    {
        _isSuspended = true;
        throw Suspension.Instance;
    }

    // The runs that a suspension ended: their nodes are visited again, and what they read until then is made valid first.
    private void PutRunsAway()
    {
        for (var i = 0; i < _runCount; i++)
        {
            var (node, cursor) = (_runs[i].Reader, _runs[i].Cursor);
            _nodes.Trim(node, cursor);
            ref var suspended = ref _nodes.Own(node);
            suspended.Flags |= NodeFlags.Suspended;
            _visits[_runs[i].Visit].Link = suspended.FirstSource;
        }
        (_runCount, _isSuspended) = (0, false);
    }
}
