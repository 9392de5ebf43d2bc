using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recalc.Evaluation.Kernels;

/// <summary>Takes each lane from one operand or the other. Words are moved as they are, whatever they stand for.</summary>
internal static class SelectKernel
{
    private const int Width = 4;
    private const int Block = 64;

    /// <summary>Takes the lanes whose bit is set from one operand, and the others from the other.</summary>
    /// <param name="mask">A bit a lane.</param>
    /// <param name="whenTrue">Where lanes with their bit set come from.</param>
    /// <param name="whenFalse">Where the other lanes come from.</param>
    /// <param name="result">A word a lane; may not lie over an operand.</param>
    public static void Run(ReadOnlySpan<ulong> mask, in LaneSource whenTrue, in LaneSource whenFalse, Span<ulong> result)
    {
        Span<ulong> trueBuffer = stackalloc ulong[Width];
        Span<ulong> falseBuffer = stackalloc ulong[Width];
        var trues = whenTrue.Lanes(trueBuffer, result.Length);
        var falses = whenFalse.Lanes(falseBuffer, result.Length);
        var whole = result.Length & -Width;
        Loop(mask, trues, whenTrue.Mask, falses, whenFalse.Mask, result[..whole]);
        for (var lane = whole; lane < result.Length; lane++)
            result[lane] = (mask[lane / Block] >> (lane % Block) & 1) != 0 ? whenTrue[lane] : whenFalse[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop(
        ReadOnlySpan<ulong> mask, ReadOnlySpan<ulong> trues, nuint trueMask, ReadOnlySpan<ulong> falses, nuint falseMask,
        Span<ulong> results)
    {
        ref var whenTrue = ref MemoryMarshal.GetReference(trues);
        ref var whenFalse = ref MemoryMarshal.GetReference(falses);
        ref var result = ref MemoryMarshal.GetReference(results);
        for (var start = 0; start < results.Length; start += Block)
        {
            var bits = Vector256.Create(mask[start / Block]);
            // The bits of four lanes, which move up as the lanes do.
            var place = Vector256.Create(1UL, 2, 4, 8);
            var end = (nuint)Math.Min(start + Block, results.Length);
            for (var i = (nuint)start; i < end; i += Width, place <<= Width)
            {
                var isTrue = Vector256.Equals(bits & place, place);
                var first = Vector256.LoadUnsafe(ref whenTrue, i & trueMask);
                var second = Vector256.LoadUnsafe(ref whenFalse, i & falseMask);
                Vector256.ConditionalSelect(isTrue, first, second).StoreUnsafe(ref result, i);
            }
        }
    }
}
