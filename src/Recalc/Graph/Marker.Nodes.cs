using Recalc.Addressing;

namespace Recalc.Graph;

/// <content>Marks among nodes, and where they cross to formulas and back: at nodes that formulas speak of, and at areas that nodes read.</content>
internal sealed partial class Marker
{
    /// <summary>Nodes that are newly marked, whose readers are still to be marked; <see cref="_nodeCount"/> of them, none between calls unless they are held.</summary>
    private int[] _nodeWork = new int[64];
    private int _nodeCount;

    /// <summary>Marks what depends on a node, or has the name of one. Direct dependents have to run when its value did change.</summary>
    public void MarkNodeReaders(int node, bool direct)
    {
        MarkReaders(node, direct);
        if ((nodes![node].Flags & NodeFlags.Exported) != 0) Follow(NamesCell(node), direct, NoHop);
        Drain();
    }

    /// <summary>Marks a node, which has to run, and what depends on it.</summary>
    public void MarkNode(int node)
    {
        MarkNode(node, direct: true);
        Drain();
    }

    private void Drain()
    {
        while (!_isHeld)
        {
            if (_nodeCount > 0) MarkReaders(_nodeWork[--_nodeCount], direct: false);
            else if (_work.TryPop(out var marked)) Follow(marked.Cells, direct: false, marked.Hop);
            else break;
        }
    }

    private void MarkReaders(int node, bool direct)
    {
        for (var link = nodes![node].FirstReader; link != 0;)
        {
            ref readonly var at = ref nodes.Link(link);
            link = at.NextReader;
            MarkNode(at.Reader, direct);
        }
    }

    private void MarkNode(int node, bool direct)
    {
        const NodeFlags MustRun = NodeFlags.Marked | NodeFlags.Must;
        ref var marked = ref nodes!.Own(node);
        var flags = marked.Flags;
        var wanted = direct || (flags & NodeFlags.Cyclic) != 0 ? MustRun : NodeFlags.Marked;
        if ((flags & wanted) == wanted) return;
        marked.Flags = flags | wanted;
        if ((flags & NodeFlags.Marked) != 0) return;
        if ((flags & (NodeFlags.Exported | NodeFlags.Area)) != 0) Cross(node, flags);
        if (marked.FirstReader == 0) return;
        if (_nodeCount == _nodeWork.Length) Array.Resize(ref _nodeWork, 2 * _nodeCount);
        _nodeWork[_nodeCount++] = node;
    }

    // The cell of a node that formulas speak of is marked with it; and cells that an area stands for may have to say that they changed.
    private void Cross(int node, NodeFlags flags)
    {
        HasUnconfirmed = true;
        if ((flags & NodeFlags.Exported) == 0) return;
        var cell = NamesCell(node);
        states(Grid.Names).SetMarked(cell.Range);
        _work.Push((cell, NoHop));
    }

    private static GridRange NamesCell(int node) => new(Grid.Names, new CellRange(NodeStore.CellOf(node)));
}
