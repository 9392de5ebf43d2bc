using System.Runtime.Intrinsics;

namespace Recalc.Evaluation.Kernels;

/// <summary>
/// What is done to four lanes of two operands; a struct without fields, so that the loop over the lanes is compiled for it.
/// </summary>
internal interface ILaneKernel
{
    /// <summary>True when blanks count as 0, and logicals as 0 and 1. Lanes that failed are then tried again with these numbers.</summary>
    static abstract bool Coerces { get; }

    /// <summary>The words of the results.</summary>
    /// <param name="left">The words of the left operands, as doubles: what is no number is a NaN.</param>
    /// <param name="right">The words of the right operands.</param>
    /// <param name="failed">All bits of the lanes that the scalar operator has to do: those whose result is neither a number nor a
    /// logical, and any that it may see otherwise. Their results mean nothing.</param>
    static abstract Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed);
}
