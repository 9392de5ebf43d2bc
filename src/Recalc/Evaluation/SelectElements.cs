using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>One element or another, by the element of a condition; an error of the condition is the result.</summary>
internal readonly struct SelectElements(LiftedOperand condition, LiftedOperand whenTrue, LiftedOperand whenFalse) : IElementOperation
{
    public Operand At(int row, int column)
    {
        var element = condition[row, column];
        if (element.IsError || element.IsBlocked) return element;
        if (!Coercion.TryToLogical(element.Value, out var isTrue, out var error)) return error;
        return isTrue ? whenTrue[row, column] : whenFalse[row, column];
    }
}
