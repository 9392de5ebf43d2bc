using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Tests.Storage;

public class NativeBlockTests
{
    private const long Megabyte = 1 << 20;

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(4096)]
    public void A_block_begins_at_a_line_of_the_cache(int words)
    {
        using var block = new NativeBlock(words);
        Assert.Equal(words, block.Length);
        Assert.Equal(words, block.Words.Length);
        Assert.Equal(0u, AddressOf(block) % 64);
    }

    [Fact]
    public void Giving_a_block_back_twice_is_giving_it_back()
    {
        var block = new NativeBlock(64);
        block.Dispose();
        block.Dispose();
        Assert.Equal(64, block.Length);
    }

    [Fact]
    public void Pages_that_were_dropped_do_not_pile_up()
    {
        for (var i = 0; i < 16_384; i++)
        {
            var page = new Page();
            page.Set(0, CellWord.FromNumber(i), null);
            page.Set(Page.Items - 1, CellWord.FromNumber(i), null);
        }
        Assert.InRange(NativeBlock.LiveBytes, 0, 256 * Megabyte);              // of 512 that were allocated
    }

    private static unsafe ulong AddressOf(NativeBlock block)
    {
        fixed (ulong* address = block.Words) return (ulong)address;
    }
}
