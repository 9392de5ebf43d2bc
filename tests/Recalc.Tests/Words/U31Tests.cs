using CsCheck;
using Recalc.Words;

namespace Recalc.Tests.Words;

public class U31Tests
{
    [Fact]
    public void Default_is_index_zero()
    {
        Assert.True(default(U31).HasValue);
        Assert.True(default(U31).TryGet(out var index));
        Assert.Equal(0, index);
    }

    [Fact]
    public void None_is_there_for_nobody()
    {
        Assert.False(U31.None.HasValue);
        Assert.False(U31.None.TryGet(out _));
        Assert.Equal(-1, U31.None.Sign);
        Assert.NotEqual(U31.Of(int.MaxValue), U31.None);
    }

    [Fact]
    public void The_three_ways_to_ask_agree() =>
        Gen.Int.Sample(word =>
        {
            var fact = U31.Of(word);
            Assert.Equal(word >= 0, fact.HasValue);
            Assert.Equal(fact.HasValue, fact.TryGet(out var index));
            Assert.Equal(fact.HasValue ? 0 : -1, fact.Sign);
            if (fact.HasValue) Assert.Equal((word, word), (index, fact.Index));
        });
}
