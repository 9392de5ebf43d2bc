using System.Runtime.CompilerServices;
using Recalc.Values;
using Recalc.Words;

namespace Recalc.Tests.Values;

/// <summary>
/// What processors do to words that hide in NaNs, and why no cell notices. What is asserted of arithmetic holds on x64 and arm64 alike;
/// bit patterns differ between them and are only said to be none of those that are stored.
/// </summary>
public class CellWordTrapTests
{
    private static readonly CellWord TextWord = CellWord.FromSlot(WordTag.Text, U31.Of(42));
    private static readonly double Text = TextWord.Number;
    private static readonly double Blank = CellWord.Blank.Number;
    private static readonly double Callback = CellWord.FromSlot(WordTag.Callback, U31.Of(7)).Number;

    private static readonly double[] Tags =
        [Text, Blank, Callback, CellWord.FromError(ErrorKind.Div0).Number, CellWord.FromReference(3, 16383, 1048575).Number];

    [Fact]
    public void Functions_outside_their_domain_make_a_NaN_that_is_no_value()
    {
        double[] results =
        [
            Math.Log(Opaque(-1)), Math.Acos(Opaque(2)), Math.Sqrt(Opaque(-1)), Math.Pow(Opaque(-8), 1.0 / 3), Opaque(0) / Opaque(0),
            Opaque(double.PositiveInfinity) - Opaque(double.PositiveInfinity),
            Opaque(double.PositiveInfinity) * Opaque(0), Opaque(5) % Opaque(0),
        ];
        foreach (var result in results)
        {
            Assert.True(double.IsNaN(result));
            // Of either sign, with no tag: 7FF8… would pass for a number by its tag, FFF8… is the tag that is never stored.
            Assert.True(new CellWord(Bits(result)).Tag is WordTag.ArithmeticNaN or WordTag.Number);
            AssertRefused(result);
        }
    }

    [Fact]
    public void A_negated_tag_passes_for_a_number_and_is_caught_as_a_result()
    {
        foreach (var tag in Tags)
        {
            var negated = -Opaque(tag);
            Assert.True(double.IsNaN(negated));
            Assert.NotEqual(Bits(tag), Bits(negated));
            Assert.True(new CellWord(Bits(negated)).IsNumber);
            AssertRefused(negated);
        }
    }

    [Fact]
    public void The_payload_that_survives_arithmetic_is_never_trusted()
    {
        var (a, b, one) = (Opaque(Text), Opaque(Callback), Opaque(1));
        // Which operand's payload these carry differs between the operations, their operand order and the machines.
        double[] results =
        [
            a + b, b + a, a * b, b * a, a - b, a / b, Math.FusedMultiplyAdd(a, one, b), Math.FusedMultiplyAdd(one, a, b),
            Math.FusedMultiplyAdd(one, b, a), a + one, one + a, one - a, a * Opaque(0), Math.Sqrt(a), Math.Exp(b), Math.Floor(a),
        ];
        Assert.All(results, AssertRefused);
    }

    [Fact]
    public void A_kernel_of_arithmetic_finds_tagged_operands_in_its_results()
    {
        for (var lane = 0; lane < 37; lane++)
        {
            foreach (var tag in Tags)
            {
                var operands = Enumerable.Range(1, 37).Select(i => (double)i).ToArray();
                operands[lane] = tag;
                Assert.Equal(lane, WordSpan.FirstNotFinite([.. operands.Select(x => x * 2.5 + 1)]));
                Assert.Equal(lane, WordSpan.FirstNotFinite([.. operands.Select(x => -x)]));
                Assert.Equal(lane, WordSpan.FirstNotFinite([.. operands.Select(x => Math.FusedMultiplyAdd(x, x, 1))]));
            }
        }
    }

    [Fact]
    public void A_tag_to_the_power_of_zero_is_one_so_powers_look_at_operands()
    {
        foreach (var tag in Tags)
        {
            Assert.Equal(1.0, Math.Pow(Opaque(tag), 0));
            Assert.Equal(1.0, Math.Pow(1, Opaque(tag)));
            Assert.Equal(1, WordSpan.FirstBoxed([2, tag]));
            Assert.False(new CellWord(Bits(tag)).IsNumber);
        }
    }

