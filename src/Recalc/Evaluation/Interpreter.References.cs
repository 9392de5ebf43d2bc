using Recalc.Addressing;
using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>References and names: how they are found, and when their cells are read.</content>
internal sealed partial class Interpreter
{
    /// <summary>Areas to be used again; those of this evaluation come first.</summary>
    private readonly List<CellArea> _areas = [];
    private int _areaCount;

    /// <summary>Array constants as operands, by item; made when they are first met.</summary>
    private ArrayValue?[] _arrays = [];

    public override CellArea Area(int sheet, CellRange range)
    {
        if (_areaCount == _areas.Count) _areas.Add(new CellArea());
        return _areas[_areaCount++].Set(sheet, _model[sheet].Cells, range);
    }

    /// <summary>The areas that the evaluation read because a function or an operator made them, or was given them as references.</summary>
    public List<GridRange> Discovered { get; } = [];

    /// <summary>Told of all that evaluations read, in order; null unless somebody wants to know.</summary>
    public List<GridRange>? Reads { get; set; }

    public override bool Demand(CellArea area)
    {
        Discovered.Add(new GridRange(area.Sheet, area.Range));
        Reads?.Add(new GridRange(area.Sheet, area.Range));
        if (!IsWanting(_model[area.Sheet], area.Range)) return true;
        Wanted = new GridRange(area.Sheet, area.Range);
        return false;
    }

    private bool IsWanting(Grid grid, CellRange range)
    {
        if (grid.States.TryFindSpill(range, out _)) return true;
        var from = range.First;
        while (grid.States.TryFindMarked(range, from, out var first))
        {
            if (OwnCycle is null || !OwnCycle.Contains(new GridCell(grid.Id, first))) return true;
            if (!GridCell.TryNext(range, first, out from)) return false;
        }
        return false;
    }

    private bool PushCell(in ScriptReference reference)
    {
        if (IsLinked(reference))
        {
            Push(Linked(reference));
            return true;
        }
        if (!TryResolve(reference, out var grid, out var range, out var error))
        {
            Push(error);
            return true;
        }
        return PushValue(grid, range.First);
    }

    private bool PushValue(int grid, CellAddress cell)
    {
        var target = _model[grid];
        var isMarked = target.States.IsMarked(cell.Column, cell.Row) && !(OwnCycle?.Contains(new GridCell(grid, cell)) ?? false);
        if (isMarked || target.States.TryFindSpill(new CellRange(cell), out _))
        {
            Wanted = new GridRange(grid, new CellRange(cell));
            return false;
        }
        var word = target.Cells.Word(cell.Column, cell.Row, out var side);
        Push(Operand.Stored(word, side));
        Reads?.Add(new GridRange(grid, new CellRange(cell)));
        return true;
    }

    private void PushRange(in ScriptReference reference)
    {
        if (_model.GridOf(reference.Qualifier, _grid.Id) == Model.Span) PushSheets(reference);
        else if (IsLinked(reference)) Push(Linked(reference));
        else Push(TryResolve(reference, out var grid, out var range, out var error) ? Operand.Area(Area(grid, range)) : error);
    }

    private bool TryResolve(in ScriptReference reference, out int grid, out CellRange range, out Operand error)
    {
        grid = _model.GridOf(reference.Qualifier, _grid.Id);
        range = default;
        error = grid == Model.Unsupported ? Operand.Error(ErrorKind.Ref, Faults.NoLinks) : ErrorKind.Ref;
        if (grid < 0) return false;
        return TryPlace(reference.Area, out range);
    }

    // What a formula says lies on the sheet or is #REF!; what a name says walks round the edge.
    private bool TryPlace(in AreaReference area, out CellRange range)
    {
        if (_nameDepth == 0) return area.TryAt(_cell, out range);
        range = Model.Normalize(area).At(_cell);
        return true;
    }

    public override Operand ReferTo(string text, bool isA1) => _model.TryRefer(text, isA1, _grid.Id, _cell, out var grid, out var range)
        ? Operand.Area(Area(grid, range))
        : Operand.Error(ErrorKind.Ref, Faults.NoReference);

    // The rectangle that the anchor spilled into, once that is known.
    private bool SpillOf(ref Operand operand)
    {
        if (operand.IsError) return true;
        if (operand.AreaOrNull is not { Count: 1 } area || !_model[area.Sheet].Regions.TryFind(area.Range.First, out var region)
            || region.Kind != RegionKind.Spill || !region.IsAnchor(area.Range.First))
        {
            operand = Operand.Error(ErrorKind.Ref, Faults.NoSpill);
            return true;
        }
        if (!Demand(area)) return false;
        if (region.IsSingle) return TrySingle(ref operand);
        operand = Operand.Area(Area(area.Sheet, region.Range));
        return true;
    }

    private ArrayValue ArrayOf(int item)
    {
        if (item >= _arrays.Length) Array.Resize(ref _arrays, Math.Max(2 * _arrays.Length, item + 1));
        if (_arrays[item] is { } known) return known;
        var constant = _model.Pools.Arrays[item];
        return _arrays[item] = new ArrayValue(constant.Rows, constant.Columns, constant.Values);
    }

    // An area of one cell becomes its value; of a larger one every cell is made valid. What has no values is an error.
    private bool TryRead(ref Operand operand)
    {
        if (operand.AreaOrNull is not { } area)
        {
            if (operand.Object is AreaArray areas) return TryRead(areas, ref operand);
            if (operand.Object is AreaList) operand = Operand.Error(ErrorKind.Value, Faults.ManyAreas);
            else if (operand.Object is Callable function) operand = NoValue(function);
            return true;
        }
        return area.Count == 1 ? TrySingle(ref operand) : Demand(area);
    }

    // References become the values of their cells.
    private bool TryRead(AreaArray areas, ref Operand operand)
    {
        foreach (ref readonly var element in areas.Elements)
            if (element.AreaOrNull is { Count: 1 } area && !Demand(area)) return false;
        if (areas.Rest.AreaOrNull is { Count: 1 } rest && !Demand(rest)) return false;
        operand = Operand.Array(ArrayValue.Of(areas));
        return true;
    }

    // An area of one cell becomes its value; everything else stays.
    private bool TrySingle(ref Operand operand)
    {
        if (operand.AreaOrNull is not { Count: 1 } area) return true;
        Discovered.Add(new GridRange(area.Sheet, area.Range));
        if (!PushValue(area.Sheet, area.Range.First)) return false;
        operand = Pop();
        return true;
    }
}
