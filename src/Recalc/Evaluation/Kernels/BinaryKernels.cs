using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Evaluation.Kernels;

/// <summary>
/// Operators over up to 1,024 lanes of numbers. Lanes that do not fail have the very bits that <see cref="Operators.Binary"/> gives;
/// the caller computes the others with it.
/// </summary>
internal static class BinaryKernels
{
    /// <summary>Computes <c>left ∘ right</c> lane by lane.</summary>
    /// <param name="kind">The operator. All lanes of one that has no kernel fail, such as <c>&amp;</c>.</param>
    /// <param name="isLast">True for the last operation of a formula.</param>
    /// <param name="left">The left operands.</param>
    /// <param name="right">The right operands.</param>
    /// <param name="result">A word a lane; may not lie over an operand.</param>
    /// <param name="failed">A bit a lane, set where the result means nothing; words past the last lane are left alone.</param>
    /// <returns>How many lanes failed.</returns>
    public static int Run(
        SyntaxKind kind, bool isLast, in LaneSource left, in LaneSource right, Span<ulong> result, Span<ulong> failed)
    {
        return kind switch
        {
            SyntaxKind.Add when isLast => LaneLoop.Run<ArithmeticLanes.AddLast>(left, right, result, failed),
            SyntaxKind.Add => LaneLoop.Run<ArithmeticLanes.Add>(left, right, result, failed),
            SyntaxKind.Subtract when isLast => LaneLoop.Run<ArithmeticLanes.SubtractLast>(left, right, result, failed),
            SyntaxKind.Subtract => LaneLoop.Run<ArithmeticLanes.Subtract>(left, right, result, failed),
            SyntaxKind.Multiply => LaneLoop.Run<ArithmeticLanes.Multiply>(left, right, result, failed),
            SyntaxKind.Divide => LaneLoop.Run<ArithmeticLanes.Divide>(left, right, result, failed),
            SyntaxKind.Power => Power(left, right, result, failed),
            SyntaxKind.Equal => LaneLoop.Run<ComparisonLanes.Compare<ComparisonLanes.Equal>>(left, right, result, failed),
            SyntaxKind.NotEqual => LaneLoop.Run<ComparisonLanes.Compare<ComparisonLanes.NotEqual>>(left, right, result, failed),
            SyntaxKind.Less => LaneLoop.Run<ComparisonLanes.Compare<ComparisonLanes.Less>>(left, right, result, failed),
            SyntaxKind.LessOrEqual => LaneLoop.Run<ComparisonLanes.Compare<ComparisonLanes.LessOrEqual>>(left, right, result, failed),
            SyntaxKind.Greater => LaneLoop.Run<ComparisonLanes.Compare<ComparisonLanes.Greater>>(left, right, result, failed),
            SyntaxKind.GreaterOrEqual => LaneLoop.Run<ComparisonLanes.Compare<ComparisonLanes.GreaterOrEqual>>(left, right, result, failed),
            _ => FailAll(result.Length, failed),
        };
    }

    // Squares and roots are single instructions, and Operators has them so too.
    private static int Power(in LaneSource left, in LaneSource right, Span<ulong> result, Span<ulong> failed)
    {
        var exponent = right.IsUniform ? right[0] : CellWord.Blank.Bits;
        if (exponent == CellWord.FromNumber(2).Bits) return LaneLoop.Run<ArithmeticLanes.Multiply>(left, left, result, failed);
        if (exponent == CellWord.FromNumber(0.5).Bits) return LaneLoop.Run<FunctionLanes.SquareRoot>(left, left, result, failed);
        return PowerKernel.Run(left, right, result, failed);
    }

    private static int FailAll(int count, Span<ulong> failed)
    {
        for (var start = 0; start < count; start += 64) failed[start / 64] = ulong.MaxValue >> Math.Max(0, 64 - (count - start));
        return count;
    }
}
