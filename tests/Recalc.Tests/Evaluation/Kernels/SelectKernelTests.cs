using CsCheck;
using Recalc.Evaluation.Kernels;
using Recalc.Values;

namespace Recalc.Tests.Evaluation.Kernels;

public class SelectKernelTests
{
    [Fact]
    public void Each_lane_comes_from_the_side_that_its_bit_says() =>
        Gen.Select(LaneGens.Pairs, Gen.ULong.Array[6], Gen.Bool, Gen.Bool).Sample((pairs, mask, uniformTrue, uniformFalse) =>
        {
            var (trues, falses) = (Lanes.Words(pairs.Select(p => p.Left)), Lanes.Words(pairs.Select(p => p.Right)));
            var whenTrue = uniformTrue ? new LaneSource(7) : new LaneSource(trues.Span);
            var whenFalse = uniformFalse ? new LaneSource(8) : new LaneSource(falses.Span);
            var result = new ulong[pairs.Length + 2];
            SelectKernel.Run(mask, whenTrue, whenFalse, result.AsSpan(1, pairs.Length));
            for (var lane = 0; lane < pairs.Length; lane++)
                Assert.Equal((mask[lane / 64] >> (lane % 64) & 1) != 0 ? whenTrue[lane] : whenFalse[lane], result[lane + 1]);
            Assert.Equal((0UL, 0UL), (result[0], result[^1]));
        }, iter: 5_000);

    [Fact]
    public void Conditions_are_decided_as_the_scalar_coercion_does() =>
        LaneGens.Pairs.Sample(pairs =>
        {
            var operands = pairs.Select(p => p.Left).ToArray();
            var blocks = (operands.Length + 63) / 64;
            var (isTrue, isOther) = (new ulong[blocks + 1], new ulong[blocks + 1]);
            var count = ConditionKernel.Run(Lanes.Words(operands).Span, isTrue, isOther);
            Assert.Equal((0UL, 0UL), (isTrue[^1], isOther[^1]));
            if (operands.Length % 64 != 0) Assert.Equal(0UL, (isTrue[^2] | isOther[^2]) >> (operands.Length % 64));
            for (var lane = 0; lane < operands.Length; lane++)
            {
                var (decided, other) = (Bit(isTrue, lane), Bit(isOther, lane));
                Assert.Equal(operands[lane].IsText || operands[lane].IsError, other);
                if (other) count--;
                else Assert.Equal(Coercion.TryToLogical(operands[lane].Value, out var logical, out _) && logical, decided);
            }
            Assert.Equal(0, count);
        }, iter: 5_000);

    private static bool Bit(ulong[] mask, int lane) => (mask[lane / 64] >> (lane % 64) & 1) != 0;
}
