using QuikGraph.Algorithms;
using Recalc.Graph;

namespace Recalc.Explaining;

/// <summary>
/// Finds cells that rest on themselves: among regions that read one another, unless the directions in which these look show that there are none. For one question, within
/// the gate.
/// </summary>
internal sealed class RingFinder(Workbook book, RegionGraph regions, int limit)
{
    /// <summary>False when there were regions with too many cells to be looked at one by one.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The rings by their first cells, each as rectangles.</summary>
    public List<List<GridRange>> Find()
    {
        var components = new Dictionary<Place, int>();
        regions.StronglyConnectedComponents(components);
        var rings = new List<List<GridRange>>();
        foreach (var component in components.GroupBy(c => c.Value, c => c.Key.Range))
        {
            HashSet<GridRange> members = [.. component];
            var looks = new LookFinder(book, members);
            if (looks.IsRing(out var isCertain)) Add(members, isCertain, rings);
        }
        rings.Sort((x, y) => Rectangles.Compare(x[0], y[0]));
        return rings;
    }

    private void Add(HashSet<GridRange> members, bool isCertain, List<List<GridRange>> rings)
    {
        if (isCertain)
        {
            rings.Add(Rectangles.Join([.. members]));
            return;
        }
        var cone = new ConeGraph(book, members.SelectMany(CellsOf), (divider, range) => divider.RegionsOf(range).Where(members.Contains).SelectMany(m => Within(m, range)), isUpwards: true, limit);
        if (!cone.IsComplete)
        {
            IsComplete = false;
            return;
        }
        var components = new Dictionary<Place, int>();
        cone.StronglyConnectedComponents(components);
        foreach (var component in components.GroupBy(c => c.Value, c => c.Key))
        {
            List<Place> cells = [.. component];
            if (cells.Count > 1 || cone.ContainsEdge(cells[0], cells[0])) rings.Add(Rectangles.Join(cells.ConvertAll(c => c.Range)));
        }
    }

    // Arrays are one vertex, for their formula is one.
    private IEnumerable<GridRange> CellsOf(GridRange member) => IsFill(member) ? VertexReader.SinglesOf(member) : [member];

    private IEnumerable<GridRange> Within(GridRange member, GridRange range)
    {
        return IsFill(member) && member.Range.TryIntersect(range.Range, out var common) ? VertexReader.SinglesOf(member with { Range = common }) : [member];
    }

    private bool IsFill(GridRange member) => !book.Model[member.Grid].Regions.TryFind(member.Range.First, out var region) || region.Kind == RegionKind.Fill;
}
