using System.Diagnostics.CodeAnalysis;
using QuikGraph;
using Recalc.Graph;
using Recalc.Recalculation;

namespace Recalc.Explaining;

/// <summary>
/// A view of the dependencies of a workbook for the algorithms of QuikGraph: an edge leads from what is read to what reads it. It holds no edges: each question looks at
/// the engine as it is, computes nothing, and takes its turn among edits and reads, so that an algorithm that asks many is about one state only while nobody edits. Thread-safe.
/// </summary>
public abstract partial class PlaceGraph : IBidirectionalGraph<Place, SEquatableEdge<Place>>
{
    private protected PlaceGraph(Workbook book) => (Book, References, Divider) = (book, new ReferenceReader(book.Engine), new VertexReader(book.Model));

    /// <summary>True: edges have a direction.</summary>
    public bool IsDirected => true;

    /// <summary>False: a formula that reads a place twice has one edge.</summary>
    public bool AllowParallelEdges => false;

    /// <summary>True when there are no vertices.</summary>
    public bool IsVerticesEmpty => !Vertices.Any();

    /// <summary>How many vertices there are. Takes as long as going through them.</summary>
    public int VertexCount => Vertices.Count();

    /// <summary>The vertices, by sheet, column and row; names and nodes last.</summary>
    public IEnumerable<Place> Vertices
    {
        get
        {
            using (Engine.Ask()) return Places(FindVertices());
        }
    }

    /// <summary>True when there are no edges.</summary>
    public bool IsEdgesEmpty => !Edges.Any();

    /// <summary>How many edges there are. Takes as long as going through them.</summary>
    public int EdgeCount => Edges.Count();

    /// <summary>The edges, by their sources.</summary>
    public IEnumerable<SEquatableEdge<Place>> Edges => Vertices.SelectMany(OutEdges);

    private protected Workbook Book { get; }

    private protected Engine Engine => Book.Engine;

    internal ReferenceReader References { get; }

    private protected VertexReader Divider { get; }

    /// <summary>True for a vertex of this graph.</summary>
    public bool ContainsVertex(Place vertex)
    {
        if (vertex == default || vertex.Workbook != Book) return false;
        using (Engine.Ask()) return Contains(vertex.Range);
    }

    /// <summary>True when there is such an edge.</summary>
    public bool ContainsEdge(SEquatableEdge<Place> edge) => ContainsEdge(edge.Source, edge.Target);

    /// <inheritdoc/>
    public bool ContainsEdge(Place source, Place target) => TryGetInEdges(target, out var edges) && edges.Any(e => e.Source == source);

    /// <inheritdoc/>
    public bool TryGetEdge(Place source, Place target, out SEquatableEdge<Place> edge)
    {
        var isEdge = ContainsEdge(source, target);
        edge = isEdge ? new SEquatableEdge<Place>(source, target) : default;
        return isEdge;
    }

    /// <inheritdoc/>
    public bool TryGetEdges(Place source, Place target, [NotNullWhen(true)] out IEnumerable<SEquatableEdge<Place>>? edges)
    {
        edges = null;
        if (!ContainsVertex(source) || !ContainsVertex(target)) return false;
        edges = ContainsEdge(source, target) ? [new SEquatableEdge<Place>(source, target)] : [];
        return true;
    }

    /// <summary>The edges to what reads a vertex, by sheet, column and row.</summary>
    /// <exception cref="VertexNotFoundException">It is no vertex of this graph.</exception>
    public IEnumerable<SEquatableEdge<Place>> OutEdges(Place vertex) => TryGetOutEdges(vertex, out var edges) ? edges : throw new VertexNotFoundException($"{vertex} is no vertex of the graph.");

    /// <inheritdoc/>
    public bool TryGetOutEdges(Place vertex, [NotNullWhen(true)] out IEnumerable<SEquatableEdge<Place>>? edges)
    {
        edges = null;
        if (vertex == default || vertex.Workbook != Book) return false;
        using (Engine.Ask())
        {
            if (!Contains(vertex.Range)) return false;
            edges = FindTargets(vertex.Range).ConvertAll(t => new SEquatableEdge<Place>(vertex, new Place(Book, t)));
            return true;
        }
    }

    /// <inheritdoc/>
    public bool IsOutEdgesEmpty(Place vertex) => OutDegree(vertex) == 0;

    /// <inheritdoc/>
    public int OutDegree(Place vertex) => OutEdges(vertex).Count();

    /// <inheritdoc/>
    public SEquatableEdge<Place> OutEdge(Place vertex, int index) => OutEdges(vertex).ElementAt(index);

    /// <summary>The edges from what a vertex reads, by sheet, column and row.</summary>
    /// <exception cref="VertexNotFoundException">It is no vertex of this graph.</exception>
    public IEnumerable<SEquatableEdge<Place>> InEdges(Place vertex) => TryGetInEdges(vertex, out var edges) ? edges : throw new VertexNotFoundException($"{vertex} is no vertex of the graph.");

    /// <inheritdoc/>
    public bool TryGetInEdges(Place vertex, [NotNullWhen(true)] out IEnumerable<SEquatableEdge<Place>>? edges)
    {
        edges = null;
        if (vertex == default || vertex.Workbook != Book) return false;
        using (Engine.Ask())
        {
            if (!Contains(vertex.Range)) return false;
            edges = FindSources(vertex.Range).ConvertAll(s => new SEquatableEdge<Place>(new Place(Book, s), vertex));
            return true;
        }
    }

    /// <inheritdoc/>
    public bool IsInEdgesEmpty(Place vertex) => InDegree(vertex) == 0;

    /// <inheritdoc/>
    public int InDegree(Place vertex) => InEdges(vertex).Count();

    /// <inheritdoc/>
    public SEquatableEdge<Place> InEdge(Place vertex, int index) => InEdges(vertex).ElementAt(index);

    /// <inheritdoc/>
    public int Degree(Place vertex) => InDegree(vertex) + OutDegree(vertex);

    private protected abstract List<GridRange> FindVertices();

    private protected abstract bool Contains(GridRange vertex);

    /// <summary>What a vertex reads, in order; nothing twice.</summary>
    private protected abstract List<GridRange> FindSources(GridRange vertex);

    /// <summary>What reads a vertex, in order; nothing twice.</summary>
    private protected abstract List<GridRange> FindTargets(GridRange vertex);

    private protected static List<GridRange> Ordered(IEnumerable<GridRange> vertices)
    {
        List<GridRange> ordered = [.. vertices.Distinct()];
        ordered.Sort(Rectangles.Compare);
        return ordered;
    }

    private List<Place> Places(List<GridRange> vertices) => vertices.ConvertAll(v => new Place(Book, v));
}
