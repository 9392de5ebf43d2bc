using Recalc.Values;

namespace Recalc.Functions.Logic;

/// <summary>MAP: a call for each place of the arrays, row by row.</summary>
internal sealed class MapLoop(Callable function, Operand[] arrays, int rows, int columns) : LambdaLoop(function, arrays.Length)
{
    private readonly CellValue[] _values = new CellValue[rows * columns];

    /// <summary>How many results were taken.</summary>
    private int _count;

    public override Operand Result => Operand.Array(new ArrayValue(rows, columns, _values));

    public override bool TryNext(CallSite site, Span<Operand> arguments)
    {
        if (_count == _values.Length) return false;
        for (var i = 0; i < arrays.Length; i++) arguments[i] = Item(arrays[i], _count / columns, _count % columns, site);
        return true;
    }

    public override void Take(in Operand result) => _values[_count++] = Single(result);
}
