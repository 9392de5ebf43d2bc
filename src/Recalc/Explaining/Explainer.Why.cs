using System.Diagnostics;
using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;
using Recalc.Recalculation;
using Recalc.Values;

namespace Recalc.Explaining;

/// <content>Why a cell has the value it has.</content>
public sealed partial class Explainer
{
    /// <summary>
    /// True while runs are recorded, so that <see cref="Why(Place, bool, int)"/> can say how often and how long a cell ran, and what cut it off. False at first: recording takes about 100 bytes for each cell
    /// that runs, and some time. What was recorded is forgotten when it ends; of a cell also when it gets another formula, and of all when formulas are loaded. A fork records
    /// for itself.
    /// </summary>
    public bool IsRecording
    {
        get
        {
            using (Engine.Ask()) return Engine.Recorder is not null;
        }
        set
        {
            using (Engine.Ask())
                if (value != Engine.Recorder is not null) Engine.Recorder = value ? new RunRecorder() : null;
        }
    }

    /// <summary>
    /// Why a cell has the value it has: its formula and state, what it read, where its error came from, what ring it is on, and, while runs are recorded, how often it ran and
    /// what cut it off. Formulas that choose what they read, in the cell and on the way of an error, are evaluated once more beside the cells to see what they chose, unless they
    /// are volatile or impure.
    /// </summary>
    /// <param name="place">A cell, name or node.</param>
    /// <param name="isComputed">True to compute the cell first if need be; false to explain it as it is, and the value that it had last.</param>
    /// <param name="limit">How many cells each search looks at, at most.</param>
    /// <exception cref="ArgumentException">The place is several cells.</exception>
    public Explanation Why(Place place, bool isComputed = false, int limit = MostCells)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var cells = Localize(place);
        if (cells.Range.Count > 1) throw new ArgumentException($"{place} is several cells, each with a value of its own; ask about one of them.", nameof(place));
        using (Engine.Ask())
        {
            var cell = new GridCell(cells.Grid, cells.Range.First);
            if (isComputed) Engine.Compute(cell);
            return Explained(cells, cell, limit);
        }
    }

    /// <inheritdoc cref="Why(Place, bool, int)"/>
    /// <param name="sheet">The sheet.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isComputed">True to compute the cell first if need be; false to explain it as it is, and the value that it had last.</param>
    /// <param name="limit">How many cells each search looks at, at most.</param>
    public Explanation Why(Sheet sheet, CellAddress cell, bool isComputed = false, int limit = MostCells) => Why(new Place(sheet, cell), isComputed, limit);

    private Explanation Explained(GridRange cells, GridCell cell, int limit)
    {
        var contents = new ContentReader(_book);
        var (value, states, reads) = (contents.ValueOf(cell), contents.StatesOf(cell), new ReadTracer(Engine).ReadsOf(cells));
        contents.WordOf(cell, out var side);
        var path = ErrorPathOf(cells, value, limit, out var isPathComplete);
        var ring = RingOf(path.Count > 0 ? path[^1].Place.Range : cells, limit, out var isRingComplete);
        var cutOffBy = CutOffsOf(cell, states, limit, out var isCutComplete);
        return new Explanation
        {
            Place = new Place(_book, cells),
            Content = contents.ContentOf(cell),
            Formula = contents.FormulaOf(cell) is { } formula ? "=" + formula : null,
            Value = value,
            Reason = (side as Fault)?.Explanation,
            State = (states & CellStates.Claimed) != 0 ? RecalcState.InProgress : (states & CellStates.Marked) != 0 ? RecalcState.Script : RecalcState.Done,
            MustRun = (states & CellStates.Must) != 0,
            IsVolatile = Engine.HasTrait(cell, ScriptTraits.Volatile),
            Reads = Cut(reads, limit),
            Awaits = Cut((states & CellStates.Marked) != 0 ? reads.FindAll(r => !Engine.IsSettled(r)) : [], limit),
            CutOffBy = cutOffBy,
            Statistics = StatisticsOf(cell),
            ErrorPath = path,
            Ring = [.. ring.Select(r => new Place(_book, r))],
            IsComplete = isPathComplete && isRingComplete && isCutComplete,
        };
    }

    private List<ErrorStep> ErrorPathOf(GridRange cells, CellValue value, int limit, out bool isComplete)
    {
        isComplete = true;
        if (value.Kind != CellValueKind.Error) return [];
        var finder = new ErrorPathFinder(_book, limit);
        var path = finder.Find(cells, value.AsError());
        isComplete = finder.IsComplete;
        return path.ConvertAll(c => finder.StepOf(c, value.AsError()));
    }

    private List<GridRange> RingOf(GridRange cell, int limit, out bool isComplete)
    {
        var finder = new RingPathFinder(_book, limit);
        var ring = finder.Find(cell);
        isComplete = finder.IsComplete;
        return ring;
    }

    private PlaceList? CutOffsOf(GridCell cell, CellStates states, int limit, out bool isComplete)
    {
        isComplete = true;
        if (Engine.Recorder is not { } recorder) return null;
        if ((states & CellStates.Marked) != 0) return ListOf([], isComplete: true);
        var finder = new CutoffFinder(Engine, recorder, limit);
        var found = finder.Find(cell);
        isComplete = finder.IsComplete;
        return ListOf(found, isComplete);
    }

    private RunStatistics? StatisticsOf(GridCell cell)
    {
        if (Engine.Recorder is not { } recorder) return null;
        var record = recorder[cell];
        var users = new List<GridRange>();
        new ReferenceReader(Engine).AddDependents(new GridRange(cell.Grid, new CellRange(cell.Cell)), users);
        var uses = Rectangles.Join(users).SelectMany(recorder.Within).DistinctBy(r => r.Cell).Sum(r => (long)r.Record.Runs);
        return new RunStatistics(record.Runs, record.Cleanings, record.Wave, Stopwatch.GetElapsedTime(0, (long)record.Ticks), uses);
    }
}
