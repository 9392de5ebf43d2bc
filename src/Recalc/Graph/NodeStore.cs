using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>
/// The nodes of a workbook, and which of them read which when they ran last: packed lists of links by number, so that following one is an
/// index and no search. Node n is cell n of the names sheet. For one writer; see <see cref="SharedChunks{T}"/>.
/// </summary>
internal sealed partial class NodeStore
{
    private SharedChunks<Node> _nodes;
    private SharedChunks<NodeLink> _links;

    /// <summary>What words of text and objects stand for, by node; empty where nothing but numbers ever was.</summary>
    private SharedChunks<Side> _sides;

    /// <summary>The first link that is free; 0 when none is.</summary>
    private int _freeLink;

    /// <summary>The nodes that stand for cells, by the cells.</summary>
    private Dictionary<GridRange, int> _areas;

    /// <summary>Nodes that stood for cells, to be used again.</summary>
    private Stack<int> _freeAreas;

    /// <summary>True when the areas are a fork's, too, and are copied before they change.</summary>
    private bool _areAreasShared;

    /// <summary>Nodes that stand for cells that a node read which reads them no more; for the owner to give back.</summary>
    public List<int> Unread { get; } = [];

    public NodeStore()
    {
        (_nodes, _links, _sides, _areas, _freeAreas) = (new(), new(), new(), [], []);
        _links.Add(default);                                                    // 0 is no link
    }

    private NodeStore(NodeStore other)
    {
        (_nodes, _links, _sides) = (other._nodes.Fork(), other._links.Fork(), other._sides.Fork());
        (_freeLink, _areas, _freeAreas, _areAreasShared, other._areAreasShared) = (other._freeLink, other._areas, other._freeAreas, true, true);
    }

    /// <summary>How many nodes there are.</summary>
    public int Count => _nodes.Count;

    /// <summary>How many links there are room for, those that are free included.</summary>
    public int Links => _links.Count - 1;

    /// <summary>A node to be read.</summary>
    public ref readonly Node this[int node] => ref _nodes[node];

    /// <summary>A node to be written.</summary>
    public ref Node Own(int node) => ref _nodes.Own(node);

    /// <summary>The object beside the word of a node; null for most.</summary>
    public object? SideOf(int node) => (_nodes[node].Flags & NodeFlags.HasObject) != 0 ? _sides[node].Object : null;

    /// <summary>The same nodes for a fork: chunks of them are copied when one of the two writes them first.</summary>
    public NodeStore Fork() => new(this);

    /// <summary>Appends a node; its number.</summary>
    /// <param name="body">What computes it; null for an input.</param>
    /// <param name="code">How that is called.</param>
    /// <param name="flags">What it is.</param>
    /// <param name="word">The word of its value, which has no object.</param>
    public int Add(object? body, ushort code, NodeFlags flags, ulong word) =>
        _nodes.Add(new Node { Word = word, Body = body, Code = code, Flags = flags });

    /// <summary>Stores a value.</summary>
    public void Store(int node, ulong word, object? side)
    {
        ref var stored = ref _nodes.Own(node);
        stored.Word = word;
        if (side is null && (stored.Flags & NodeFlags.HasObject) == 0) return;
        stored.Flags = side is null ? stored.Flags & ~NodeFlags.HasObject : stored.Flags | NodeFlags.HasObject;
        SetSide(node, side);
    }

    /// <summary>The cell of a node on the names sheet: nodes fill column 0 of it, and then the next ones.</summary>
    public static CellAddress CellOf(int node) => new(node / SheetLimits.Rows, node % SheetLimits.Rows);

    /// <summary>The node of a cell of the names sheet.</summary>
    public static int NodeOf(CellAddress cell) => cell.Column * SheetLimits.Rows + cell.Row;

    /// <summary>The node that stands for cells; a new one when there is none yet.</summary>
    public int AreaOf(GridRange cells, out bool isNew)
    {
        isNew = !_areas.TryGetValue(cells, out var node);
        if (!isNew) return node;
        OwnAreas();
        if (!_freeAreas.TryPop(out node)) node = Add(null, 0, NodeFlags.None, 0);
        ref var area = ref _nodes.Own(node);
        (area.Body, area.Flags) = (cells, NodeFlags.Area);
        _areas.Add(cells, node);
        return node;
    }

    /// <summary>Says to those that read a node, from a link of theirs on, that it changed: the marked ones have to run.</summary>
    public void TellReaders(int link)
    {
        while (link != 0)
        {
            ref readonly var at = ref _links[link];
            link = at.NextReader;
            SetMustWhereMarked(at.Reader);
        }
    }

    /// <summary>Says that a node has to run, if it is marked.</summary>
    public void SetMustWhereMarked(int node)
    {
        if (_nodes[node].IsMarked) _nodes.Own(node).Flags |= NodeFlags.Must;
    }

    /// <summary>True when a formula on the names sheet computes the node.</summary>
    public bool IsFormula(int node) => (_nodes[node].Flags & NodeFlags.Formula) != 0;

    /// <summary>True for the cell of a node that stands for others.</summary>
    public bool IsArea(CellAddress cell, out int area)
    {
        area = NodeOf(cell);
        return area < Count && (_nodes[area].Flags & NodeFlags.Area) != 0;
    }

    /// <summary>The cells that an area stands for.</summary>
    public GridRange CellsOf(int area) => (GridRange)_nodes[area].Body!;

    /// <summary>Gives an area back that nobody reads.</summary>
    public void RemoveArea(int area)
    {
        OwnAreas();
        _areas.Remove(CellsOf(area));
        _freeAreas.Push(area);
        ref var node = ref _nodes.Own(area);
        (node.Body, node.Flags) = (null, NodeFlags.None);
    }

    private void OwnAreas()
    {
        if (!_areAreasShared) return;
        (_areas, _freeAreas, _areAreasShared) = (new(_areas), new(_freeAreas.Reverse()), false);
    }

    private void SetSide(int node, object? side)
    {
        while (_sides.Count <= node) _sides.Add(default);
        _sides.Own(node).Object = side;
    }

    private struct Side
    {
        public object? Object;
    }
}
