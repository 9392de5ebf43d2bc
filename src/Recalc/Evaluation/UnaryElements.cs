using Recalc.Functions;
using Recalc.Syntax;

namespace Recalc.Evaluation;

/// <summary>An operator over the elements of one operand.</summary>
internal readonly struct UnaryElements(SyntaxKind kind, LiftedOperand operand, CallSite site) : IElementOperation
{
    public Operand At(int row, int column) => Operators.Unary(kind, operand[row, column], site);
}
