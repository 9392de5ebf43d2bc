using CsCheck;
using Recalc.Storage;

namespace Recalc.Tests.Storage;

public class StretchPageTests
{
    /// <summary>First and last item and a number, where -1 clears; now and then a whole page.</summary>
    private static readonly Gen<(int First, int Last, int Number)> Assignment = Gen.Select(
        Gen.OneOf(Gen.Int[0, 60], Gen.Int[0, 4095]), Gen.OneOf(Gen.Int[0, 6], Gen.Int[0, 4095]), Gen.Int[-1, 2],
        (first, length, number) => (first, Math.Min(first + length, 4095), number));

    [Fact]
    public void A_page_of_stretches_is_an_array_of_numbers() =>
        Assignment.Array[0, 60].Sample(assignments =>
        {
            var page = new StretchPage();
            var naive = new int[Page.Items];
            Array.Fill(naive, -1);
            foreach (var (first, last, number) in assignments)
            {
                if (number < 0) page.Clear(first, last);
                else page.Assign(first, last, number);
                naive.AsSpan(first, last - first + 1).Fill(number);
                AssertMinimal(page, naive);
            }
            Assert.Equal(naive.AsSpan(), Enumerable.Range(0, Page.Items).Select(page.Find).ToArray().AsSpan());
        }, iter: 300);

    [Fact]
    public void The_stretch_that_ends_at_or_behind_an_item_is_found() =>
        Assignment.Array[0, 20].Sample(assignments =>
        {
            var page = new StretchPage();
            foreach (var (first, last, number) in assignments) page.Assign(first, last, Math.Max(number, 0));
            foreach (var (first, last, _) in assignments)
                foreach (var item in (int[])[first, last])
                    Assert.Equal(page.Stretches.ToArray().Count(s => s.Last < item), page.IndexOf(item));
        }, iter: 1_000);

    // Sorted, apart from each other, and no two of the same number touch.
    private static void AssertMinimal(StretchPage page, int[] naive)
    {
        var expected = new List<(int, int, int)>();
        for (var item = 0; item < naive.Length; item++)
        {
            var first = item;
            var length = naive.AsSpan(first).IndexOfAnyExcept(naive[first]);
            item = length < 0 ? naive.Length - 1 : first + length - 1;
            if (naive[first] >= 0) expected.Add((first, item, naive[first]));
        }
        Assert.Equal(expected, page.Stretches.ToArray().Select(s => ((int)s.First, (int)s.Last, s.Number)));
    }
}
