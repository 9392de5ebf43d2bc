using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recalc.Values;

namespace Recalc.Evaluation.Kernels;

/// <summary>Runs a kernel over lanes, eight at a time. The spans may lie anywhere, but the results not over the operands.</summary>
internal static class LaneLoop
{
    private const int Half = 4;
    private const int Width = 2 * Half;

    // As many lanes as a word of failed ones has bits.
    private const int Block = 64;

    /// <summary>Computes all lanes of the result.</summary>
    /// <param name="left">The left operands.</param>
    /// <param name="right">The right operands; a kernel of one operand gets it on both sides.</param>
    /// <param name="result">A word a lane.</param>
    /// <param name="failed">A bit a lane, set for those that the scalar operator is to do; words past the last lane are left alone.</param>
    /// <returns>How many lanes failed.</returns>
    public static int Run<TKernel>(in LaneSource left, in LaneSource right, Span<ulong> result, Span<ulong> failed)
        where TKernel : struct, ILaneKernel
    {
        Span<ulong> leftBuffer = stackalloc ulong[Width];
        Span<ulong> rightBuffer = stackalloc ulong[Width];
        var leftLanes = left.Lanes(leftBuffer, result.Length);
        var rightLanes = right.Lanes(rightBuffer, result.Length);
        Debug.Assert(!leftLanes.Overlaps(result) && !rightLanes.Overlaps(result), "A lane may be computed twice.");
        var whole = result.Length & -Width;
        var count = Loop<TKernel>(leftLanes, left.Mask, rightLanes, right.Mask, result[..whole], failed);
        if (whole == result.Length) return count;
        if (!left.IsUniform) Pad(leftLanes[whole..], leftBuffer);
        if (!right.IsUniform) Pad(rightLanes[whole..], rightBuffer);
        Span<ulong> last = stackalloc ulong[Width];
        var bits = 0UL;
        Loop<TKernel>(leftBuffer, nuint.MaxValue, rightBuffer, nuint.MaxValue, last, new Span<ulong>(ref bits));
        var rest = result.Length - whole;
        bits &= (1UL << rest) - 1;
        last[..rest].CopyTo(result[whole..]);
        failed[whole / Block] = whole % Block == 0 ? bits : failed[whole / Block] | (bits << (whole % Block));
        return count + BitOperations.PopCount(bits);
    }

    private static void Pad(ReadOnlySpan<ulong> words, Span<ulong> buffer)
    {
        words.CopyTo(buffer);
        buffer[words.Length..].Clear();
    }

    // Compiled at full speed at once: the first recalculation is often the longest.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Loop<TKernel>(
        ReadOnlySpan<ulong> lefts, nuint leftMask, ReadOnlySpan<ulong> rights, nuint rightMask, Span<ulong> results, Span<ulong> failed)
        where TKernel : struct, ILaneKernel
    {
        ref var left = ref MemoryMarshal.GetReference(lefts);
        ref var right = ref MemoryMarshal.GetReference(rights);
        ref var result = ref MemoryMarshal.GetReference(results);
        var (count, end) = (0, 0);
        for (var start = 0; start < results.Length; start = end)
        {
            end = Math.Min(start + Block, results.Length);
            var any = Vector256<ulong>.Zero;
            for (var i = (nuint)start; i < (nuint)end; i += Width)
            {
                var (l, r) = (i & leftMask, i & rightMask);
                var low = TKernel.Compute(Load(ref left, l), Load(ref right, r), out var failedLow);
                var high = TKernel.Compute(Load(ref left, l + Half), Load(ref right, r + Half), out var failedHigh);
                low.StoreUnsafe(ref result, i);
                high.StoreUnsafe(ref result, i + Half);
                any |= failedLow | failedHigh;
            }
            var bits = any == default ? 0 : Again<TKernel>(ref left, leftMask, ref right, rightMask, ref result, start, end);
            failed[start / Block] = bits;
            count += BitOperations.PopCount(bits);
        }
        return count;
    }

    // A block in which lanes failed: says which, and leaves none that fails for a blank or logical only.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Again<TKernel>(
        ref ulong left, nuint leftMask, ref ulong right, nuint rightMask, ref ulong result, int start, int end)
        where TKernel : struct, ILaneKernel
    {
        var bits = 0UL;
        for (var i = start; i < end; i += Half)
        {
            var (l, r) = (Load(ref left, Place(i, leftMask)), Load(ref right, Place(i, rightMask)));
            if (TKernel.Coerces) (l, r) = (Coerce(l), Coerce(r));
            TKernel.Compute(l, r, out var failed).StoreUnsafe(ref result, (nuint)i);
            bits |= (ulong)failed.ExtractMostSignificantBits() << (i - start);
        }
        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Coerce(Vector256<double> operands)
    {
        var words = operands.AsUInt64();
        var isTrue = Vector256.Equals(words, Vector256.Create(CellWord.FromLogical(true).Bits));
        var isZero = Vector256.Equals(words, Vector256.Create(CellWord.FromLogical(false).Bits))
            | Vector256.Equals(words, Vector256.Create(CellWord.Blank.Bits));
        return Vector256.ConditionalSelect((isTrue | isZero).AsDouble(), isTrue.AsDouble() & Vector256.Create(1.0), operands);
    }

    private static nuint Place(int lane, nuint mask) => (nuint)lane & mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref ulong words, nuint lane) => Vector256.LoadUnsafe(ref words, lane).AsDouble();
}
