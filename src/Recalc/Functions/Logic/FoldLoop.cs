using Recalc.Values;

namespace Recalc.Functions.Logic;

/// <summary>
/// REDUCE and SCAN: a call for each item, row by row, with what the call before made of it. Without a first value the first item is it.
/// </summary>
/// <param name="function">What is called.</param>
/// <param name="initial">The first value; it may be omitted.</param>
/// <param name="array">The items.</param>
/// <param name="steps">Where SCAN wants every step, as many as there are items; null for REDUCE.</param>
internal sealed class FoldLoop(Callable function, Operand initial, Operand array, CellValue[]? steps) : LambdaLoop(function, 2)
{
    private readonly bool _beginsWithItem = initial.IsOmitted;
    private Operand _total = initial;

    /// <summary>How many items are in the total.</summary>
    private long _count;

    public override Operand Result => steps is null ? _total : Operand.Array(new ArrayValue(Shape(array).Rows, Shape(array).Columns, steps));

    public override bool TryNext(CallSite site, Span<Operand> arguments)
    {
        var (rows, columns) = Shape(array);
        if (_count == 0 && _beginsWithItem) Take(array.Grid?.Element(0, 0) ?? array);
        if (_count == (long)rows * columns) return false;
        arguments[0] = _total;
        arguments[1] = Item(array, (int)(_count / columns), (int)(_count % columns), site);
        return true;
    }

    public override void Take(in Operand result)
    {
        _total = result;
        if (steps is not null) steps[_count] = Single(result);
        _count++;
    }
}
