using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Evaluation.Kernels;

/// <summary>Operators over up to 1,024 lanes of one operand; as <see cref="BinaryKernels"/> for <see cref="Operators.Unary"/>.</summary>
internal static class UnaryKernels
{
    /// <summary>Computes <c>-x</c> or <c>x%</c> lane by lane.</summary>
    /// <inheritdoc cref="BinaryKernels.Run"/>
    public static int Run(SyntaxKind kind, in LaneSource operand, Span<ulong> result, Span<ulong> failed)
    {
        return kind switch
        {
            SyntaxKind.Negate => LaneLoop.Run<ArithmeticLanes.Subtract>(Number(0), operand, result, failed),
            SyntaxKind.Percent => LaneLoop.Run<ArithmeticLanes.Divide>(operand, Number(100), result, failed),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This operator has no kernel."),
        };
    }

    private static LaneSource Number(double number) => new(CellWord.FromNumber(number).Bits);
}