    [Fact]
    public void A_comparison_with_a_tag_is_false_and_leaves_no_NaN_so_comparisons_look_at_operands()
    {
        foreach (var tag in Tags)
        {
            var x = Opaque(tag);
            Assert.False(x > 100);
            Assert.False(x <= 100);
            var selected = x > 100 ? 1.0 : 0.0;
            Assert.Equal(0.0, selected);
            Assert.Equal(1, WordSpan.FirstNotFinite([selected]));
            Assert.Equal(0, WordSpan.FirstBoxed([tag]));
        }
    }

    [Fact]
    public void Minimum_and_maximum_may_drop_a_tag_so_they_look_at_operands()
    {
        foreach (var tag in Tags)
        {
            Assert.Equal(5.0, double.MaxNumber(Opaque(tag), 5));
            Assert.Equal(5.0, double.MinNumber(5, Opaque(tag)));
            Assert.Equal(1, WordSpan.FirstBoxed([5, tag]));
        }
    }

    [Fact]
    public void Doubles_call_different_tags_equal_and_words_do_not()
    {
        double[] left = [1, Text, Blank];
        double[] right = [1, Callback, CellWord.FromError(ErrorKind.Ref).Number];
        Assert.True(Text.Equals(Callback));
        Assert.True(left.AsSpan().SequenceEqual(right));

        Assert.NotEqual(new CellWord(Bits(left[1])), new CellWord(Bits(right[1])));
        Assert.False(WordSpan.SequenceEqual(left, right));
        Assert.Equal(1, WordSpan.FirstDifference(left, right));
    }

    [Fact]
    public void Doubles_call_a_tag_different_from_itself_and_words_do_not()
    {
        var same = Opaque(Text);
        Assert.False(same == Opaque(Text));
        Assert.True(new CellWord(Bits(same)) == TextWord);
        Assert.True(WordSpan.SequenceEqual([Text], [same]));
    }

    [Fact]
    public void Division_by_zero_and_overflow_are_caught_as_results()
    {
        double[] results =
            [Opaque(1) / Opaque(0), Opaque(-1) / Opaque(0), Opaque(1e308) * 10, Math.Exp(Opaque(1000)), Math.Pow(Opaque(10), 400)];
        foreach (var result in results)
        {
            Assert.True(double.IsInfinity(result));
            AssertRefused(result);
        }
    }

    [Fact]
    public void Negative_zero_is_dropped_on_store()
    {
        double[] zeros = [Opaque(-1) * Opaque(0), -Opaque(0), Math.Round(Opaque(-0.2)), Opaque(-1e-300) * 1e-300];
        foreach (var zero in zeros)
        {
            Assert.True(double.IsNegative(zero));
            Assert.Equal(0UL, CellWord.FromNumber(zero).Bits);
            Assert.Equal(CellValue.FromNumber(0), CellValue.FromNumber(zero));
        }
    }

    // Moving a word through memory and registers must not quiet, sign or renumber it.
    [Fact]
    public void A_word_that_is_only_moved_keeps_its_bits()
    {
        var column = new double[64];
        Array.Fill(column, Text);
        var copy = new double[64];
        column.AsSpan().CopyTo(copy);
        Assert.All(copy, word => Assert.Equal(TextWord.Bits, Bits(Opaque(word))));
    }

    private static void AssertRefused(double result)
    {
        Assert.False(double.IsFinite(result));
        Assert.Equal(0, WordSpan.FirstNotFinite([result]));
        Assert.Equal(CellWord.FromError(ErrorKind.Num), CellWord.FromNumber(result));
        Assert.Equal(CellValue.FromError(ErrorKind.Num), CellValue.FromNumber(result));
    }

    // Keeps the compiler from computing at compile time what the processor shall compute.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Opaque(double number) => number;

    private static ulong Bits(double number) => BitConverter.DoubleToUInt64Bits(number);
}
