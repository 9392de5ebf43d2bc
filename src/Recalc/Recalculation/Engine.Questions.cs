using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <content>What explanations look at.</content>
internal sealed partial class Engine
{
    /// <summary>Who depends on whom by the references of formulas; within the gate alone.</summary>
    public DependencyGraph Graph => _graph;

    /// <summary>What cells read besides; within the gate alone.</summary>
    public DiscoveredReferences Discoveries => _discovered;

    /// <summary>Takes the gate for a question about the graph and the states of cells. Nothing is computed.</summary>
    /// <exception cref="InvalidOperationException">Code that a read calls asks.</exception>
    /// <exception cref="ObjectDisposedException">The workbook was disposed.</exception>
    public Session Ask()
    {
        var session = Enter();
        try
        {
            CheckNotRunning();
            if (HasAwaited) MarkAwaited();
            _graph.Build();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Computes a cell or node, and the rest of what is marked with its array or spill; within the gate.</summary>
    public void Compute(GridCell cell)
    {
        if (cell.Grid == Grid.Names && !_nodes.IsFormula(NodeStore.NodeOf(cell.Cell))) PullNode(NodeStore.NodeOf(cell.Cell));
        else PullCell(_model[cell.Grid], cell.Cell);
    }

    /// <summary>True when the formula of a cell has a trait; within the gate.</summary>
    public bool HasTrait(GridCell cell, ScriptTraits trait) =>
        _model[cell.Grid].Regions.TryFind(cell.Cell, out var region) && (_traits.Of(region.Formula, cell.Grid) & trait) != 0;

    /// <summary>True when all cells or nodes of a rectangle are valid; within the gate.</summary>
    public bool IsSettled(GridRange cells)
    {
        if (cells.Grid != Grid.Names) return IsValid(cells);
        var node = NodeStore.NodeOf(cells.Range.First);
        return _nodes.IsFormula(node) ? IsValid(cells) : !_nodes[node].IsMarked;
    }

    /// <summary>
    /// Lists what the formula of a region reads for a cell now, in the order of reading, by evaluating it once more beside the cells; within the gate. False when that cannot
    /// be told: the formula is volatile, or calls what must not be called again, or is to be computed still.
    /// </summary>
    public bool TryTrace(Grid grid, in Region region, CellAddress cell, List<GridRange> reads)
    {
        if ((_traits.Of(region.Formula, grid.Id) & (ScriptTraits.Volatile | ScriptTraits.Impure | ScriptTraits.Unsupported)) != 0) return false;
        if (region.Kind != RegionKind.Fill) cell = region.Range.First;
        if (grid.States.IsMarked(cell.Column, cell.Row) || grid.Cyclic.Contains(cell)) return false;
        _interpreter.Reads = reads;
        try
        {
            var result = region.Kind == RegionKind.Fill ? _interpreter.Evaluate(grid, cell, region.Formula) : _interpreter.EvaluateArray(grid, cell, region.Formula);
            return !result.IsBlocked;
        }
        finally
        {
            _interpreter.Reads = null;
        }
    }
}
