using CsCheck;
using Recalc.Evaluation.Kernels;
using Recalc.Functions;
using Recalc.Values;

namespace Recalc.Tests.Evaluation.Kernels;

public class FunctionKernelsTests
{
    private delegate int Unary(in LaneSource operand, Span<ulong> result, Span<ulong> failed);

    private delegate int Binary(in LaneSource left, in LaneSource right, Span<ulong> result, Span<ulong> failed);

    /// <summary>Decimals near the middle between two roundings, as sums and products of decimals give them.</summary>
    private static readonly Gen<double> Middle = Gen.Select(
        Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Int[0, 12], Gen.Int[-40, 40],
        (digits, places, ulps) =>
        {
            var middle = (digits * 10 + 5) / Math.Pow(10, places);
            return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(middle) + ulps);
        });

    private static readonly Gen<int> Places = Gen.OneOf(Gen.Int[-3, 9], Gen.Int[-22, 22]);

    [Fact]
    public void ABS_agrees() => Agree(FunctionKernels.Absolute, Math.Abs);

    [Fact]
    public void INT_agrees() => Agree(FunctionKernels.Floor, Math.Floor);

    [Fact]
    public void SQRT_agrees() => Agree(FunctionKernels.SquareRoot, Math.Sqrt);

    [Fact]
    public void MIN_agrees() => Agree(FunctionKernels.Minimum, Math.Min);

    [Fact]
    public void MAX_agrees() => Agree(FunctionKernels.Maximum, Math.Max);

    [Fact]
    public void NOT_agrees() =>
        LaneGens.Pairs.Sample(pairs =>
        {
            var operands = pairs.Select(p => p.Left).ToArray();
            var words = Lanes.Words(operands);
            Lanes.AssertAgree(
                pairs.Length,
                (result, failed) => FunctionKernels.Not(new LaneSource(words.Span), result, failed),
                lane => Coercion.TryToLogical(operands[lane].Value, out var value, out var error) ? !value : error,
                lane => $"NOT({operands[lane].Value})");
        }, iter: 3_000);

    [Fact]
    public void ROUND_agrees() =>
        Gen.Select(Gen.OneOf(LaneGens.Number, Middle).Array[1, 100], LaneGens.Boxed, Places).Sample((numbers, boxed, places) =>
        {
            Operand[] operands = [.. numbers.Select(LaneGens.Raw), boxed];
            var words = Lanes.Words(operands);
            Lanes.AssertAgree(
                operands.Length,
                (result, failed) =>
                {
                    Assert.True(FunctionKernels.TryRound(new LaneSource(words.Span), places, result, failed, out var count));
                    return count;
                },
                lane => OfNumber(operands[lane], n => DecimalRounding.Round(n, places)),
                lane => $"ROUND({operands[lane].Value}, {places})");
        }, iter: 30_000);

    [Theory]
    [InlineData(23)]
    [InlineData(-23)]
    [InlineData(int.MinValue)]
    public void There_is_no_kernel_for_powers_of_ten_that_are_not_exact(int places) =>
        Assert.False(FunctionKernels.TryRound(new LaneSource(0), places, [], [], out _));

    [Fact]
    public void Ordinary_numbers_are_rounded_by_the_kernel()
    {
        var (result, failed) = (new ulong[1000], new ulong[16]);
        var numbers = Enumerable.Range(0, 1000).Select(i => i * 1.2341 - 500).ToArray();
        var words = numbers.Select(n => CellWord.FromNumber(n).Bits).ToArray();
        Assert.True(FunctionKernels.TryRound(new LaneSource(words), 2, result, failed, out var count));
        Assert.Equal(numbers.Count(n => Math.Round(n * 1e4) % 100 is 50 or -50), count);
    }

    private static void Agree(Unary kernel, Func<double, double> scalar) =>
        LaneGens.Pairs.Sample(pairs =>
        {
            var operands = pairs.Select(p => p.Left).ToArray();
            var words = Lanes.Words(operands);
            var failures = Lanes.AssertAgree(
                pairs.Length,
                (result, failed) => kernel(new LaneSource(words.Span), result, failed),
                lane => OfNumber(operands[lane], scalar),
                lane => $"f({operands[lane].Value})");
            Assert.Equal(operands.Count(o => o.IsText || OfNumber(o, scalar).IsError), failures);
        }, iter: 3_000);

    private static void Agree(Binary kernel, Func<double, double, double> scalar) =>
        LaneGens.Pairs.Sample(pairs =>
        {
            var (left, right) = (Lanes.Words(pairs.Select(p => p.Left)), Lanes.Words(pairs.Select(p => p.Right)));
            var failures = Lanes.AssertAgree(
                pairs.Length,
                (result, failed) => kernel(new LaneSource(left.Span), new LaneSource(right.Span), result, failed),
                lane => AreNumbers(pairs[lane]) ? scalar(pairs[lane].Left.Word.Number, pairs[lane].Right.Word.Number) : ErrorKind.Value,
                lane => $"f({pairs[lane].Left.Value}, {pairs[lane].Right.Value})");
            Assert.Equal(pairs.Count(p => !AreNumbers(p)), failures);
        }, iter: 3_000);

    private static Operand OfNumber(Operand operand, Func<double, double> scalar) =>
        Coercion.TryToNumber(operand.Value, default, out var number, out var error) ? scalar(number) : error;

    private static bool AreNumbers((Operand Left, Operand Right) pair) => pair.Left.IsNumber && pair.Right.IsNumber;
}
