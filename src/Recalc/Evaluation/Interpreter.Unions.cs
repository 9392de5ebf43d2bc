using Recalc.Functions;
using Recalc.Scripts;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <content>References of several areas: unions, intersections, references through several sheets, and how functions take them.</content>
internal sealed partial class Interpreter
{
    // Sheet1:Sheet3!A1 is the area of each sheet, from the first to the last.
    private void PushSheets(in ScriptReference reference)
    {
        if (!TryPlace(reference.Area, out var range))
        {
            Push(ErrorKind.Ref);
            return;
        }
        var (first, last) = _model.SheetsOf(reference.Qualifier);
        var areas = new CellArea[last - first + 1];
        for (var i = 0; i < areas.Length; i++) areas[i] = Area(first + i, range);
        Push(Operand.Areas(new AreaList(areas)));
    }

    // Operators that make references of references.
    private Operand OfAreas(SyntaxKind kind, in Operand left, in Operand right)
    {
        if (left.IsError) return left;
        if (right.IsError) return right;
        CellArea[] ofLeft = [], ofRight = [];
        if (!TryAreas(left, ref ofLeft) || !TryAreas(right, ref ofRight)) return ErrorKind.Value;
        if (kind == SyntaxKind.Union) return TryChargeMemory(ofLeft.Length + ofRight.Length) ? OfAreas([.. ofLeft, .. ofRight]) : OverMemory;
        return kind == SyntaxKind.Intersection ? Intersection(ofLeft, ofRight) : Span([.. ofLeft, .. ofRight]);
    }

    private static bool TryAreas(in Operand operand, ref CellArea[] areas)
    {
        if (operand.AreaOrNull is { } one) areas = [one];
        else if (operand.AreasOrNull is { } many) areas = [.. many.Areas];
        return areas.Length > 0;
    }

    private static Operand OfAreas(CellArea[] areas) => areas.Length == 1 ? Operand.Area(areas[0]) : Operand.Areas(new AreaList(areas));

    // What every area of one side has in common with each of the other.
    private Operand Intersection(CellArea[] left, CellArea[] right)
    {
        var common = new List<CellArea>();
        if (!TryChargeSteps((long)left.Length * right.Length)) return OverSteps;
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                if (a.Sheet != b.Sheet) return ErrorKind.Value;
                if (a.Range.TryIntersect(b.Range, out var range)) common.Add(Area(a.Sheet, range));
            }
        }
        return common.Count == 0 ? ErrorKind.Null : OfAreas([.. common]);
    }

    // The smallest rectangle round all of them.
    private Operand Span(CellArea[] areas)
    {
        var range = areas[0].Range;
        foreach (var area in areas)
        {
            if (area.Sheet != areas[0].Sheet) return ErrorKind.Value;
            range = range.Union(area.Range);
        }
        return Operand.Area(Area(areas[0].Sheet, range));
    }

    private bool HasLists(int count)
    {
        for (var i = _top - count; i < _top; i++)
            if (_stack[i].Object is AreaList) return true;
        return false;
    }

    // Makes of arguments of several areas what the function takes; there may be more arguments then. False when cells are not valid.
    private bool Spread(FunctionDeclaration function, ref int count)
    {
        Operand[] arguments = [.. _stack.AsSpan(_top - count, count)];
        _top -= count;
        var bottom = _top;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].AreasOrNull is not { } list) Push(arguments[i]);
            else if (!Spread(list, function, function.KindOf(i, count))) return false;
        }
        count = _top - bottom;
        return true;
    }

    private bool Spread(AreaList list, FunctionDeclaration function, ArgumentKind kind)
    {
        var taking = kind == ArgumentKind.Value ? AreaTaking.None : kind == ArgumentKind.Lambda ? AreaTaking.Whole : AreaTakers.Of(function);
        Reserve(list.Areas.Length + 1);
        switch (taking)
        {
            case AreaTaking.Whole:
                Push(Operand.Areas(list));
                return true;
            case AreaTaking.Spread:
                foreach (var area in list.Areas) Push(Operand.Area(area));
                return true;
            case AreaTaking.Column:
                foreach (var area in list.Areas)
                    if (!Demand(area)) return false;
                Push(ColumnOf(list));
                return true;
            default:
                Push(Operand.Error(ErrorKind.Value, Faults.ManyAreas));
                return true;
        }
    }

    // The values of all areas, one below the other, without the blanks past what is used.
    private Operand ColumnOf(AreaList list)
    {
        var used = 0L;
        foreach (var area in list.Areas) used += (long)area.UsedRows * area.UsedColumns;
        if (!TryChargeSteps(used)) return OverSteps;
        if (!TryChargeMemory(used)) return OverMemory;
        var values = new CellValue[Math.Max(used, 1)];
        values[0] = CellValue.Blank;
        var at = 0;
        foreach (var area in list.Areas)
            for (var row = 0; row < area.UsedRows; row++)
                for (var column = 0; column < area.UsedColumns; column++) values[at++] = area[row, column];
        return Operand.Array(new ArrayValue(values.Length, 1, values));
    }

    // Makes room for so many operands more than the script needs.
    private void Reserve(int operands)
    {
        if (_stack.Length < _top + operands + _scriptDepth) Array.Resize(ref _stack, 2 * (_top + operands + _scriptDepth));
    }
}
