using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <content>Edits of nodes: they become inputs, formulas or code, and what depends on them is marked.</content>
internal sealed partial class Engine
{
    /// <summary>Adds an input; its number.</summary>
    /// <param name="value">A single value, or an object.</param>
    /// <param name="isExported">True when formulas may speak of it, by a name.</param>
    public int AddInput(in Operand value, bool isExported)
    {
        using (Enter())
        {
            CheckNotRunning();
            var node = _nodes.Add(null, 0, isExported ? NodeFlags.Exported : NodeFlags.None, value.Word.Bits);
            _nodes.Store(node, value.Word.Bits, value.Object);
            if (isExported) ExportValue(node, tells: false);
            return node;
        }
    }

    /// <summary>Adds an input that stands for what is not defined yet; while nodes run, too.</summary>
    public int AddUndefined(in Operand value)
    {
        using (Enter())
        {
            var node = _nodes.Add(null, 0, NodeFlags.Exported, value.Word.Bits);
            _nodes.Store(node, value.Word.Bits, value.Object);
            ExportValue(node, tells: false);
            return node;
        }
    }

    /// <summary>Adds a node that code computes, when it is first read; its number.</summary>
    public int AddCode(object body, NodeCode code, bool isExported)
    {
        using (Enter())
        {
            CheckNotRunning();
            var flags = NodeFlags.Code | NodeFlags.Marked | NodeFlags.Must | (isExported ? NodeFlags.Exported : 0);
            var node = _nodes.Add(body, code.Number, flags, CellWord.Blank.Bits);
            if (isExported) MarkNamesCell(node);
            return node;
        }
    }

    /// <summary>Sets the value of a node, which is an input from now on.</summary>
    public void SetNode(int node, in Operand value)
    {
        using (Enter())
        {
            CheckNotRunning();
            ref var input = ref _nodes.Own(node);
            if (input.Flags != NodeFlags.None || value.Object is not null) SetOther(node, value);
            else if (input.Word != value.Word.Bits)
            {
                input.Word = value.Word.Bits;
                if (input.FirstReader != 0) _marker.MarkNodeReaders(node, direct: true);
            }
            MarkVolatile();
        }
    }

    // A node that is more than an input that never had a name, nor a text or object.
    private void SetOther(int node, in Operand value)
    {
        var wasComputed = TryEmptyNode(node);
        ref readonly var input = ref _nodes[node];
        if (!wasComputed && input.Word == value.Word.Bits && Equals(_nodes.SideOf(node), value.Object)) return;
        _nodes.Store(node, value.Word.Bits, value.Object);
        if ((input.Flags & NodeFlags.Exported) != 0) ExportValue(node, tells: false);
        _marker.MarkNodeReaders(node, direct: true);
    }

    /// <summary>Sets the code that computes a node from now on.</summary>
    public void SetNode(int node, object body, NodeCode code)
    {
        using (Enter())
        {
            CheckNotRunning();
            TryEmptyNode(node);
            ref var computed = ref _nodes.Own(node);
            (computed.Body, computed.Code) = (body, code.Number);
            computed.Flags |= NodeFlags.Code | NodeFlags.Marked | NodeFlags.Must;
            if ((computed.Flags & NodeFlags.Exported) != 0) MarkNamesCell(node);
            _marker.MarkNodeReaders(node, direct: true);                        // what reads a formula reads it in another way than a node
            MarkVolatile();
        }
    }

    /// <summary>Sets the formula that computes a node from now on.</summary>
    public void SetNode(int node, FormulaId formula)
    {
        using (Enter())
        {
            CheckNotRunning();
            TryEmptyNode(node);
            _marker.MarkNodeReaders(node, direct: true);
            _nodes.Own(node).Flags |= NodeFlags.Formula | NodeFlags.Exported;
            SetFormula(_model.NamesGrid, new CellRange(NodeStore.CellOf(node)), formula);
        }
    }

    // Takes away what computes a node. False for an input.
    private bool TryEmptyNode(int node)
    {
        var flags = _nodes[node].Flags;
        if ((flags & (NodeFlags.Code | NodeFlags.Formula)) == 0) return false;
        Recorder?.Forget(new GridCell(Grid.Names, NodeStore.CellOf(node)));
        if ((flags & NodeFlags.Formula) != 0)
        {
            var cell = NodeStore.CellOf(node);
            _nodes.Store(node, _model.NamesGrid.Cells.Word(cell.Column, cell.Row, out var side), side);
            RemoveFormula(_model.NamesGrid, cell);
            MarkStructural();
        }
        _nodes.Trim(node, 0);
        ref var emptied = ref _nodes.Own(node);
        (emptied.Body, emptied.Code) = (null, 0);
        emptied.Flags &= NodeFlags.Exported | NodeFlags.HasObject;
        if ((flags & NodeFlags.Exported) != 0) ClearNamesCell(node);
        if (_nodes.Unread.Count > 0) RemoveUnread();
        return true;
    }

    private void MarkNamesCell(int node)
    {
        var cell = NodeStore.CellOf(node);
        _model.NamesGrid.States.SetMarked(cell.Column, cell.Row, cell.Row);
    }
}
