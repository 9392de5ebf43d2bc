using System.Diagnostics;
using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <summary>
/// Recalculates: edits mark, reads pull (ARCHITECTURE §3). One thread at a time edits or reads; others wait for it at the gate.
/// </summary>
internal sealed partial class Engine : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Model _model;
    private readonly NodeStore _nodes;
    private readonly EngineOptions _options;
    private readonly WorkspacePool _pool;
    private readonly DependencyGraph _graph;
    private readonly DiscoveredReferences _discovered;
    private readonly Chance _chance;

    /// <summary>The workspace, and what it has; there while a thread is within the gate, and longer when nobody else wants it.</summary>
    private Workspace? _workspace;
    private Marker _marker = null!;
    private Publisher _publisher = null!;
    private Interpreter _interpreter = null!;
    private LaneInterpreter _lanes = null!;
    private Recurrence _recurrence = null!;
    private TraitReader _traits = null!;
    private SpillReader _spills = null!;
    private SelfReferences _selfReferences = null!;
    private StrongComponent _component = null!;

    /// <summary>The calls of registered functions that are under way.</summary>
    private readonly RunningCalls _calls = new();

    /// <summary>Told of runs: the recorder or the log; null when there is neither.</summary>
    private IRunListener? _listener;

    /// <summary>How often the thread within the gate has entered it.</summary>
    private int _entries;

    private bool _isDisposed;

    /// <summary>True once the read that is under way looked at a cell of a grid: then it has its time and dates.</summary>
    private bool _hasBegun;

    /// <summary>The frames of the read that is under way, the first at the bottom; <see cref="_depth"/> of them. Empty between reads.</summary>
    private Frame[] _frames = [];
    private int _depth;

    public Engine(Model model, EngineOptions options)
    {
        (_model, _nodes, _options, _chance) = (model, model.Nodes, options, options.Chance.Again());
        (_pool, _graph, _discovered, _expiries) = (new WorkspacePool(), new DependencyGraph(model), new DiscoveredReferences(), new Expiries());
        (_functions, _knownFunctions) = (model.Pools.Functions, model.Pools.Functions.Version);
    }

    // The engine of a fork.
    private Engine(Engine other, Model model, EngineOptions options)
    {
        (_model, _nodes, _options, _chance, _pool) = (model, model.Nodes, options, options.Chance.Again(), other._pool);
        (_graph, _discovered, _expiries) = (other._graph.Fork(model), other._discovered.Fork(), other._expiries.Fork());
        (_functions, _knownFunctions) = (other._functions, other._knownFunctions);
        (_volatile, _structural, ChecksInvariants) = (other._volatile, other._structural, other.ChecksInvariants);
    }

    /// <summary>What the workbook gave the engine.</summary>
    public EngineOptions Options => _options;

    /// <summary>The engine of a fork, and its model in <see cref="Model"/>. Takes time in proportion to the sheets; whatever else there is is shared until it changes.</summary>
    /// <param name="options">The options of the fork.</param>
    public Engine Fork(EngineOptions options)
    {
        using (Enter())
        {
            CheckNotRunning();
            if (HasAwaited) MarkAwaited();
            _graph.Build();
            _pool.IsCrowded = true;
            var model = _model.Fork();
            var fork = new Engine(this, model, options) { _hasUnconfirmed = _marker.HasUnconfirmed };
            return fork;
        }
    }

    /// <summary>The model that the engine computes.</summary>
    public Model Model => _model;

    /// <summary>Gives back at once what no other workbook of the family holds. Whatever is asked of the engine afterwards throws.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            EndWatchers();
            foreach (var grid in _model.Grids) grid.Cells.Free();
        }
    }

    /// <summary>Told what reads do; null unless a test listens.</summary>
    public EvaluationLog? Log
    {
        get;
        set
        {
            field = value;
            Listen();
        }
    }

    /// <summary>Records runs, for explanations; null unless somebody wants to know.</summary>
    public RunRecorder? Recorder
    {
        get;
        set
        {
            field = value;
            Listen();
        }
    }

    // The recorder hands on to the log.
    private void Listen()
    {
        if (Recorder is not null) Recorder.Next = Log;
        _listener = Recorder is null ? Log : Recorder;
        if (_workspace is not null) _publisher.Listener = _listener;
    }

    /// <summary>True when debug builds check what must hold after every read; false for a test that counts what reads cost.</summary>
    public bool ChecksInvariants { get; set; } = true;

    /// <summary>The value of a cell, computed if need be.</summary>
    public CellValue Read(Grid grid, CellAddress cell)
    {
        using (Enter())
        {
            CheckNotRunning();
            PullCell(grid, cell);
            return grid.Cells[cell];
        }
    }

    /// <summary>Computes a cell.</summary>
    public void ReadCell(Grid grid, CellAddress cell)
    {
        using (Enter())
        {
            CheckNotRunning();
            PullCell(grid, cell);
        }
    }

    /// <summary>Computes the cells of a rectangle.</summary>
    public void Read(Grid grid, CellRange range)
    {
        using (Enter())
        {
            CheckNotRunning();
            Pull(new GridRange(grid.Id, range));
        }
    }

    /// <summary>The explanation beside the value of a cell, which is computed if need be; null when there is none.</summary>
    public string? Explain(Grid grid, CellAddress cell)
    {
        using (Enter())
        {
            CheckNotRunning();
            PullCell(grid, cell);
            grid.Cells.Word(cell.Column, cell.Row, out var side);
            return (side as Fault)?.Explanation;
        }
    }

    /// <summary>Computes every cell that is marked, sheet by sheet; volatile ones anew.</summary>
    public void ReadAll()
    {
        using (Enter())
        {
            CheckNotRunning();
            MarkVolatile();
            if (HasAwaited) MarkAwaited();
            foreach (var grid in _model.Grids)
                if (grid.States.Marked > 0) Pull(new GridRange(grid.Id, CellRange.Sheet));
            for (var node = 0; node < _nodes.Count; node++)
                if (_nodes[node].IsMarked && (_nodes[node].Flags & NodeFlags.Area) == 0) PullNode(node);
        }
    }

    /// <summary>True while code of a node or of a function runs, on this thread or another.</summary>
    public bool IsRunning => (_runCount | _calls.Depth) > 0;

    /// <summary>Throws when code that a read calls asks for it: it may neither edit the workbook, which is being read, nor read it behind the engine's back.</summary>
    public void CheckNotRunning()
    {
        if (!IsRunning || !_gate.IsHeldByCurrentThread) return;
        throw new InvalidOperationException(_calls.Depth > 0
            ? "A function takes what it needs as arguments, and returns its value: it neither reads the workbook that calls it nor sets cells."
            : "A C# node reads the workbook through its context, and returns its value instead of setting cells.");
    }

    private void PullCell(Grid grid, CellAddress cell)
    {
        var states = grid.States;
        if (HasAwaited || states.IsMarked(cell.Column, cell.Row) || states.TryFindSpill(new CellRange(cell), out _))
            Pull(new GridRange(grid.Id, new CellRange(cell)));
    }

    // Makes all cells of a rectangle valid; a spill that changes its size may mark them again.
    private void Pull(GridRange range)
    {
        BeginRead();
        try
        {
            for (var settlings = 0; settlings < MostSettlings && !IsValid(range); settlings++)
            {
                PullOnce(range);
                Unsettle();
                PullSkipped();
            }
        }
        finally
        {
            EndRead();
        }
        CheckInvariants();
    }

    private void BeginRead()
    {
        _hasBegun = true;
        _interpreter.ReadTime = null;
        _interpreter.Dates = _options.Dates();
        if (HasAwaited) MarkAwaited();
    }

    private void EndRead()
    {
        if (_depth + _visitCount + _runCount > 0) GiveUpRead();
        if (!_hasBegun) return;
        _hasBegun = false;
        if (_settled.Count > 0) Unsettle();
        if (_skipped.Count > 0) _skipped.Clear();
        if (_loose.Count > 0) TieLoose();
        _interpreter.OwnCycle = null;
        if (_marker.HasUnconfirmed && IsClean()) _marker.HasUnconfirmed = false;
    }

    // An exception leaves no claim behind.
    private void GiveUpRead()
    {
        (_runCount, _isSuspended) = (0, false);
        Drop(0);
        DropVisits(0);
    }

    [Conditional("DEBUG")]
    private void CheckInvariants()
    {
        if (ChecksInvariants) Invariants.Check(_model, _interpreter, _traits);
    }

    private void PullOnce(GridRange range)
    {
        Push(new Frame { Kind = FrameKind.Pull, ClaimLast = -1, Want = range, From = range.Range.First, IsWaiting = true });
        RunFrames(0);
    }

    // Runs frames until no more than so many are left. Runs of nodes that are given up on the way are put away where no run is under way.
    private void RunFrames(int floor)
    {
        if (!_hasBegun) BeginRead();
        var isOutermost = _runCount == 0;
        while (_depth > floor)
        {
            try
            {
                while (_depth > floor) RunFrame();
            }
            catch (Suspension) when (isOutermost)
            {
                PutRunsAway();
            }
        }
    }

    private void RunFrame()
    {
        if (_cancellation.CanBeCanceled) LookWhetherCancelled();
        ref var frame = ref _frames[_depth - 1];
        if (frame.IsWaiting && Descend(ref frame)) return;
        if (Recorder is null) Step(ref frame);
        else StepRecorded(ref frame, Recorder);
    }

    private void StepRecorded(ref Frame frame, RunRecorder recorder)
    {
        recorder.Begin();
        try
        {
            Step(ref frame);
        }
        finally
        {
            recorder.End();
        }
    }

    private void Step(ref Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Run: StepRun(ref frame); break;
            case FrameKind.Recurrence: StepRecurrence(ref frame); break;
            case FrameKind.Cycle: StepCycle(ref frame); break;
            case FrameKind.Node: StepNode(frame.Floor); break;
            default: Drop(_depth - 1); break;
        }
    }

    // Pushes a frame for the first stretch of what the frame wants that is marked. False when there is none.
    private bool Descend(ref Frame frame)
    {
        var grid = _model[frame.Want.Grid];
        var range = frame.Want.Range;
        if (grid.States.TryFindSpill(range, out var anchor))
        {
            PushRun(grid, anchor, new CellRange(anchor), frame.Single, frame.IsNarrow);
            _frames[_depth - 1].IsSettling = true;
            return true;
        }
        while (TryFindMarked(grid, range, frame.From, frame.Backward && frame.Kind == FrameKind.Pull, out var cell))
        {
            frame.From = cell;
            if (frame.Cycle is { } own && own.Set.Contains(new GridCell(grid.Id, cell)))
            {
                if (!GridCell.TryNext(range, cell, out var next)) break;
                frame.From = next;
                continue;
            }
            if (grid.Id == Grid.Names && !grid.Regions.TryFind(cell, out _)) PushNode(NodeStore.NodeOf(cell));
            else if (grid.States.IsClaimed(cell.Column, cell.Row)) Meet(grid, cell);
            else PushRun(grid, cell, range, frame.Single, frame.IsNarrow);
            return true;
        }
        frame.IsWaiting = false;
        return false;
    }

    private static bool TryFindMarked(Grid grid, CellRange range, CellAddress from, bool backward, out CellAddress cell)
    {
        if (!backward) return grid.States.TryFindMarked(range, from, out cell);
        // A stretch that was given up, in one column, from its last row to its first.
        for (var row = range.Last.Row; row >= range.First.Row; row--)
        {
            cell = new CellAddress(range.First.Column, row);
            if (grid.States.IsMarked(cell.Column, row)) return true;
        }
        cell = default;
        return false;
    }

    private void Push(in Frame frame)
    {
        if (_depth == _frames.Length) Array.Resize(ref _frames, 2 * _depth);
        _frames[_depth++] = frame;
        Log?.AddFrame(_depth);
    }

    // Takes away the frames from one on, with what they claimed.
    private void Drop(int depth)
    {
        while (_depth > depth)
        {
            ref var frame = ref _frames[--_depth];
            Release(ref frame);
            frame = default;                                                    // nothing is kept alive
        }
    }

    private void Claim(ref Frame frame, CellRange cells)
    {
        (frame.ClaimFirst, frame.ClaimLast, frame.ClaimLastColumn) = (cells.First.Row, cells.Last.Row, cells.Last.Column);
        _model[frame.Grid].States.SetClaimed(cells);
    }

    private void Release(ref Frame frame)
    {
        if (frame.Kind == FrameKind.Cycle) GiveUp(frame.Cycle!);
        else if (frame.Kind == FrameKind.Node) DropVisits(frame.Floor);
        if (frame.ClaimLast < frame.ClaimFirst) return;
        if (frame.Kind == FrameKind.Run) _model[frame.Grid].States.ClearClaimed(frame.Claim);
        else if (frame.Kind == FrameKind.Recurrence)
            foreach (var member in frame.Members!) member.Grid.States.ClearClaimed(member.Column, frame.ClaimFirst, frame.ClaimLast - member.Lag);
        (frame.ClaimFirst, frame.ClaimLast) = (0, -1);
    }

    private static void Wait(ref Frame frame, GridRange want) => (frame.Want, frame.From, frame.IsWaiting) = (want, want.Range.First, true);

    private bool IsClean()
    {
        foreach (var grid in _model.Grids)
            if (grid.States.Marked > 0) return false;
        return true;
    }

    /// <summary>Takes the gate, and a workspace where none is at hand, until the result is disposed of.</summary>
    public Session Enter()
    {
        _gate.Enter();
        if (_isDisposed) Refuse();
        if (_entries++ == 0)
        {
            if (_workspace is null) Take();
            if (IsAwaitingAttention) Attend();
        }
        return new Session(this);
    }

    private void Leave()
    {
        if (--_entries == 0)
        {
            if (_hasEdited && _watchers is not null) TellWatchers();
            if (_pool.IsCrowded) Give();
        }
        _gate.Exit();
    }

    private void Refuse()
    {
        _gate.Exit();
        throw new ObjectDisposedException("Workbook", "The workbook was disposed; its forks live on.");
    }

    private void Take()
    {
        var space = _workspace = _pool.Take(_model, _graph, _discovered, _options.Limits);
        (_marker, _publisher, _interpreter, _lanes, _recurrence) = (space.Marker, space.Publisher, space.Interpreter, space.Lanes, space.Recurrence);
        (_traits, _spills, _selfReferences, _component) = (space.Traits, space.Spills, space.SelfReferences, space.Component);
        (_frames, _visits, _runs) = (space.Frames, space.Visits, space.Runs);
        (_interpreter.Clock, _interpreter.Chance, _publisher.Listener, _marker.HasUnconfirmed) = (_options.Clock, _chance, _listener, _hasUnconfirmed);
        (_interpreter.Calls, _interpreter.Results) = (_calls, _options.Results);
    }

    private void Give()
    {
        var space = _workspace!;
        (space.Frames, space.Visits, _hasUnconfirmed, _workspace) = (_frames, _visits, _marker.HasUnconfirmed, null);
        _pool.Give(space);
    }

    /// <summary>The marker's, while there is none at hand.</summary>
    private bool _hasUnconfirmed;

    /// <summary>The time that a thread is within the gate.</summary>
    internal readonly ref struct Session(Engine engine)
    {
        /// <summary>Gives the gate back.</summary>
        public void Dispose() => engine.Leave();
    }
}
