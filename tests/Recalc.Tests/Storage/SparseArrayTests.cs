using CsCheck;
using Recalc.Storage;

namespace Recalc.Tests.Storage;

public class SparseArrayTests
{
    [Fact]
    public void A_sparse_array_is_a_dictionary_in_order() =>
        Gen.Select(Gen.OneOf(Gen.Int[0, 16383], Gen.Int[0, 20], Gen.Int[16370, 16383]), Gen.Bool).Array[0, 40].Sample(writes =>
        {
            var (array, naive) = (new SparseArray<string>(), new SortedDictionary<int, string>());
            foreach (var (index, isSet) in writes)
            {
                array[index] = isSet ? $"{index}" : null;
                if (isSet) naive[index] = $"{index}";
                else naive.Remove(index);
                Assert.Equal(naive.Select(p => (p.Key, p.Value)), array.Filled);
            }
            foreach (var index in writes.SelectMany(w => Enumerable.Range(w.Item1 - 1, 3))) Assert.Equal(naive.GetValueOrDefault(index), array[index]);
        }, iter: 100);

    [Fact]
    public void An_empty_array_holds_nothing_anywhere()
    {
        var array = new SparseArray<string>();
        Assert.Null(array[0]);
        Assert.Null(array[16383]);
        Assert.Empty(array.Filled);
    }
}
