using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;
using Recalc.Recalculation;

namespace Recalc.Explaining;

/// <summary>
/// What cells rest on and who rests on them, one step away, as rectangles: references of formulas, references that were discovered when they ran last, and what C# nodes
/// read. For one question, within the gate; computes nothing.
/// </summary>
internal sealed class ReferenceReader(Engine engine)
{
    private readonly List<GridReference> _references = [];
    private readonly List<Region> _regions = [];
    private readonly List<GridRange> _users = [];

    public Model Model => engine.Model;

    public NodeStore Nodes => engine.Model.Nodes;

    /// <summary>Adds what the cells of a rectangle rest on, in the order in which it is read; nothing twice.</summary>
    public void AddPrecedents(GridRange cells, List<GridRange> into)
    {
        var from = into.Count;
        _regions.Clear();
        Model[cells.Grid].Regions.AddCrossing(cells.Range, _regions);
        foreach (var region in _regions) AddPrecedents(cells.Grid, region, cells.Range, into);
        if (cells.Grid == Grid.Names) AddRead(NodeStore.NodeOf(cells.Range.First), into);
        RemoveTwins(into, from);
    }

    /// <summary>Adds what the cells rest on that a region has of a rectangle which it meets.</summary>
    public void AddPrecedents(int grid, in Region region, CellRange range, List<GridRange> into)
    {
        var owners = OwnersOf(region, range);
        _references.Clear();
        Model.AddReferences(grid, region.Formula, _references);
        foreach (var reference in _references)
            if (TryCover(reference.Area, owners, out var covered)) AddCells(new GridRange(reference.Grid, covered), into);
        engine.Discoveries.AddReferences(new GridRange(grid, owners), into);
    }

    /// <summary>Adds the references of a region, for the caller to look at; they are good until the next call.</summary>
    public List<GridReference> ReferencesOf(int grid, in Region region)
    {
        _references.Clear();
        Model.AddReferences(grid, region.Formula, _references);
        return _references;
    }

    /// <summary>Adds what the code of a node read when it ran last.</summary>
    public void AddRead(int node, List<GridRange> into)
    {
        if (node >= Nodes.Count) return;
        for (var link = Nodes[node].FirstSource; link != 0; link = Nodes.Link(link).NextSource)
        {
            var source = Nodes.Link(link).Source;
            into.Add((Nodes[source].Flags & NodeFlags.Area) != 0 ? Nodes.CellsOf(source) : CellOf(source));
        }
    }

    /// <summary>Adds the cells that rest on some cell of a rectangle, arrays and spills as a whole; nothing twice.</summary>
    public void AddDependents(GridRange cells, List<GridRange> into)
    {
        var from = into.Count;
        _users.Clear();
        engine.Graph.AddDependents(cells, _users);
        engine.Discoveries.AddDependents(cells, _users);
        foreach (var user in _users) AddUser(user, into);
        if (cells.Grid == Grid.Names) AddReaders(NodeStore.NodeOf(cells.Range.First), into);
        RemoveTwins(into, from);
    }

    /// <summary>Adds a rectangle whose formulas refer to something: with the arrays and spills of anchors, and for an area that nodes read the nodes.</summary>
    public void AddUser(GridRange user, List<GridRange> into)
    {
        if (user.Grid == Grid.Names && Nodes.IsArea(user.Range.First, out var area))
        {
            AddReaders(area, into);
            return;
        }
        AddCells(user, into);
        var regions = Model[user.Grid].Regions;
        if (!regions.HasFixed) return;
        foreach (var region in regions.FindFixed(user.Range))
            if (!region.IsSingle && user.Range.Contains(region.Range.First)) into.Add(user with { Range = region.Range });
    }

    /// <summary>Adds the nodes that read another, or the cells that it stands for, when they ran last.</summary>
    public void AddReaders(int node, List<GridRange> into)
    {
        if (node >= Nodes.Count) return;
        for (var link = Nodes[node].FirstReader; link != 0; link = Nodes.Link(link).NextReader) into.Add(CellOf(Nodes.Link(link).Reader));
    }

    /// <summary>
    /// The cells that a reference means from the cells of a rectangle, together: neighbours' areas overlap or touch, so they are a rectangle. False when all are #REF!.
    /// </summary>
    public static bool TryCover(in AreaReference area, CellRange owners, out CellRange covered)
    {
        covered = default;
        if (!TryCover(area.Column1, area.Column2, owners.First.Column, owners.Last.Column, SheetLimits.Columns, out var left, out var right)) return false;
        if (!TryCover(area.Row1, area.Row2, owners.First.Row, owners.Last.Row, SheetLimits.Rows, out var top, out var bottom)) return false;
        covered = new CellRange(left, top, right, bottom);
        return true;
    }

    // An area of which an end leaves the sheet is #REF! as a whole.
    private static bool TryCover(Coordinate end1, Coordinate end2, int first, int last, int count, out int low, out int high)
    {
        (first, last) = Narrow(end1, first, last, count);
        (first, last) = Narrow(end2, first, last, count);
        (low, high) = (Math.Min(end1.At(first), end2.At(first)), Math.Max(end1.At(last), end2.At(last)));
        return first <= last;
    }

    private static (int First, int Last) Narrow(Coordinate end, int first, int last, int count) =>
        end.IsAbsolute ? (first, last) : (Math.Max(first, -end.Value), Math.Min(last, count - 1 - end.Value));

    /// <summary>Of an array or spill the anchor, whose formula speaks for all.</summary>
    private static CellRange OwnersOf(in Region region, CellRange range) =>
        region.Kind == RegionKind.Fill && region.Range.TryIntersect(range, out var common) ? common : new CellRange(region.Range.First);

    public static GridRange CellOf(int node) => new(Grid.Names, new CellRange(NodeStore.CellOf(node)));

    // Names are told one by one, though neighbours may have the same formula.
    private static void AddCells(GridRange cells, List<GridRange> into)
    {
        if (cells.Grid != Grid.Names || cells.Range.Count == 1)
        {
            into.Add(cells);
            return;
        }
        var cell = cells.Range.First;
        do into.Add(new GridRange(Grid.Names, new CellRange(cell)));
        while (GridCell.TryNext(cells.Range, cell, out cell));
    }

    private static void RemoveTwins(List<GridRange> cells, int from)
    {
        if (cells.Count - from < 2) return;
        var seen = new HashSet<GridRange>();
        var kept = from;
        for (var i = from; i < cells.Count; i++)
            if (seen.Add(cells[i])) cells[kept++] = cells[i];
        cells.RemoveRange(kept, cells.Count - kept);
    }
}
