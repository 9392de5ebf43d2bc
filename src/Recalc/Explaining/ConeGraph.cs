using Recalc.Graph;

namespace Recalc.Explaining;

/// <summary>
/// The cells that a cell rests on, or that rest on it, directly or through others: its cone. A vertex is a cell with a formula, an array or spill as a whole, a name, a C#
/// node, or a rectangle of inputs; of what rests on inputs or blank cells these, as rectangles, as far as they were asked about. A blank cell rests on nothing, and its cone
/// upwards is empty. Which vertices there are is found when the graph is made; edges are those that there are when they are asked for.
/// </summary>
public sealed class ConeGraph : PlaceGraph
{
    private readonly HashSet<GridRange> _members = [];
    private readonly Func<VertexReader, GridRange, IEnumerable<GridRange>> _divide;
    private readonly Func<GridRange, List<GridRange>>? _read;

    /// <param name="book">The workbook.</param>
    /// <param name="roots">The vertices that the cone is of, which belong to it.</param>
    /// <param name="divide">The vertices that meet a rectangle, each of which lies within it or is met as a whole.</param>
    /// <param name="isUpwards">True for what the roots rest on; false for what rests on them.</param>
    /// <param name="limit">How many vertices there may be, at most.</param>
    /// <param name="read">What a vertex reads; null for all that it refers to.</param>
    internal ConeGraph(
        Workbook book,
        IEnumerable<GridRange> roots,
        Func<VertexReader, GridRange, IEnumerable<GridRange>> divide,
        bool isUpwards,
        int limit,
        Func<GridRange, List<GridRange>>? read = null) : base(book)
    {
        (_divide, _read) = (divide, read);
        using (Engine.Ask()) Collect(roots, isUpwards, limit);
    }

    /// <summary>False when the cone has more vertices than the question allowed.</summary>
    public bool IsComplete { get; private set; } = true;

    private protected override List<GridRange> FindVertices() => Ordered(_members);

    private protected override bool Contains(GridRange vertex) => _members.Contains(vertex);

    private protected override List<GridRange> FindSources(GridRange vertex) => Ordered(Next(vertex, isUpwards: true).SelectMany(Members));

    private protected override List<GridRange> FindTargets(GridRange vertex) => Ordered(Next(vertex, isUpwards: false).SelectMany(Members));

    private void Collect(IEnumerable<GridRange> roots, bool isUpwards, int limit)
    {
        var work = new Queue<GridRange>();
        var (met, known, unmet) = (new MetCells(), new HashSet<GridRange>(), new List<GridRange>());
        foreach (var root in roots)
            if (!TryEnter(root, limit, work)) return;
        while (work.TryDequeue(out var vertex))
        {
            unmet.Clear();
            // What many refer to, as a whole or in part, is gone through once.
            foreach (var rectangle in Next(vertex, isUpwards))
                if (known.Add(rectangle)) met.Add(rectangle, unmet);
            foreach (var rectangle in unmet)
                foreach (var next in _divide(Divider, rectangle))
                    if (!TryEnter(next, limit, work)) return;
        }
    }

    private bool TryEnter(GridRange vertex, int limit, Queue<GridRange> work)
    {
        if (_members.Contains(vertex)) return true;
        if (_members.Count == limit) return IsComplete = false;
        _members.Add(vertex);
        work.Enqueue(vertex);
        return true;
    }

    private List<GridRange> Next(GridRange vertex, bool isUpwards)
    {
        if (isUpwards && _read is not null) return _read(vertex);
        var found = new List<GridRange>();
        if (isUpwards) References.AddPrecedents(vertex, found);
        else References.AddDependents(vertex, found);
        return found;
    }

    // Whichever are fewer, cells or members, are gone through.
    private IEnumerable<GridRange> Members(GridRange rectangle) => rectangle.Range.Count > _members.Count
        ? _members.Where(m => m.Grid == rectangle.Grid && m.Range.Intersects(rectangle.Range))
        : _divide(Divider, rectangle).Where(_members.Contains);
}
