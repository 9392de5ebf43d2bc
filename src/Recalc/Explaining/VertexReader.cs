using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Graph;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Explaining;

/// <summary>
/// Divides cells into the vertices of a graph: regions or their cells, arrays and spills as a whole, names and nodes, and rectangles of inputs. Every cell lies in one at
/// most, whoever asks; what is blank, and no part of a column of inputs, in none. For one question, within the gate.
/// </summary>
internal sealed class VertexReader(Model model)
{
    private readonly List<Region> _regions = [];

    /// <summary>The vertices that meet a rectangle, a region as a whole.</summary>
    public IEnumerable<GridRange> RegionsOf(GridRange cells)
    {
        if (cells.Grid == Grid.Names) return NodesOf(cells.Range);
        return CrossingOf(cells).Select(r => cells with { Range = r.Range }).Concat(InputsOf(cells));
    }

    /// <summary>The vertices that meet a rectangle, a region cell by cell: as far as one goes through them.</summary>
    public IEnumerable<GridRange> CellsOf(GridRange cells) => cells.Grid == Grid.Names ? NodesOf(cells.Range) : FormulasOf(cells).Concat(InputsOf(cells));

    /// <summary>The same without inputs.</summary>
    public IEnumerable<GridRange> FormulasOf(GridRange cells)
    {
        foreach (var region in CrossingOf(cells))
        {
            if (region.Kind != RegionKind.Fill) yield return cells with { Range = region.Range };
            else if (region.Range.TryIntersect(cells.Range, out var common))
                foreach (var cell in SinglesOf(cells with { Range = common })) yield return cell;
        }
    }

    /// <summary>The cells of a rectangle of a sheet that have no formula, blank or not, as rectangles.</summary>
    public List<GridRange> FreeOf(GridRange cells)
    {
        var (free, regions, range) = (new List<GridRange>(), model[cells.Grid].Regions, cells.Range);
        for (var column = range.First.Column; column <= range.Last.Column; column++)
            for (int row = range.First.Row, end; row <= range.Last.Row; row = end + 1)
            {
                var cell = new CellAddress(column, row);
                var isFormula = regions.TryFind(cell, out var region);
                end = Math.Min(isFormula ? region.LastRow : regions.FreeAround(cell).Last.Row, range.Last.Row);
                if (!isFormula) free.Add(cells with { Range = new CellRange(column, row, column, end) });
            }
        return Rectangles.Join(free);
    }

    /// <summary>The cells of a rectangle one by one, column by column.</summary>
    public static IEnumerable<GridRange> SinglesOf(GridRange cells)
    {
        var cell = cells.Range.First;
        do yield return cells with { Range = new CellRange(cell) };
        while (GridCell.TryNext(cells.Range, cell, out cell));
    }

    /// <summary>The rectangles of inputs that meet a rectangle: in each column what lies between formulas, from the first value to the last, with columns beside it whose values lie in the same rows.</summary>
    public IEnumerable<GridRange> InputsOf(GridRange cells)
    {
        var grid = model[cells.Grid];
        if (grid.Cells.Clip(cells.Range) is not { } used) yield break;
        // The last column, by rows, of the rectangle that was found last; each is widened once, however many columns it has.
        var known = new Dictionary<(int First, int Last), int>();
        for (var column = used.First.Column; column <= used.Last.Column; column++)
        {
            for (var row = used.First.Row; row <= used.Last.Row;)
            {
                if (grid.Regions.TryFind(new CellAddress(column, row), out var region))
                {
                    row = region.LastRow + 1;
                    continue;
                }
                var free = grid.Regions.FreeAround(new CellAddress(column, row));
                row = free.Last.Row + 1;
                if (!TryTrim(grid, free, out var input) || !input.Intersects(cells.Range)) continue;
                var rows = (input.First.Row, input.Last.Row);
                if (known.TryGetValue(rows, out var end) && column <= end) continue;
                input = Widen(grid, input);
                known[rows] = input.Last.Column;
                yield return cells with { Range = input };
            }
        }
    }

    // Nodes that stand for others are none.
    private IEnumerable<GridRange> NodesOf(CellRange cells)
    {
        foreach (var cell in SinglesOf(new GridRange(Grid.Names, cells)))
            if (NodeStore.NodeOf(cell.Range.First) < model.Nodes.Count && !model.Nodes.IsArea(cell.Range.First, out _)) yield return cell;
    }

    private Region[] CrossingOf(GridRange cells)
    {
        _regions.Clear();
        model[cells.Grid].Regions.AddCrossing(cells.Range, _regions);
        return [.. _regions];
    }

    private static CellRange Widen(Grid grid, CellRange input)
    {
        var (first, last) = (input.First.Column, input.Last.Column);
        while (first > 0 && IsAlike(grid, input, first - 1)) first--;
        while (last < SheetLimits.Columns - 1 && IsAlike(grid, input, last + 1)) last++;
        return new CellRange(first, input.First.Row, last, input.Last.Row);
    }

    private static bool IsAlike(Grid grid, CellRange input, int column)
    {
        var cell = new CellAddress(column, input.First.Row);
        if (grid.Cells[cell].IsBlank || grid.Regions.TryFind(cell, out _) || !TryTrim(grid, grid.Regions.FreeAround(cell), out var other)) return false;
        return other.First.Row == input.First.Row && other.Last.Row == input.Last.Row;
    }

    // Of the cells of a column those from the first value to the last.
    private static bool TryTrim(Grid grid, CellRange free, out CellRange input)
    {
        input = default;
        if (grid.Cells.Clip(free) is not { } used || !TryFindFirst(grid, used, out var top)) return false;
        var column = free.First.Column;
        for (var last = used.Last.Row; ; last = (last & -Page.Items) - 1)
        {
            var page = new CellRange(column, Math.Max(last & -Page.Items, top), column, last);
            if (!TryFindLast(grid, page, out var bottom)) continue;
            input = new CellRange(column, top, column, bottom);
            return true;
        }
    }

    private static bool TryFindFirst(Grid grid, CellRange column, out int row)
    {
        foreach (var stretch in grid.Cells.Stretches(column))
            for (var i = 0; i < stretch.Words.Length; i++)
            {
                row = stretch.FirstRow + i;
                if (!new CellWord(stretch.Words[i]).IsBlank) return true;
            }
        row = 0;
        return false;
    }

    private static bool TryFindLast(Grid grid, CellRange column, out int row)
    {
        row = -1;
        foreach (var stretch in grid.Cells.Stretches(column))
            for (var i = stretch.Words.Length - 1; i >= 0; i--)
            {
                if (new CellWord(stretch.Words[i]).IsBlank) continue;
                row = stretch.FirstRow + i;
                break;
            }
        return row >= 0;
    }
}
