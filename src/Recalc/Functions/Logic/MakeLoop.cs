using Recalc.Values;

namespace Recalc.Functions.Logic;

/// <summary>MAKEARRAY: a call for each row and column, both from 1.</summary>
internal sealed class MakeLoop(Callable function, int rows, int columns) : LambdaLoop(function, 2)
{
    private readonly CellValue[] _values = new CellValue[rows * columns];

    /// <summary>How many results were taken.</summary>
    private int _count;

    public override Operand Result => Operand.Array(new ArrayValue(rows, columns, _values));

    public override bool TryNext(CallSite site, Span<Operand> arguments)
    {
        if (_count == _values.Length) return false;
        (arguments[0], arguments[1]) = (_count / columns + 1, _count % columns + 1);
        return true;
    }

    public override void Take(in Operand result) => _values[_count++] = Single(result);
}
