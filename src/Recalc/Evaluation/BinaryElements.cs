using Recalc.Functions;
using Recalc.Syntax;

namespace Recalc.Evaluation;

/// <summary>An operator over the elements of two operands.</summary>
internal readonly struct BinaryElements(SyntaxKind kind, LiftedOperand left, LiftedOperand right, bool isLast, CallSite site)
    : IElementOperation
{
    public Operand At(int row, int column) => Operators.Binary(kind, left[row, column], right[row, column], isLast, site);
}
