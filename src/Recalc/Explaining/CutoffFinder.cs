using Recalc.Graph;
using Recalc.Recalculation;

namespace Recalc.Explaining;

/// <summary>Finds what kept a cell from being computed: the cells behind it that were, and had the same value as before. For one question, within the gate.</summary>
/// <param name="engine">The engine.</param>
/// <param name="recorder">What was recorded.</param>
/// <param name="limit">How many cells are looked at, at most.</param>
internal sealed class CutoffFinder(Engine engine, RunRecorder recorder, int limit)
{
    private readonly ReferenceReader _references = new(engine);

    /// <summary>False when there were too many cells to look at.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The cells that were computed between the moment until which a cell had been valid and that at which it was found to be so again; none for a cell that was computed since.</summary>
    public List<GridRange> Find(GridCell cell)
    {
        var (found, work, met) = (new List<GridRange>(), new Queue<GridCell>(), new HashSet<GridCell>());
        if (WasCleaned(recorder[cell])) work.Enqueue(cell);
        while (work.TryDequeue(out var next))
        {
            var (from, to) = (recorder[next].Before, recorder[next].Cleaned);
            foreach (var (source, record) in SourcesOf(next))
            {
                if (!met.Add(source)) continue;
                if (met.Count > limit)
                {
                    IsComplete = false;
                    return Rectangles.Join(found);
                }
                if (IsBetween(record.Ran)) found.Add(new GridRange(source.Grid, new(source.Cell)));
                else if (IsBetween(record.Cleaned)) work.Enqueue(source);
            }

            bool IsBetween(long moment) => moment > from && moment < to;
        }
        return Rectangles.Join(found);
    }

    private static bool WasCleaned(in RunRecord record) => record.Cleaned > record.Ran;

    private IEnumerable<(GridCell Cell, RunRecord Record)> SourcesOf(GridCell cell)
    {
        var precedents = new List<GridRange>();
        _references.AddPrecedents(new GridRange(cell.Grid, new(cell.Cell)), precedents);
        return precedents.SelectMany(recorder.Within);
    }
}
