using Recalc.Functions;

namespace Recalc.Tests.Evaluation.Kernels;

/// <summary>What a kernel made of lanes, held against the scalar operator.</summary>
internal static class Lanes
{
    public delegate int Kernel(Span<ulong> result, Span<ulong> failed);

    /// <summary>The words of operands, not aligned to anything.</summary>
    public static ReadOnlyMemory<ulong> Words(IEnumerable<Operand> operands) =>
        operands.Select(o => o.Word.Bits).Prepend(0UL).ToArray().AsMemory(1);

    /// <summary>
    /// Lanes that did not fail have the bits of the scalar result, which is a number or a logical; those that did are counted, and nothing
    /// is written past the lanes. Returns how many failed.
    /// </summary>
    public static int AssertAgree(int count, Kernel kernel, Func<int, Operand> scalar, Func<int, string> describe)
    {
        var (result, failed) = (new ulong[count + 9], new ulong[(count + 63) / 64 + 1]);
        Array.Fill(result, 77UL);
        Array.Fill(failed, 78UL);
        var failures = kernel(result.AsSpan(1, count), failed);
        Assert.Equal(77UL, result[0]);
        Assert.All(result[(count + 1)..], w => Assert.Equal(77UL, w));
        Assert.Equal(78UL, failed[^1]);
        Assert.Equal(failures, failed[..^1].Sum(System.Numerics.BitOperations.PopCount));
        if (count % 64 != 0) Assert.Equal(0UL, failed[^2] >> (count % 64));
        for (var lane = 0; lane < count; lane++)
        {
            if ((failed[lane / 64] >> (lane % 64) & 1) != 0) continue;
            var expected = scalar(lane).Word;
            Assert.True(expected.IsNumber || expected.IsLogical, $"{describe(lane)} did not fail");
            Assert.True(expected.Bits == result[lane + 1], $"{describe(lane)}: {expected.Bits:X} as scalar, {result[lane + 1]:X} as lane");
        }
        return failures;
    }
}
