using Recalc.Addressing;
using Recalc.Evaluation;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Recalculation;

/// <content>Edits: they change inputs and formulas, and mark what depends on them.</content>
internal sealed partial class Engine
{
    /// <summary>The cells of volatile formulas; null when such formulas came or went since they were found.</summary>
    private List<GridRange>? _volatile;

    /// <summary>The cells of formulas that read formulas or sheets; null when such formulas came or went since they were found.</summary>
    private List<GridRange>? _structural;

    /// <summary>Cells that read one whose formula goes.</summary>
    private readonly List<GridRange> _blocked = [];

    /// <summary>Sets the value of a cell that is no part of a larger array or spill; a formula in it goes.</summary>
    public void SetValue(Grid grid, CellAddress cell, in CellValue value)
    {
        using (Enter())
        {
            CheckNotRunning();
            if (RemoveFormula(grid, cell))
            {
                MarkStructural();
                MarkBlocked(grid, cell);
            }
            var old = grid.Cells[cell];
            if (old != value)
            {
                grid.Cells[cell] = value;
                MarkChanged(new GridRange(grid.Id, new CellRange(cell)));
            }
            MarkVolatile();
        }
    }

    // A formula that never ran may have been in the way of spills, though its cell was blank before it goes and after.
    private void MarkBlocked(Grid grid, CellAddress cell)
    {
        _blocked.Clear();
        _discovered.AddDependents(new GridRange(grid.Id, new CellRange(cell)), _blocked);
        foreach (var (id, range) in _blocked)
            if (_model[id].Cells.Word(range.First.Column, range.First.Row, out _) == CellWord.FromError(ErrorKind.Spill).Bits)
                _marker.MarkFormulas(new GridRange(id, range));
    }

    /// <summary>True when a formula may yield several values.</summary>
    public bool MaySpill(FormulaId formula)
    {
        using (Enter()) return _spills.MaySpill(formula, Grid.Names);
    }

    /// <summary>Sets a formula over the cells of a rectangle, none of which is part of a larger array or spill.</summary>
    public void SetFormula(Grid grid, CellRange range, FormulaId formula)
    {
        using (Enter())
        {
            CheckNotRunning();
            var maySpill = _spills.MaySpill(formula, grid.Id);
            for (var column = range.First.Column; column <= range.Last.Column; column++)
            {
                for (var row = range.First.Row; row <= range.Last.Row; row++)
                {
                    var cell = new CellAddress(column, row);
                    RemoveFormula(grid, cell);
                    if (maySpill) grid.Regions.SetFixed(new CellRange(cell), formula, RegionKind.Spill);
                    else grid.Regions.Set(cell, formula);
                }
            }
            _graph.Add(grid.Id, range, formula);
            ForgetCells(grid, formula);
            _marker.MarkFormulas(new GridRange(grid.Id, range));
            MarkStructural();
            MarkVolatile();
        }
    }

    /// <summary>Marks every formula: each is computed when it is next read.</summary>
    public void Invalidate()
    {
        using (Enter())
        {
            CheckNotRunning();
            _hasEdited = true;
            foreach (var grid in _model.Grids)
            {
                grid.HasForeignResults = false;
                AddSpills(grid);
                foreach (var region in grid.Regions.Regions)
                {
                    grid.States.SetMarked(region.Range);
                    grid.States.SetMust(region.Range);
                }
            }
        }
    }

    /// <summary>Formulas came or went behind the engine's back: a file was loaded.</summary>
    public void ForgetGraph()
    {
        using (Enter())
        {
            CheckNotRunning();
            Recorder?.Clear();
            _graph.Invalidate();
            _discovered.RemoveWhere(reader => !_model[reader.Grid].Regions.TryFind(reader.Cell, out _));
            (_volatile, _structural) = (null, null);
        }
    }

    /// <summary>
    /// True when formulas were loaded that have no result: they are marked, but not yet what rests on them. Set by loaders; nothing is read
    /// before that is made up for.
    /// </summary>
    public bool HasAwaited { get; set; }

    // Where everything is marked, as after a file without any results, there is nothing left to be marked.
    private void MarkAwaited()
    {
        HasAwaited = false;
        if (IsAllMarked())
        {
            foreach (var grid in _model.Grids) AddSpills(grid);
            return;
        }
        var marked = new List<GridRange>();
        foreach (var grid in _model.Grids) AddMarked(grid.Id, grid.States, marked);
        foreach (var cells in marked) _marker.MarkFormulas(cells);
    }

    private void AddSpills(Grid grid)
    {
        foreach (var region in grid.Regions.Regions)
            if (region.Kind == RegionKind.Spill) grid.States.AddSpill(_spills.PotentialOf(grid.Id, region), region.Range.First);
    }

    private bool IsAllMarked()
    {
        foreach (var grid in _model.Grids)
        {
            var formulas = 0L;
            foreach (var region in grid.Regions.Regions) formulas += region.Range.Count;
            if (grid.States.Marked < formulas) return false;
        }
        return true;
    }

    /// <summary>
    /// A name was defined, or a sheet added: formulas that speak of names or of sheets that were not there mean something else now.
    /// </summary>
    public void ForgetNames()
    {
        using (Enter())
        {
            CheckNotRunning();
            _hasEdited = true;
            ForgetMeanings(_functions.Version);
        }
    }

