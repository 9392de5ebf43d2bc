using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>A small set of regions; frames share it. Immutable.</summary>
internal sealed class RegionSet
{
    private readonly HashSet<(int Grid, Region Region)> _regions;

    private RegionSet(HashSet<(int Grid, Region Region)> regions) => _regions = regions;

    /// <summary>The regions of a set, if there is one, and others.</summary>
    public static RegionSet Union(RegionSet? set, IEnumerable<(int Grid, Region Region)> others)
    {
        var all = new HashSet<(int Grid, Region Region)>(others);
        if (set is not null) all.UnionWith(set._regions);
        return new RegionSet(all);
    }

    public bool Contains(int grid, in Region region) => _regions.Contains((grid, region));
}
