using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>Makes bodies of functions that take complex numbers and yield one. What is not finite becomes #NUM!.</summary>
internal static class ComplexBody
{
    /// <summary>A function of one number.</summary>
    public static FunctionBody Of(Func<ComplexNumber, ComplexNumber> compute) =>
        (a, _) => ComplexNumber.TryRead(a[0], out var number, out var failure) ? compute(number).ToOperand() : failure;

    /// <summary>A function of two numbers.</summary>
    /// <param name="mixed">The error when one is written with i and the other with j.</param>
    /// <param name="compute">What is called with both.</param>
    public static FunctionBody Of(ErrorKind mixed, Func<ComplexNumber, ComplexNumber, ComplexNumber> compute) => (a, _) =>
    {
        if (!ComplexNumber.TryRead(a[0], out var left, out var failure)) return failure;
        if (!ComplexNumber.TryRead(a[1], out var right, out failure)) return failure;
        return ComplexNumber.TryMatch(ref left, ref right) ? compute(left, right).ToOperand() : mixed;
    };

    /// <summary>A function that joins all numbers of its arguments, blanks left out.</summary>
    /// <param name="first">What the first number is joined to.</param>
    /// <param name="join">Joins two.</param>
    public static FunctionBody OfAll(ComplexNumber first, Func<ComplexNumber, ComplexNumber, ComplexNumber> join) => (a, site) =>
    {
        var total = first;
        foreach (ref readonly var argument in a)
        {
            if (argument.Grid is { } grid)
            {
                if (!TryJoin(grid, site, join, ref total, out var failure)) return failure;
            }
            else if (!TryJoin(argument, join, ref total, out var failure)) return failure;
        }
        return total.ToOperand();
    };

    private static bool TryJoin(
        ValueGrid grid, CallSite site, Func<ComplexNumber, ComplexNumber, ComplexNumber> join, ref ComplexNumber total, out Operand failure)
    {
        failure = site.OverSteps;
        if (!site.TryChargeSteps((long)grid.UsedRows * grid.UsedColumns)) return false;
        for (var row = 0; row < grid.UsedRows; row++)
        {
            for (var column = 0; column < grid.UsedColumns; column++)
            {
                var element = grid.Element(row, column);
                if (!element.Word.IsBlank && !TryJoin(element, join, ref total, out failure)) return false;
            }
        }
        return true;
    }

    private static bool TryJoin(
        in Operand element, Func<ComplexNumber, ComplexNumber, ComplexNumber> join, ref ComplexNumber total, out Operand failure)
    {
        if (!ComplexNumber.TryRead(element, out var next, out failure)) return false;
        if (!ComplexNumber.TryMatch(ref total, ref next))
        {
            failure = ErrorKind.Value;
            return false;
        }
        total = join(total, next);
        return true;
    }
}
