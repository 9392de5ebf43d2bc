using Recalc.Functions;

namespace Recalc.Evaluation;

/// <summary>Calls of a function over the elements of its arguments.</summary>
internal readonly ref struct CallElements(
    FunctionBody body, ReadOnlySpan<LiftedOperand> operands, ReadOnlySpan<bool> lifted, Span<Operand> arguments, CallSite site)
    : IElementOperation
{
    private readonly ReadOnlySpan<LiftedOperand> _operands = operands;
    private readonly ReadOnlySpan<bool> _lifted = lifted;

    /// <summary>The arguments of the next call; those that are not lifted stay what they are.</summary>
    private readonly Span<Operand> _arguments = arguments;

    public Operand At(int row, int column)
    {
        for (var i = 0; i < _lifted.Length; i++)
            if (_lifted[i]) _arguments[i] = _operands[i][row, column];
        return body(_arguments, site);
    }
}
