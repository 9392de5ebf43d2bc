using QuikGraph;
using QuikGraph.Algorithms;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc.Explaining;

/// <summary>
/// Finds where an error came about: the nearest cell with the same error, along what cells read, that reads no such error itself. For one question, within the gate.
/// </summary>
/// <param name="book">The workbook.</param>
/// <param name="limit">How many cells are looked at, at most.</param>
internal sealed class ErrorPathFinder(Workbook book, int limit)
{
    private readonly ContentReader _contents = new(book);
    private readonly ReadTracer _tracer = new(book.Engine);

    /// <summary>False when there were too many cells to look at.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The cells from the one that is asked about, which holds the error, to the one where it came about.</summary>
    public List<GridRange> Find(GridRange cell, ErrorKind error)
    {
        var scanner = new ErrorScanner(book, error);
        var cone = new ConeGraph(book, [cell], (_, range) => scanner.FirstIn(range), isUpwards: true, limit, _tracer.ReadsOf);
        var start = new Place(book, cell);
        var paths = new ReversedBidirectionalGraph<Place, SEquatableEdge<Place>>(cone).TreeBreadthFirstSearch(start);
        var nearest = IsOrigin(cone, start) ? [] : Nearest(cone, paths);
        IsComplete = cone.IsComplete && scanner.IsComplete;
        return [cell, .. nearest];
    }

    /// <summary>A cell of the way with what it holds.</summary>
    public ErrorStep StepOf(GridRange cells, ErrorKind error)
    {
        var cell = new GridCell(cells.Grid, cells.Range.First);
        _contents.WordOf(cell, out var side);
        return new ErrorStep(new Place(book, cells), error, _contents.FormulaOf(cell) is { } formula ? "=" + formula : null, (side as Fault)?.Explanation);
    }

    private List<GridRange> Nearest(ConeGraph cone, TryFunc<Place, IEnumerable<SReversedEdge<Place, SEquatableEdge<Place>>>> paths)
    {
        List<GridRange>? nearest = null;
        foreach (var origin in cone.Vertices)
        {
            if (!IsOrigin(cone, origin) || !paths(origin, out var path)) continue;
            var way = path.Select(e => e.Target.Range).ToList();
            if (nearest is null || way.Count < nearest.Count) nearest = way;
        }
        return nearest ?? [];
    }

    // What is on a ring has its error from the ring.
    private bool IsOrigin(ConeGraph cone, Place place) => _contents.IsCyclic(new GridCell(place.Range.Grid, place.Cell)) || cone.IsInEdgesEmpty(place);
}
