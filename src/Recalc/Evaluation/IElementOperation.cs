using Recalc.Functions;

namespace Recalc.Evaluation;

/// <summary>What computes one element of an array; a struct, so that the loop over the elements is compiled for it.</summary>
internal interface IElementOperation
{
    /// <summary>The element at a row and column of the result.</summary>
    Operand At(int row, int column);
}
