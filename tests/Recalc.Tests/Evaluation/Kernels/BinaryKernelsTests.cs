using CsCheck;
using Recalc.Evaluation;
using Recalc.Evaluation.Kernels;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Tests.Evaluation.Kernels;

public class BinaryKernelsTests
{
    private static readonly TestSite Site = new();

    private static readonly SyntaxKind[] Kernels = [.. Gens.Arithmetic, .. Gens.Comparisons];

    [Fact]
    public void Lanes_agree_with_the_scalar_operator_or_fail() =>
        Gen.Select(Gens.Operator, LaneGens.Pairs, Gen.Bool, Gen.Int[0, 2]).Sample((kind, pairs, isLast, form) =>
        {
            var lefts = pairs.Select(p => p.Left).ToArray();
            var rights = pairs.Select(p => p.Right).ToArray();
            if (form == 1) Array.Fill(lefts, lefts.FirstOrDefault());
            if (form == 2) Array.Fill(rights, rights.FirstOrDefault());
            var (left, right) = (Lanes.Words(lefts), Lanes.Words(rights));
            Lanes.AssertAgree(
                pairs.Length,
                (result, failed) => BinaryKernels.Run(
                    kind, isLast,
                    form == 1 && pairs.Length > 0 ? new LaneSource(lefts[0].Word.Bits) : new LaneSource(left.Span),
                    form == 2 && pairs.Length > 0 ? new LaneSource(rights[0].Word.Bits) : new LaneSource(right.Span),
                    result, failed),
                lane => Operators.Binary(kind, lefts[lane], rights[lane], isLast, Site),
                lane => $"{lefts[lane].Value} {kind} {rights[lane].Value}, last: {isLast}");
        }, iter: 20_000);

    [Fact]
    public void Unary_lanes_agree_with_the_scalar_operator_or_fail() =>
        Gen.Select(Gen.OneOf(SyntaxKind.Negate, SyntaxKind.Percent), LaneGens.Pairs).Sample((kind, pairs) =>
        {
            var operands = pairs.Select(p => p.Left).ToArray();
            var words = Lanes.Words(operands);
            Lanes.AssertAgree(
                pairs.Length,
                (result, failed) => UnaryKernels.Run(kind, new LaneSource(words.Span), result, failed),
                lane => Operators.Unary(kind, operands[lane], Site),
                lane => $"{kind} {operands[lane].Value}");
        }, iter: 5_000);

    // A kernel whose every lane fails would agree with anything.
    [Fact]
    public void Ordinary_numbers_do_not_fail() =>
        Gen.Select(Gen.OneOf(Kernels), Gen.Double[1, 100].Array[1024], Gen.Double[1, 100], Gen.Bool)
            .Sample((kind, numbers, other, isLast) =>
            {
                var result = new ulong[1024];
                var failed = new ulong[16];
                var lanes = new LaneSource(numbers.Select(n => CellWord.FromNumber(n).Bits).ToArray());
                var count = BinaryKernels.Run(kind, isLast, lanes, new LaneSource(CellWord.FromNumber(other).Bits), result, failed);
                Assert.Equal(0, count);
                Assert.Equal(0, UnaryKernels.Run(SyntaxKind.Negate, lanes, result, failed));
                Assert.Equal(0, UnaryKernels.Run(SyntaxKind.Percent, lanes, result, failed));
            }, iter: 300);

    [Fact]
    public void Blanks_and_logicals_are_numbers_of_arithmetic_and_do_not_fail()
    {
        ulong[] words = [.. Enumerable.Repeat(CellWord.Blank.Bits, 70), CellWord.FromLogical(true).Bits, CellWord.FromNumber(5).Bits];
        var (result, failed) = (new ulong[words.Length], new ulong[2]);
        var one = words[^2];
        Assert.Equal(0, BinaryKernels.Run(SyntaxKind.Add, true, new LaneSource(words), new LaneSource(one), result, failed));
        Assert.Equal([1.0, 1, 2, 6], new[] { 0, 69, 70, 71 }.Select(i => new CellWord(result[i]).Number));
        var failures = BinaryKernels.Run(SyntaxKind.Less, true, new LaneSource(words), new LaneSource(one), result, failed);
        Assert.Equal(words.Length, failures);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(0.5)]
    public void Squares_and_roots_agree(double exponent) =>
        LaneGens.Pairs.Sample(pairs =>
        {
            var operands = pairs.Select(p => p.Left).ToArray();
            var words = Lanes.Words(operands);
            Lanes.AssertAgree(
                pairs.Length,
                (result, failed) => BinaryKernels.Run(
                    SyntaxKind.Power, isLast: true,
                    new LaneSource(words.Span), new LaneSource(CellWord.FromNumber(exponent).Bits),
                    result, failed),
                lane => Operators.Binary(SyntaxKind.Power, operands[lane], exponent, isLast: true, Site),
                lane => $"{operands[lane].Value} ^ {exponent}");
        }, iter: 2_000);

    [Fact]
    public void Kernels_allocate_nothing()
    {
        var words = Enumerable.Range(1, 1003).Select(i => CellWord.FromNumber(i).Bits).ToArray();
        var (result, failed) = (new ulong[1003], new ulong[16]);
        Assert.Equal(0, Allocated.By(Go));

        void Go()
        {
            var (one, all) = (words[5], words);
            foreach (var kind in Gens.Arithmetic) BinaryKernels.Run(kind, true, new LaneSource(all), new LaneSource(one), result, failed);
            foreach (var kind in Gens.Comparisons) BinaryKernels.Run(kind, true, new LaneSource(all), new LaneSource(all), result, failed);
        }
    }
}
