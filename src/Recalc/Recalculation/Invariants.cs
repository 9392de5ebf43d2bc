using System.Diagnostics;
using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;

namespace Recalc.Recalculation;

/// <summary>
/// What holds after every read (ARCHITECTURE §2), checked in debug builds over models that are small enough for it: only formulas are
/// marked, Must comes with Marked, nothing is claimed, and a cell that is done rests on no marked cell and has the value that follows
/// from what is stored.
/// </summary>
internal static class Invariants
{
    private const long LargestModel = 2_000;

    [Conditional("DEBUG")]
    public static void Check(Model model, Interpreter interpreter, TraitReader traits)
    {
        var formulas = 0L;
        foreach (var grid in model.Grids)
            foreach (var region in grid.Regions.Regions) formulas += region.Range.Count;
        if (formulas > LargestModel) return;
        var hasForeign = model.Grids.Any(g => g.HasForeignResults);
        foreach (var grid in model.Grids)
        {
            var marked = grid.Id == Grid.Names ? CheckNodes(model) : 0L;
            foreach (var region in grid.Regions.Regions) marked += Check(grid, region, hasForeign, interpreter, traits);
            Require(marked == grid.States.Marked, grid, default, "a cell without a formula is marked");
        }
    }

    // Nodes are to one another as cells are; those that formulas speak of have the mark and the word of their cell. How many of these are marked.
    private static long CheckNodes(Model model)
    {
        var (nodes, grid, marked) = (model.Nodes, model.NamesGrid, 0L);
        for (var number = 0; number < nodes.Count; number++)
        {
            var (flags, cell) = (nodes[number].Flags, NodeStore.CellOf(number));
            Require((flags & NodeFlags.Claimed) == 0, grid, cell, "a claim was left behind");
            Require((flags & (NodeFlags.Must | NodeFlags.Marked)) != NodeFlags.Must, grid, cell, "must without marked");
            if ((flags & NodeFlags.Area) != 0)
            {
                var isValid = (flags & NodeFlags.Marked) != 0 || model[nodes.CellsOf(number).Grid].States.IsValid(nodes.CellsOf(number).Range);
                Require(isValid, grid, cell, "an area is done over marked cells");
            }
            if ((flags & NodeFlags.Marked) == 0)
                for (var link = nodes[number].FirstSource; link != 0; link = nodes.Link(link).NextSource)
                    Require(!nodes[nodes.Link(link).Source].IsMarked, grid, cell, "it is done over a marked node that it read");
            if ((flags & NodeFlags.Exported) == 0 || (flags & NodeFlags.Formula) != 0) continue;
            Require(grid.States.IsMarked(cell.Column, cell.Row) == nodes[number].IsMarked, grid, cell, "its cell is not marked as it is");
            if (nodes[number].IsMarked) marked++;
            var isSame = (flags & NodeFlags.HasObject) != 0 || grid.Cells.Word(cell.Column, cell.Row, out _) == nodes[number].Word;
            Require(isSame, grid, cell, "its cell has another value");
        }
        return marked;
    }

    private static long Check(Grid grid, in Region region, bool hasForeign, Interpreter interpreter, TraitReader traits)
    {
        var marked = 0L;
        var range = region.Range;
        for (var column = range.First.Column; column <= range.Last.Column; column++)
        {
            for (var row = range.First.Row; row <= range.Last.Row; row++)
            {
                var cell = new CellAddress(column, row);
                Require(!grid.States.IsClaimed(column, row), grid, cell, "a claim was left behind");
                var isMarked = grid.States.IsMarked(column, row);
                if (isMarked) marked++;
                Require(isMarked || !grid.States.IsMust(column, row), grid, cell, "must without marked");
                if (!isMarked && !hasForeign && !grid.Cyclic.Contains(cell)) Recompute(grid, cell, region, interpreter, traits);
            }
        }
        return marked;
    }

    // What a done cell used is valid, and gives its word again; of a volatile one the clock has gone on.
    private static void Recompute(Grid grid, CellAddress cell, in Region region, Interpreter interpreter, TraitReader traits)
    {
        if ((traits.Of(region.Formula, grid.Id) & (ScriptTraits.Volatile | ScriptTraits.Impure | ScriptTraits.Unsupported)) != 0) return;
        if (region.Kind != RegionKind.Fill) return;
        var result = interpreter.Evaluate(grid, cell, region.Formula);
        Require(!result.IsBlocked, grid, cell, $"it is done over a marked cell that it used, {interpreter.Wanted}");
        if (interpreter.HasMore && grid.Id == Grid.Names) return;               // an error, where a cell of a sheet would spill
        var word = grid.Cells.Word(cell.Column, cell.Row, out var side);
        var isSame = word == result.Word.Bits && (!result.IsText || Equals(side, result.Object));
        Require(isSame, grid, cell, "its value does not follow from what is stored");
    }

    private static void Require(bool condition, Grid grid, CellAddress cell, string fault)
    {
        if (!condition) throw new InvalidOperationException($"Sheet {grid.Id}, {cell}: {fault}.");
    }
}
