using CsCheck;
using Recalc.Graph;

namespace Recalc.Tests.Graph;

public class RadixSortTests
{
    [Fact]
    public void Keys_are_sorted_and_their_numbers_with_them() =>
        Gen.Select(Gen.Int[0, 2_000], Gen.ULong, Gen.Int[0, 1_000_000]).Sample((count, mask, seed) =>
        {
            var random = new Random(seed);
            var keys = Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) & mask).ToArray();
            var (sorted, numbers) = (keys.ToArray(), Enumerable.Range(0, count).ToArray());
            RadixSort.Sort(sorted, numbers, count);
            Assert.Equal(keys.Order(), sorted);
            Assert.Equal(sorted, numbers.Select(n => keys[n]));
            Assert.Equal(count, numbers.Distinct().Count());
        }, iter: 500);

    [Theory]
    [InlineData(3)]
    [InlineData(1_000)]
    public void Only_the_first_keys_are_sorted(int count)
    {
        var (keys, numbers) = (Enumerable.Range(0, count + 2).Select(i => (ulong)(count - i + 2)).ToArray(), new int[count + 2]);
        RadixSort.Sort(keys, numbers, count);
        Assert.Equal([.. Enumerable.Range(3, count).Select(i => (ulong)i), 2, 1], keys);
    }
}
