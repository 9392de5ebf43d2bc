using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Logic;

/// <summary>BYROW and BYCOL: a call for each row or column, which is an area where the array is one.</summary>
internal sealed class LineLoop(Callable function, Operand array, int count, bool isRow) : LambdaLoop(function, 1)
{
    private readonly CellValue[] _values = new CellValue[count];

    /// <summary>How many results were taken.</summary>
    private int _count;

    public override Operand Result => Operand.Array(isRow ? new ArrayValue(count, 1, _values) : new ArrayValue(1, count, _values));

    public override bool TryNext(CallSite site, Span<Operand> arguments)
    {
        if (_count == count) return false;
        arguments[0] = array.Grid switch
        {
            null => array,
            CellArea area => Operand.Area(site.Area(area.Sheet, Line(area.Range))),
            var grid => Line(grid, site),
        };
        return true;
    }

    public override void Take(in Operand result) => _values[_count++] = Single(result);

    private CellRange Line(CellRange range)
    {
        var (column, row) = isRow ? (range.First.Column, range.First.Row + _count) : (range.First.Column + _count, range.First.Row);
        return isRow ? new CellRange(column, row, range.Last.Column, row) : new CellRange(column, row, column, range.Last.Row);
    }

    private Operand Line(ValueGrid grid, CallSite site)
    {
        var length = isRow ? grid.Columns : grid.Rows;
        if (!site.TryChargeSteps(length)) return site.OverSteps;
        var values = new CellValue[length];
        for (var i = 0; i < length; i++) values[i] = isRow ? grid[_count, i] : grid[i, _count];
        return Operand.Array(isRow ? new ArrayValue(1, length, values) : new ArrayValue(length, 1, values));
    }
}
