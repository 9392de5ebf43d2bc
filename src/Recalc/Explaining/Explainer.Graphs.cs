using QuikGraph;
using QuikGraph.Algorithms;
using Recalc.Graph;

namespace Recalc.Explaining;

/// <content>The graphs, and what is found in them as a whole.</content>
public sealed partial class Explainer
{
    /// <summary>How many vertices a question about cells looks at when nobody says how many.</summary>
    private const int MostCells = 100_000;

    /// <summary>The dependencies of the workbook by region.</summary>
    public RegionGraph Regions => field ??= new RegionGraph(_book);

    /// <summary>What a cell rests on, or rests on it, cell by cell.</summary>
    /// <param name="root">The cell, or several: what any of them rests on, or what rests on any of them.</param>
    /// <param name="isUpwards">True for precedents; false for dependents.</param>
    /// <param name="limit">How many vertices there may be, at most; the nearest ones are taken.</param>
    public ConeGraph Cone(Place root, bool isUpwards = true, int limit = MostCells)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var cells = Localize(root);
        using (Engine.Ask())
        {
            var divider = new VertexReader(_book.Model);
            if (isUpwards || cells.Grid == Grid.Names) return new ConeGraph(_book, divider.CellsOf(cells), (d, range) => d.CellsOf(range), isUpwards, limit);
            // Of inputs only those are meant that are asked about, not what lies around them; nothing leads to others.
            var free = divider.FreeOf(cells);
            return new ConeGraph(_book, divider.FormulasOf(cells).Concat(free), Divide, isUpwards, limit);

            IEnumerable<GridRange> Divide(VertexReader d, GridRange range) => range.Grid == Grid.Names
                ? d.CellsOf(range)
                : d.FormulasOf(range).Concat(free.Where(f => f.Grid == range.Grid && f.Range.Intersects(range.Range)));
        }
    }

    /// <summary>
    /// The regions, names, nodes and inputs in the order in which they can be computed: what is in a layer reads what is in layers before it, and regions that read one another
    /// are in one layer. Takes time in proportion to the vertices and edges of <see cref="Regions"/>.
    /// </summary>
    public IReadOnlyList<PlaceList> Layers()
    {
        using (Engine.Ask())
        {
            var (layers, condensed) = (new Dictionary<int, int>(), Condense(Regions, out var components));
            foreach (var component in condensed.TopologicalSort())
                layers[component] = condensed.InEdges(component).Select(e => layers[e.Source] + 1).DefaultIfEmpty(0).Max();
            return [.. components.GroupBy(c => layers[c.Value]).OrderBy(g => g.Key).Select(g => new PlaceList(Ordered(g.Select(c => c.Key)), isComplete: true))];
        }
    }

    /// <summary>
    /// The rings: cells that rest on themselves through one another, by the references of their formulas, whichever branches these take, and by what code read when it ran last.
    /// Each place is a ring's cells, joined to rectangles.
    /// </summary>
    /// <param name="limit">How many cells are looked at for each set of regions that read one another, and may be a ring; rings in larger sets are not found.</param>
    /// <param name="isComplete">False when there was such a set.</param>
    public IReadOnlyList<PlaceList> Rings(out bool isComplete, int limit = MostCells)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        using (Engine.Ask())
        {
            var finder = new RingFinder(_book, Regions, limit);
            var rings = finder.Find();
            isComplete = finder.IsComplete;
            return rings.ConvertAll(r => ListOf(r, isComplete: true));
        }
    }

    // The graph of the strongly connected components.
    private static BidirectionalGraph<int, SEquatableEdge<int>> Condense(PlaceGraph graph, out Dictionary<Place, int> components)
    {
        components = [];
        graph.StronglyConnectedComponents(components);
        var condensed = new BidirectionalGraph<int, SEquatableEdge<int>>(allowParallelEdges: true);     // none are added; to look for them takes long
        condensed.AddVertexRange(components.Values.Distinct());
        var known = new HashSet<SEquatableEdge<int>>();
        foreach (var (vertex, component) in components)
            foreach (var edge in graph.OutEdges(vertex))
            {
                var between = new SEquatableEdge<int>(component, components[edge.Target]);
                if (between.Source != between.Target && known.Add(between)) condensed.AddEdge(between);
            }
        return condensed;
    }

    private static List<Place> Ordered(IEnumerable<Place> places)
    {
        List<Place> ordered = [.. places];
        ordered.Sort((x, y) => Rectangles.Compare(x.Range, y.Range));
        return ordered;
    }
}
