using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Recalc.Values;

namespace Recalc.Evaluation.Kernels;

/// <summary>Reads words as conditions: logicals as they are, numbers other than 0 as TRUE, blanks as FALSE.</summary>
internal static class ConditionKernel
{
    private const int Width = 4;
    private const int Block = 64;

    /// <summary>Decides conditions.</summary>
    /// <param name="words">A word a lane.</param>
    /// <param name="isTrue">A bit a lane, set where it is true; words past the last lane are left alone, here and there.</param>
    /// <param name="isOther">A bit a lane, set where the word is text, an error or anything else, which the caller has to look at.</param>
    /// <returns>How many such others there are.</returns>
    public static int Run(ReadOnlySpan<ulong> words, Span<ulong> isTrue, Span<ulong> isOther)
    {
        var count = 0;
        Span<ulong> last = stackalloc ulong[Block];
        for (var start = 0; start < words.Length; start += Block)
        {
            scoped var block = words[start..Math.Min(start + Block, words.Length)];
            if (block.Length < Block)
            {
                block.CopyTo(last);
                last[block.Length..].Clear();                                   // zeros are false
                block = last;
            }
            Decide(block, out isTrue[start / Block], out var others);
            isOther[start / Block] = others;
            count += BitOperations.PopCount(others);
        }
        return count;
    }

    /// <summary>All bits of the lanes that are true, and of those that are no conditions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Decide(Vector256<ulong> words, out Vector256<ulong> isTrue, out Vector256<ulong> isOther)
    {
        var isZero = Vector256.Equals(words.AsDouble(), Vector256<double>.Zero).AsUInt64();
        var isNumber = Vector256.LessThan(words, Vector256.Create(CellWord.Boxed));
        var trueWord = Vector256.Create(CellWord.FromLogical(true).Bits);
        var isLogical = Vector256.Equals(words | Vector256<ulong>.One, trueWord);
        isTrue = Vector256.AndNot(isNumber, isZero) | Vector256.Equals(words, trueWord);
        isOther = ~(isNumber | isLogical | Vector256.Equals(words, Vector256.Create(CellWord.Blank.Bits)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Decide(ReadOnlySpan<ulong> block, out ulong isTrue, out ulong isOther)
    {
        ref var word = ref MemoryMarshal.GetReference(block);
        (isTrue, isOther) = (0, 0);
        for (var lane = 0; lane < Block; lane += Width)
        {
            Decide(Vector256.LoadUnsafe(ref word, (nuint)lane), out var trues, out var others);
            isTrue |= (ulong)trues.ExtractMostSignificantBits() << lane;
            isOther |= (ulong)others.ExtractMostSignificantBits() << lane;
        }
    }
}
