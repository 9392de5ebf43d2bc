using Recalc.Addressing;
using Recalc.Graph;

namespace Recalc.Explaining;

/// <summary>
/// The dependencies of a workbook by region: a vertex is a rectangle of cells with the same formula in relative form, an array or spill, a name, a C# node, or a rectangle of
/// inputs that something reads. A region whose cells read one another (<c>A2=A1+1</c>, filled down) has an edge to itself, though no cell rests on itself: for that ask
/// <see cref="Explainer.Rings"/>.
/// </summary>
public sealed class RegionGraph : PlaceGraph
{
    internal RegionGraph(Workbook book) : base(book) { }

    private protected override List<GridRange> FindVertices()
    {
        var vertices = new List<GridRange>();
        foreach (var grid in Book.Model.Grids)
        {
            if (grid.Id == Grid.Names) continue;
            foreach (var region in grid.Regions.Regions) vertices.Add(new GridRange(grid.Id, region.Range));
            foreach (var input in Divider.InputsOf(new GridRange(grid.Id, CellRange.Sheet)))
                if (IsRead(input)) vertices.Add(input);
        }
        for (var node = 0; node < Book.Model.Nodes.Count; node++)
            if (ReferenceReader.CellOf(node) is var cell && IsNode(cell)) vertices.Add(cell);
        return Ordered(vertices);
    }

    private protected override bool Contains(GridRange vertex)
    {
        if (vertex.Grid == Grid.Names) return IsNode(vertex);
        var grid = Book.Model[vertex.Grid];
        if (grid.Regions.TryFind(vertex.Range.First, out var region)) return region.Range == vertex.Range;
        return Divider.InputsOf(vertex with { Range = new CellRange(vertex.Range.First) }).Contains(vertex) && IsRead(vertex);
    }

    private protected override List<GridRange> FindSources(GridRange vertex)
    {
        var read = new List<GridRange>();
        References.AddPrecedents(vertex, read);
        return Ordered(read.SelectMany(Divider.RegionsOf));
    }

    private protected override List<GridRange> FindTargets(GridRange vertex)
    {
        var readers = new List<GridRange>();
        References.AddDependents(vertex, readers);
        return Ordered(readers.SelectMany(Divider.RegionsOf));
    }

    private bool IsRead(GridRange input)
    {
        var readers = new List<GridRange>();
        References.AddDependents(input, readers);
        return readers.Count > 0;
    }

    // Inputs that nobody reads are left out, and so are nodes that stand for cells.
    private bool IsNode(GridRange cell)
    {
        var (nodes, node) = (Book.Model.Nodes, NodeStore.NodeOf(cell.Range.First));
        if (cell.Range.Count != 1 || node >= nodes.Count) return false;
        var flags = nodes[node].Flags;
        return (flags & NodeFlags.Area) == 0 && ((flags & (NodeFlags.Code | NodeFlags.Formula)) != 0 || IsRead(cell));
    }
}
