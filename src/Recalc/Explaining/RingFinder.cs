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
        var cells = new CellRings(book, members);
        if (cells.Count > limit) IsComplete = false;
        else rings.AddRange(cells.Find().ConvertAll(Rectangles.Join));
    }
}
