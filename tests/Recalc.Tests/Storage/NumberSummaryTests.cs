using CsCheck;
using Recalc.Addressing;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Tests.Storage;

public class NumberSummaryTests
{
    [Fact]
    public void A_stretch_of_a_page_is_summed_up_as_a_loop_does() =>
        Gen.Select(CellGens.Cells, Gen.Int[0, 3000]).Sample((cells, firstItem) =>
        {
            var words = cells.Select(c => c.Word).ToArray();
            AssertSame(Naive(words, firstItem), NumberSummary.Of(words, firstItem));
        }, iter: 2_000);

    [Fact]
    public void Blanks_around_a_stretch_change_no_bit() =>
        Gen.Select(CellGens.Cells, Gen.Int[0, 200], Gen.Int[0, 200]).Sample((cells, before, after) =>
        {
            var words = cells.Select(c => c.Word).ToArray();
            var wide = new ulong[before + words.Length + after];
            Array.Fill(wide, CellWord.Blank.Bits);
            words.CopyTo(wide, before);
            AssertSame(NumberSummary.Of(words, before), NumberSummary.Of(wide, 0));
        }, iter: 1_000);

    [Fact]
    public void A_rectangle_is_the_sum_of_its_pages_whatever_was_asked_before() =>
        Gen.Select(Stretches, Gen.Select(Rectangle, Rectangle), Stretches, Rectangle).Sample((writes, asked, more, range) =>
        {
            var (store, naive) = (new CellStore(), new Dictionary<CellAddress, ulong>());
            Write(store, naive, writes);
            foreach (var earlier in new[] { asked.Item1, asked.Item2, CellRange.Sheet })
                AssertSame(Naive(naive, earlier), store.Summarize(earlier));
            Write(store, naive, more);
            foreach (var later in new[] { range, asked.Item1, CellRange.Sheet }) AssertSame(Naive(naive, later), store.Summarize(later));
        }, iter: 300);

    [Fact]
    public void Every_way_to_write_makes_a_new_summary()
    {
        var store = new CellStore();
        store[new CellAddress(0, 5)] = 1;
        Assert.Equal(1, store.Summarize(CellRange.Sheet).Sum);
        store[new CellAddress(0, 5)] = 2;
        Assert.Equal(2, store.Summarize(CellRange.Sheet).Sum);
        store.Write(0, 6, [CellWord.FromNumber(3).Bits], []);
        Assert.Equal(5, store.Summarize(CellRange.Sheet).Sum);
        store.Clear(new CellRange(0, 5, 0, 5));
        Assert.Equal(new NumberSummary { Sum = 3, Count = 1, Min = 3, Max = 3, Filled = 1 }, store.Summarize(CellRange.Sheet));
    }

    [Fact]
    public void Nothing_has_an_empty_summary()
    {
        Assert.Equal(default, NumberSummary.Of([], 0));
        Assert.Equal(default, new CellStore().Summarize(CellRange.Sheet));
    }

    private static Gen<(int Column, int Row, (ulong Word, object? Side)[] Cells)[]> Stretches =>
        Gen.Select(Gen.Int[0, 3], Gen.OneOf(Gen.Int[0, 200], Gen.Int[3900, 4200], Gen.Int[8100, 8300]), CellGens.Cells).Array[0, 5];

    private static Gen<CellRange> Rectangle =>
        Gen.Select(Place, Place, (a, b) => new CellRange(a, b));

    private static Gen<CellAddress> Place => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 8400], (column, row) => new CellAddress(column, row));

    private static void Write(
        CellStore store, Dictionary<CellAddress, ulong> naive, (int Column, int Row, (ulong Word, object? Side)[] Cells)[] writes)
    {
        foreach (var (column, row, cells) in writes)
        {
            store.Write(column, row, cells.Select(c => c.Word).ToArray(), cells.Select(c => c.Side).ToArray());
            for (var i = 0; i < cells.Length; i++) naive[new CellAddress(column, row + i)] = cells[i].Word;
        }
    }

    private static NumberSummary Naive(Dictionary<CellAddress, ulong> cells, CellRange range)
    {
        var total = default(NumberSummary);
        for (var column = range.First.Column; column <= Math.Min(range.Last.Column, 3); column++)
        {
            for (var page = range.First.Row / 4096; page <= Math.Min(range.Last.Row, 9000) / 4096; page++)
            {
                var words = Enumerable.Range(page * 4096, 4096).Select(row => new CellAddress(column, row))
                    .Select(cell => range.Contains(cell) ? cells.GetValueOrDefault(cell, CellWord.Blank.Bits) : CellWord.Blank.Bits);
                total = total.Plus(Naive([.. words], 0));
            }
        }
        return total;
    }

    // The eight lanes by hand.
    private static NumberSummary Naive(ulong[] words, int firstItem)
    {
        var lanes = new double[8];
        var numbers = words.Where(w => new CellWord(w).IsNumber).Select(w => new CellWord(w).Number).ToArray();
        for (var i = 0; i < words.Length; i++)
            if (new CellWord(words[i]).IsNumber) lanes[(firstItem + i) % 8] += new CellWord(words[i]).Number;
        return new NumberSummary
        {
            Sum = lanes[0] + lanes[4] + (lanes[2] + lanes[6]) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7])),
            Count = numbers.Length,
            Min = numbers.DefaultIfEmpty(0).Min(),
            Max = numbers.DefaultIfEmpty(0).Max(),
            Filled = words.Count(w => !new CellWord(w).IsBlank),
            HasErrors = words.Any(w => new CellWord(w).IsError),
        };
    }

    private static void AssertSame(NumberSummary expected, NumberSummary actual)
    {
        if (!double.IsFinite(expected.Sum)) Assert.False(double.IsFinite(actual.Sum));
        else Assert.Equal(BitConverter.DoubleToUInt64Bits(expected.Sum), BitConverter.DoubleToUInt64Bits(actual.Sum));
        Assert.Equal(expected with { Sum = 0 }, actual with { Sum = 0 });
    }
}
