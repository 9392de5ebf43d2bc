using System.Numerics;
using Recalc.Values;

namespace Recalc.Evaluation.Kernels;

/// <summary>Powers lane by lane: of positive numbers; zeros, roots of negative numbers and all that is no number fail.</summary>
internal static class PowerKernel
{
    public static int Run(in LaneSource left, in LaneSource right, Span<ulong> result, Span<ulong> failed)
    {
        var count = 0;
        for (var start = 0; start < result.Length; start += 64)
        {
            var bits = 0UL;
            for (var lane = start; lane < Math.Min(start + 64, result.Length); lane++)
                if (!TryCompute(new CellWord(left[lane]), new CellWord(right[lane]), out result[lane])) bits |= 1UL << (lane - start);
            failed[start / 64] = bits;
            count += BitOperations.PopCount(bits);
        }
        return count;
    }

    private static bool TryCompute(CellWord left, CellWord right, out ulong result)
    {
        result = 0;
        // Operands, not the result: a number to the power of a word that is none may well be 1.
        if (!left.IsNumber || !right.IsNumber || left.Number <= 0) return false;
        if (right.Number is 2 or 0.5) return false;
        var power = Math.Pow(left.Number, right.Number);
        result = CellWord.FromNumber(power).Bits;
        return double.IsFinite(power);
    }
}
