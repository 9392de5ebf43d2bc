using Recalc.Functions;
using Recalc.Graph;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Explaining;

/// <summary>What cells hold: formulas and values as they are. For one question, within the gate; computes nothing.</summary>
internal sealed class ContentReader(Workbook book)
{
    private readonly NodeStore _nodes = book.Model.Nodes;

    public CellContent ContentOf(GridCell cell)
    {
        if (book.Model[cell.Grid].Regions.TryFind(cell.Cell, out var region))
            return region.Kind == RegionKind.Fill ? CellContent.Formula : region.Kind == RegionKind.Array ? CellContent.Array : CellContent.Spill;
        if (IsNode(cell, out var node) && (_nodes[node].Flags & NodeFlags.Code) != 0) return CellContent.Code;
        return WordOf(cell, out _).IsBlank ? CellContent.Blank : CellContent.Value;
    }

    /// <summary>The formula that computes a cell, without <c>=</c>, of an array or spill that of its anchor; null when there is none.</summary>
    public string? FormulaOf(GridCell cell) => book.Model[cell.Grid].Regions.TryFind(cell.Cell, out var region)
        ? book.GetText(new Formula(book.Formulas, region.Formula), region.Kind == RegionKind.Fill ? cell.Cell : region.Range.First, FormulaDialect.A1)
        : null;

    /// <summary>The word that a cell or node holds, as formulas see it.</summary>
    public CellWord WordOf(GridCell cell, out object? side)
    {
        if (IsNode(cell, out var node))
        {
            var word = new CellWord(_nodes[node].Word);
            side = _nodes.SideOf(node);
            if (word.Tag != WordTag.Object) return word;
            side = new Fault($"The cell holds a {side?.GetType().Name}, which formulas do not read.");
            return CellWord.FromError(ErrorKind.Value);
        }
        return new CellWord(book.Model[cell.Grid].Cells.Word(cell.Cell.Column, cell.Cell.Row, out side));
    }

    public CellValue ValueOf(GridCell cell)
    {
        var word = WordOf(cell, out var side);
        return Operand.Stored(word.Bits, side).Value;
    }

    public CellStates StatesOf(GridCell cell)
    {
        if (!IsNode(cell, out var node)) return book.Model[cell.Grid].States.At(cell.Cell.Column, cell.Cell.Row);
        return (CellStates)((int)_nodes[node].Flags & (int)(NodeFlags.Marked | NodeFlags.Must | NodeFlags.Claimed));
    }

    /// <summary>True for a cell or node whose value came from a cycle.</summary>
    public bool IsCyclic(GridCell cell) =>
        IsNode(cell, out var node) ? (_nodes[node].Flags & NodeFlags.Cyclic) != 0 : book.Model[cell.Grid].Cyclic.Contains(cell.Cell);

    // A name with a formula is a cell like others.
    private bool IsNode(GridCell cell, out int node)
    {
        node = NodeStore.NodeOf(cell.Cell);
        return cell.Grid == Grid.Names && node < _nodes.Count && !_nodes.IsFormula(node);
    }
}
