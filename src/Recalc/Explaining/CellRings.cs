using System.Diagnostics.CodeAnalysis;
using Recalc.Graph;

namespace Recalc.Explaining;

/// <summary>
/// Finds the cells that reach one another by references, among some regions, by two searches into the depth: up from each cell, then down in the reverse of the order in which
/// the first left them. Of a rectangle that is referred to each goes to cells alone where it was not yet, so that both take time in proportion to the cells and the
/// references of each, not to the pairs of cells that these join. For one question, within the gate.
/// </summary>
/// <param name="book">The workbook.</param>
/// <param name="members">The regions, names, nodes and arrays; arrays are met as a whole, for their formula is one.</param>
internal sealed class CellRings(Workbook book, IReadOnlyCollection<GridRange> members)
{
    /// <summary>A cell that the search is at or below, and where it may go from there.</summary>
    private sealed record Step(GridRange Vertex, List<GridRange> Next)
    {
        /// <summary>How many of the rectangles have no cell left.</summary>
        public int Done { get; set; }
    }

    private readonly ReferenceReader _references = new(book.Engine);
    private readonly Stack<Step> _path = new();

    /// <summary>The cells where the search was not yet are marked.</summary>
    private Dictionary<int, StatePlane> _left = [];

    /// <summary>How many vertices are looked at.</summary>
    public long Count => members.Sum(m => IsFixed(m, out _) ? 1 : m.Range.Count);

    /// <summary>The rings, each by its cells.</summary>
    public List<List<GridRange>> Find()
    {
        var (order, rings) = (new List<GridRange>(), new List<List<GridRange>>());
        StartAnew();
        foreach (var root in members.SelectMany(VertexReader.SinglesOf)) Visit(root, isUpwards: true, order);
        StartAnew();
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var met = new List<GridRange>();
            Visit(order[i], isUpwards: false, met);
            if (met.Count > 1 || met.Exists(IsOwnSource)) rings.Add(met);
        }
        return rings;
    }

    private void StartAnew()
    {
        _left = [];
        foreach (var (grid, range) in members)
        {
            if (!_left.TryGetValue(grid, out var plane)) _left.Add(grid, plane = new StatePlane());
            plane.SetMarked(range);
        }
    }

    // Adds a cell and what is reached from it, each when all that is reached from there is added.
    private void Visit(GridRange root, bool isUpwards, List<GridRange> into)
    {
        if (!_left[root.Grid].IsMarked(root.Range.First.Column, root.Range.First.Row)) return;
        Enter(VertexOf(root), isUpwards);
        while (_path.TryPeek(out var step))
        {
            if (TryGo(step, out var next)) Enter(next.Value, isUpwards);
            else into.Add(_path.Pop().Vertex);
        }
    }

    private void Enter(GridRange vertex, bool isUpwards)
    {
        _left[vertex.Grid].Clear(vertex.Range);
        var next = new List<GridRange>();
        if (isUpwards) _references.AddPrecedents(vertex, next);
        else _references.AddDependents(vertex, next);
        _path.Push(new Step(vertex, next));
    }

    private bool TryGo(Step step, [NotNullWhen(true)] out GridRange? next)
    {
        for (; step.Done < step.Next.Count; step.Done++)
        {
            var (grid, range) = step.Next[step.Done];
            if (!_left.TryGetValue(grid, out var plane) || !plane.TryFindMarked(range, range.First, out var cell)) continue;
            next = VertexOf(new GridRange(grid, new(cell)));
            return true;
        }
        next = null;
        return false;
    }

    private bool IsOwnSource(GridRange vertex)
    {
        var read = new List<GridRange>();
        _references.AddPrecedents(vertex, read);
        return read.Exists(r => r.Grid == vertex.Grid && r.Range.Intersects(vertex.Range));
    }

    private GridRange VertexOf(GridRange cell) => IsFixed(cell, out var whole) ? cell with { Range = whole.Range } : cell;

    private bool IsFixed(GridRange cell, out Region region) => book.Model[cell.Grid].Regions.TryFind(cell.Range.First, out region) && region.Kind != RegionKind.Fill;
}
