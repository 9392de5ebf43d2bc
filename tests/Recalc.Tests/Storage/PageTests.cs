using CsCheck;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Tests.Storage;

public class PageTests
{
    private const int LineBytes = 64 * sizeof(ulong);

    private static readonly Gen<CellValue> Value = Gen.OneOf(
        Gen.Double.Select(CellValue.FromNumber),
        Gen.String[0, 5].Select(CellValue.FromText),
        Gen.Bool.Select(CellValue.FromLogical),
        Gen.Const(CellValue.FromError(ErrorKind.Div0)),
        Gen.Const(CellValue.Blank));

    /// <summary>Items all over the page, near its ends, and near one another.</summary>
    private static readonly Gen<int> Item = Gen.OneOf(Gen.Int[0, 4095], Gen.Int[0, 3], Gen.Int[4092, 4095], Gen.Int[2040, 2060]);

    [Fact]
    public void A_page_is_an_array_of_4096_values() =>
        Gen.Select(Item, Value).Array[0, 60].Sample(writes =>
        {
            var (page, naive) = (new Page(), new CellValue[Page.Items]);
            foreach (var (item, value) in writes)
            {
                page.Set(item, value.Word, value.TextOrNull);
                naive[item] = value;
                Assert.Equal(naive.Count(v => !v.IsBlank), page.CountFilled());
            }
            Assert.Equal(naive.AsSpan(), Enumerable.Range(0, Page.Items).Select(i => page[i]).ToArray().AsSpan());
            Assert.Equal(naive.Any(v => !v.IsBlank), page.TryGetUsed(out var first, out var last));
            if (page.CountFilled() == 0) return;
            Assert.Equal(Array.FindIndex(naive, v => !v.IsBlank), first);
            Assert.Equal(Array.FindLastIndex(naive, v => !v.IsBlank), last);
        }, iter: 100);

    [Fact]
    public void The_window_holds_all_that_is_not_blank_in_whole_aligned_lines() =>
        Gen.Select(Item, Value).Array[1, 30].Sample(writes =>
        {
            var page = new Page();
            foreach (var (item, value) in writes) page.Set(item, value.Word, value.TextOrNull);
            Assert.Equal(page.Words.Length * sizeof(ulong), page.NativeBytes);
            Assert.Equal(0, page.NativeBytes % LineBytes);
            Assert.Equal(0, page.First % 64);
            Assert.InRange(page.First + page.Words.Length, 0, Page.Items);
            foreach (var (item, value) in writes.Reverse().DistinctBy(w => w.Item1))
                if (!value.IsBlank) Assert.Equal(value.Word.Bits, page.Words[item - page.First]);
        }, iter: 1_000);

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(2000)]
    [InlineData(4095)]
    public void One_value_costs_one_line_wherever_it_lies(int item)
    {
        var page = new Page();
        page.Set(item, CellWord.FromNumber(1), null);
        Assert.Equal(LineBytes, page.NativeBytes);
        Assert.InRange(item, page.First, page.First + page.Words.Length - 1);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4095, -1)]
    public void Filling_in_either_direction_copies_the_window_a_handful_of_times(int from, int step)
    {
        var page = new Page();
        var (sizes, copied) = (new List<int>(), 0);
        for (var (i, item) = (0, from); i < Page.Items; i++, item += step)
        {
            var before = page.NativeBytes;
            page.Set(item, CellWord.FromNumber(i), null);
            if (page.NativeBytes == before) continue;
            copied += before;
            sizes.Add(page.NativeBytes / LineBytes);
        }
        Assert.Equal([1, 2, 4, 8, 16, 32, 64], sizes);
        Assert.InRange(copied, 0, page.NativeBytes);
    }

    [Fact]
    public void Blanks_take_no_room()
    {
        var page = new Page();
        for (var item = 0; item < Page.Items; item++) page.Set(item, CellWord.Blank, null);
        Assert.Equal(0, page.NativeBytes);
        Assert.True(page.Words.IsEmpty);
        Assert.False(page.TryGetUsed(out _, out _));
    }

    [Fact]
    public void Text_follows_the_window_as_it_grows_both_ways()
    {
        var page = new Page();
        foreach (var item in (int[])[2048, 2047, 100, 4000, 0, 4095]) page.Set(item, CellValue.FromText($"t{item}").Word, $"t{item}");
        foreach (var item in (int[])[0, 100, 2047, 2048, 4000, 4095]) Assert.Equal($"t{item}", page[item].AsText());
        Assert.Equal(6, page.CountFilled());
    }

    [Fact]
    public void A_number_in_place_of_a_text_lets_the_text_go()
    {
        var page = new Page();
        var text = WriteAndForget(page);
        page.Set(5, CellWord.FromNumber(1), null);
        GC.Collect();
        Assert.False(text.TryGetTarget(out _));
        Assert.Equal(1, page[5].AsNumber());
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference<string> WriteAndForget(Page page)
    {
        var text = new string('x', 100);
        page.Set(5, CellValue.FromText(text).Word, text);
        return new WeakReference<string>(text);
    }
}
