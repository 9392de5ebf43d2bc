using Recalc.Addressing;
using Recalc.Scripts;

namespace Recalc.Graph;

/// <summary>
/// Who depends on whom, by the references that formulas have: an index of references for every grid that they lead to. It is built when
/// it is first needed, in O(n log n), and kept up to date from then on. For one writer; once it is built any number of threads may ask
/// while nobody writes.
/// </summary>
internal sealed class DependencyGraph(IReferenceSource source) : IDependents
{
    /// <summary>The uses by the grid that they lead to; complete while <see cref="IsBuilt"/>.</summary>
    private Dictionary<int, UseIndex> _indexes = [];

    /// <summary>The grids whose index is no fork's, once there was a fork; null before, when all are.</summary>
    private HashSet<int>? _own;

    /// <summary>References of the formula at hand.</summary>
    private readonly List<GridReference> _references = [];

    /// <summary>False until the next question, when everything is built from the source.</summary>
    public bool IsBuilt { get; private set; }

    /// <summary>How many uses there are: a reference in cells that touch is one. Takes time in proportion to the grids.</summary>
    public int Count
    {
        get
        {
            Build();
            var count = 0;
            foreach (var index in _indexes.Values) count += index.Count;
            return count;
        }
    }

    /// <summary>Forgets everything, after formulas have changed in bulk.</summary>
    public void Invalidate() => (IsBuilt, _indexes, _own) = (false, [], null);

    /// <summary>The same graph for a fork. From now on both copy the index of a grid when they change it first.</summary>
    /// <param name="model">The formulas of the fork.</param>
    public DependencyGraph Fork(IReferenceSource model)
    {
        Build();
        _own = [];
        return new DependencyGraph(model) { _indexes = _indexes, _own = [], IsBuilt = true };
    }

    /// <summary>Says that cells got a formula. Where an array formula fills more, the owner is its anchor alone.</summary>
    public void Add(int grid, CellRange owner, FormulaId formula)
    {
        if (!IsBuilt) return;
        foreach (var reference in ReferencesOf(grid, formula))
        {
            var use = new Use(reference.Area, grid, new Box(owner));
            Own(reference.Grid).Add(use);
        }
    }

    /// <summary>Says that cells lost a formula: the references that it has as the source says now are taken away from them.</summary>
    public void Remove(int grid, CellRange owner, FormulaId formula)
    {
        if (!IsBuilt) return;
        foreach (var reference in ReferencesOf(grid, formula))
            if (_indexes.ContainsKey(reference.Grid)) Own(reference.Grid).Remove(new Use(reference.Area, grid, new Box(owner)));
    }

    /// <inheritdoc/>
    public void AddDependents(GridRange changed, List<GridRange> into)
    {
        Build();
        if (!_indexes.TryGetValue(changed.Grid, out var index)) return;
        var box = new Box(changed.Range);
        foreach (ref readonly var use in index.Find(box))
            if (use.TryFindUsers(box, out var users)) into.Add(new GridRange(use.Grid, users.Range));
    }

    /// <summary>The same, each with what is known of the rows around it.</summary>
    public void AddDependents(GridRange changed, List<Reach> into)
    {
        Build();
        if (!_indexes.TryGetValue(changed.Grid, out var index)) return;
        var box = new Box(changed.Range);
        foreach (ref readonly var use in index.Find(box))
            if (use.TryFindUsers(box, out var users)) into.Add(use.ReachOf(users, use.Grid == changed.Grid));
    }

    /// <summary>Builds everything if that is still to be done; for the writer, before several threads ask.</summary>
    public void Build()
    {
        if (IsBuilt) return;
        var lists = new Dictionary<int, UseList>();
        foreach (var grid in source.Grids)
            foreach (var region in grid.Regions.Regions) Collect(grid.Id, region, lists);
        foreach (var (grid, list) in lists)
        {
            var index = new UseIndex();
            index.Build(list.Uses, list.Count);
            _indexes.Add(grid, index);
        }
        IsBuilt = true;
    }

    // The index of a grid, to be changed.
    private UseIndex Own(int grid)
    {
        if (_own is { Count: 0 }) _indexes = new(_indexes);
        var isKnown = _indexes.TryGetValue(grid, out var index);
        if (isKnown && (_own is null || _own.Contains(grid))) return index!;
        var own = new UseIndex();
        if (isKnown) own.CopyFrom(index!);
        _own?.Add(grid);
        return _indexes[grid] = own;
    }

    private void Collect(int grid, Region region, Dictionary<int, UseList> lists)
    {
        var owners = new Box(region.Kind == RegionKind.Fill ? region.Range : new CellRange(region.Range.First));
        foreach (var reference in ReferencesOf(grid, region.Formula))
        {
            var use = new Use(reference.Area, grid, owners);
            if (!use.TryCover(out _)) continue;
            if (!lists.TryGetValue(reference.Grid, out var list)) lists.Add(reference.Grid, list = new UseList());
            list.Add(use);
        }
    }

    private List<GridReference> ReferencesOf(int grid, FormulaId formula)
    {
        _references.Clear();
        source.AddReferences(grid, formula, _references);
        return _references;
    }

    /// <summary>Uses that are collected, in an array that the index takes over.</summary>
    private sealed class UseList
    {
        public Use[] Uses = new Use[16];
        public int Count;

        public void Add(in Use use)
        {
            if (Count == Uses.Length) Array.Resize(ref Uses, 2 * Count);
            Uses[Count++] = use;
        }
    }
}