    // Formulas that speak of names, or call functions that were registered since a version, mean something else now.
    private void ForgetMeanings(int version)
    {
        _model.Forget();
        _graph.Invalidate();
        (_volatile, _structural) = (null, null);
        MarkStructural();
        foreach (var grid in _model.Grids)
        {
            SetSpills(grid, version);
            foreach (var region in grid.Regions.Regions)
                if (IsAffected(region.Formula, grid.Id, version)) _marker.MarkFormulas(new GridRange(grid.Id, region.Range));
        }
    }

    // A name or call may stand for an array from now on.
    private void SetSpills(Grid grid, int version)
    {
        if (grid.Id == Grid.Names) return;                                      // what is there never spills
        var spills = new List<Region>();
        foreach (var region in grid.Regions.Regions)
            if (region.Kind == RegionKind.Fill && IsAffected(region.Formula, grid.Id, version) && _spills.MaySpill(region.Formula, grid.Id)) spills.Add(region);
        foreach (var region in spills)
            for (var column = region.FirstColumn; column <= region.LastColumn; column++)
                for (var row = region.FirstRow; row <= region.LastRow; row++) BecomeSpill(grid, new CellAddress(column, row), region.Formula);
    }

    /// <summary>Adds the cells of formulas that have a trait, and of all that depend on them.</summary>
    public void AddCells(ScriptTraits trait, List<GridRange> cells)
    {
        using (Enter())
        {
            CheckNotRunning();
            _traits.AddCells(trait, cells);
            var planes = new Dictionary<int, StatePlane>();
            var marker = new Marker(_graph, PlaneOf, discovered: _discovered);
            foreach (var range in cells)
            {
                PlaneOf(range.Grid).SetMarked(range.Range);
                marker.Mark(range, direct: false);
            }
            cells.Clear();
            foreach (var (grid, plane) in planes) AddMarked(grid, plane, cells);

            StatePlane PlaneOf(int grid) => planes.TryGetValue(grid, out var plane) ? plane : planes[grid] = new StatePlane();
        }
    }

    // The marked cells as stretches of columns.
    private static void AddMarked(int grid, StatePlane plane, List<GridRange> cells)
    {
        var from = CellRange.Sheet.First;
        while (plane.TryFindMarked(CellRange.Sheet, from, out var first))
        {
            var last = new CellAddress(first.Column, plane.MarkedRunEnd(first.Column, first.Row, SheetLimits.Rows - 1));
            cells.Add(new GridRange(grid, new CellRange(first, last)));
            if (!GridCell.TryNext(CellRange.Sheet, last, out from)) break;
        }
    }

    private bool IsAffected(FormulaId formula, int grid, int version) => IsAffected(_model.ScriptOf(formula), grid, version);

    private bool IsAffected(ReadOnlySpan<byte> script, int grid, int version)
    {
        var reader = new ScriptReader(script);
        while (!reader.IsAtEnd)
        {
            var opcode = reader.Read(out var item);
            if (opcode == Opcode.Call)
            {
                reader.ReadOperand();
                if (_functions.ById(item).Purity == FunctionPurity.Dynamic || FunctionRegistry.IsSince(version, item)) return true;     // a text may spell a name
            }
            if (opcode == Opcode.Name) return true;
            if (opcode is Opcode.Cell or Opcode.Range && _model.GridOf(_model.Pools.References[item].Qualifier, grid) == Model.Missing) return true;
            if (opcode == Opcode.Lambda && IsAffected(_model.Pools.Scripts[_model.Pools.Lambdas[item].Script], grid, version)) return true;
        }
        return false;
    }

    // False when there was none.
    private bool RemoveFormula(Grid grid, CellAddress cell)
    {
        if (!grid.Regions.TryFind(cell, out var region)) return false;
        Recorder?.Forget(new GridCell(grid.Id, cell));
        grid.Regions.Clear(cell);
        _graph.Remove(grid.Id, new CellRange(cell), region.Formula);
        grid.States.Clear(cell.Column, cell.Row, cell.Row);
        grid.Cyclic.Remove(cell);
        if (region.Kind == RegionKind.Spill) grid.States.RemoveSpill(cell);
        _discovered.Remove(new GridCell(grid.Id, cell));
        ForgetCells(grid, region.Formula);
        return true;
    }

    // A formula comes or goes: where formulas of its traits are has to be found again.
    private void ForgetCells(Grid grid, FormulaId formula)
    {
        var traits = _traits.Of(formula, grid.Id);
        if ((traits & ScriptTraits.Volatile) != 0) _volatile = null;
        if ((traits & ScriptTraits.Structural) != 0) _structural = null;
    }

    // Every edit is a moment at which the clock has gone on, and a batch is one edit.
    private void MarkVolatile()
    {
        _hasEdited = true;
        if (_batches > 0) return;
        if (_volatile is null)
        {
            _volatile = [];
            _traits.AddCells(ScriptTraits.Volatile, _volatile);
        }
        if (_volatile.Count == 0) return;
        foreach (var cells in _volatile) _marker.MarkFormulas(cells);
    }

    // What formulas say has changed, though their values may not have: all that reads formulas runs again.
    private void MarkStructural()
    {
        if (_batches > 0)
        {
            _hasNewFormulas = true;
            return;
        }
        if (_structural is null)
        {
            _structural = [];
            _traits.AddCells(ScriptTraits.Structural, _structural);
        }
        foreach (var cells in _structural) _marker.MarkFormulas(cells);
    }
}
