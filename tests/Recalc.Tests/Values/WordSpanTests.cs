using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class WordSpanTests
{
    private static readonly Gen<double> AnyWord = Gen.OneOf(
        Gen.Double, Gen.Double, Gen.Int[-3, 3].Select(i => (double)i),
        Gen.ULong[0, 0x7_FFFF_FFFF_FFFF].Select(p => Raw(0xFFF8_0000_0000_0000 | p)),
        Gen.OneOf(double.NaN, -double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon));

    // Mostly numbers, so that offenders lie deep in the span, with a tail that fills no vector.
    private static readonly Gen<double[]> AnyWords =
        from numbers in Gen.Double[-1e9, 1e9].Array[0, 70]
        from places in Gen.Int[0, 200].Array[0, 2]
        from words in AnyWord.Array[2]
        select Scatter(numbers, places, words);

    [Fact]
    public void The_first_that_is_not_finite_is_found_as_by_a_loop() =>
        AnyWords.Sample(words => Assert.Equal(Find(words, w => !double.IsFinite(w)), WordSpan.FirstNotFinite(words)), iter: 20_000);

    [Fact]
    public void The_first_that_is_boxed_is_found_as_by_a_loop() =>
        AnyWords.Sample(words => Assert.Equal(Find(words, w => !new CellWord(Bits(w)).IsNumber), WordSpan.FirstBoxed(words)), iter: 20_000);

    [Fact]
    public void Spans_are_equal_when_their_bits_are() =>
        Gen.Select(AnyWords, Gen.Int[0, 70], AnyWord).Sample((words, place, other) =>
        {
            var copy = words.ToArray();
            if (place < copy.Length) copy[place] = other;
            var different = Enumerable.Range(0, words.Length).Where(i => Bits(words[i]) != Bits(copy[i])).ToArray();
            Assert.Equal(different.Length == 0, WordSpan.SequenceEqual(words, copy));
            Assert.Equal(different.Length == 0 ? words.Length : different[0], WordSpan.FirstDifference(words, copy));
        }, iter: 20_000);

    [Fact]
    public void Every_position_of_an_offender_is_found()
    {
        for (var length = 1; length < 40; length++)
        {
            for (var place = 0; place < length; place++)
            {
                var words = new double[length];
                words[place] = Raw(CellWord.Blank.Bits);
                Assert.Equal(place, WordSpan.FirstNotFinite(words));
                Assert.Equal(place, WordSpan.FirstBoxed(words));
                Assert.Equal(place, WordSpan.FirstDifference(words, new double[length]));
            }
        }
    }

    [Fact]
    public void Spans_of_two_lengths_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => WordSpan.FirstDifference([1, 2], [1]));

    private static double[] Scatter(double[] numbers, int[] places, double[] words)
    {
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] < numbers.Length) numbers[places[i]] = words[i];
        }
        return numbers;
    }

    private static int Find(double[] words, Predicate<double> offends)
    {
        var place = Array.FindIndex(words, offends);
        return place < 0 ? words.Length : place;
    }

    private static double Raw(ulong bits) => BitConverter.UInt64BitsToDouble(bits);
    private static ulong Bits(double number) => BitConverter.DoubleToUInt64Bits(number);
}
