using QuikGraph;
using QuikGraph.Algorithms;
using Recalc.Graph;

namespace Recalc.Explaining;

/// <summary>Finds the shortest ring through a cell whose value came from a cycle. For one question, within the gate.</summary>
/// <param name="book">The workbook.</param>
/// <param name="limit">How many cells are looked at, at most.</param>
internal sealed class RingPathFinder(Workbook book, int limit)
{
    private readonly ContentReader _contents = new(book);

    /// <summary>False when there were too many cells to look at.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The cells from the one that is asked about, each of which reads the next, and the last the first; none when it is on no ring.</summary>
    public List<GridRange> Find(GridRange cell)
    {
        foreach (var vertex in new VertexReader(book.Model).CellsOf(cell))
            if (IsCyclic(vertex)) return FindFrom(vertex);
        return [];
    }

    private List<GridRange> FindFrom(GridRange start)
    {
        var cone = new ConeGraph(book, [start], (divider, range) => divider.CellsOf(range).Where(IsCyclic), isUpwards: true, limit);
        IsComplete = cone.IsComplete;
        var root = new Place(book, start);
        if (cone.ContainsEdge(root, root)) return [start];
        var paths = new ReversedBidirectionalGraph<Place, SEquatableEdge<Place>>(cone).TreeBreadthFirstSearch(root);
        List<GridRange>? shortest = null;
        foreach (var edge in cone.OutEdges(root))
        {
            if (!paths(edge.Target, out var path)) continue;
            List<GridRange> ring = [start, .. path.Select(e => e.Target.Range)];
            if (shortest is null || ring.Count < shortest.Count) shortest = ring;
        }
        return shortest ?? [];
    }

    private bool IsCyclic(GridRange vertex) => _contents.IsCyclic(new GridCell(vertex.Grid, vertex.Range.First));
}
