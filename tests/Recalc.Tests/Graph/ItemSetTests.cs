using CsCheck;
using Recalc.Graph;
using Recalc.Storage;

namespace Recalc.Tests.Graph;

public class ItemSetTests
{
    /// <summary>First and last item: short and long, near the borders of words and of the page.</summary>
    private static readonly Gen<(int First, int Last)> Interval = Gen.Select(
        Gen.OneOf(Gen.Int[0, 4095], Gen.Int[0, 130], Gen.Int[3960, 4095], Gen.OneOf(63, 64, 65, 127, 128)),
        Gen.OneOf(Gen.Int[0, 5], Gen.Int[0, 130], Gen.Int[0, 4095], Gen.Const(0)),
        (first, length) => (first, Math.Min(first + length, Page.Items - 1)));

    private static readonly Gen<(bool IsAdd, (int First, int Last) Items)[]> Changes =
        Gen.Select(Gen.Frequency((3, Gen.Const(true)), (2, Gen.Const(false))), Interval).Array[0, 40];

    [Fact]
    public void A_set_of_items_is_a_set() =>
        Gen.Select(Changes, Interval.Array[20]).Sample((changes, probes) =>
        {
            var (set, naive) = (default(ItemSet), new HashSet<int>());
            foreach (var (isAdd, items) in changes)
            {
                Change(ref set, isAdd, items.First, items.Last);
                for (var item = items.First; item <= items.Last; item++) _ = isAdd ? naive.Add(item) : naive.Remove(item);
                Assert.Equal((naive.Count, naive.Count == 0), (set.Count, set.IsEmpty));
                AssertFinds(set, naive, items.First, items.Last);
                AssertFinds(set, naive, Math.Max(items.First - 1, 0), Math.Min(items.Last + 1, Page.Items - 1));
            }
            for (var item = 0; item < Page.Items; item++) Assert.Equal(naive.Contains(item), set.Contains(item));
            foreach (var (first, last) in probes) AssertFinds(set, naive, first, last);
            AssertFinds(set, naive, 0, Page.Items - 1);
        }, iter: 1_000);

    [Fact]
    public void Runs_reach_as_far_as_there_are_members_and_no_further_than_asked() =>
        Gen.Select(Changes, Interval.Array[20]).Sample((changes, probes) =>
        {
            var set = default(ItemSet);
            foreach (var (isAdd, items) in changes) Change(ref set, isAdd, items.First, items.Last);
            foreach (var (first, last) in probes)
            {
                if (set.Contains(first))
                {
                    var end = first;
                    while (end < last && set.Contains(end + 1)) end++;
                    Assert.Equal(end, set.RunEnd(first, last));
                }
                if (!set.Contains(last)) continue;
                var start = last;
                while (start > first && set.Contains(start - 1)) start--;
                Assert.Equal(start, set.RunStart(last, first));
            }
        }, iter: 1_000);

    [Fact]
    public void An_empty_interval_holds_nothing_and_no_gap()
    {
        var set = default(ItemSet);
        set.Add(3, 5);
        set.Add(9, 9);
        Assert.Equal((-1, -1, -1, -1), (set.First(4, 3), set.Last(4, 3), set.FirstGap(4, 3), set.LastGap(4, 3)));
    }

    [Fact]
    public void One_interval_takes_no_memory_and_bits_are_used_again()
    {
        var (set, other) = (default(ItemSet), default(ItemSet));
        Assert.Equal(0, Allocated.By(() =>
        {
            for (var i = 0; i < 1_000; i++) Split(ref set);
            other = default;
            other.Add(10, 20);
            other.Add(5, 9);
            other.Remove(5, 12);
            other.Add(13, 4095);
        }));
        Assert.Equal(4083, other.Count);
    }

    // From an interval to two, and back by filling the gap.
    private static void Split(ref ItemSet set)
    {
        set.Add(0, 100);
        set.Remove(50, 60);
        set.Add(50, 60);
        set.Remove(0, 4095);
    }

    private static void Change(ref ItemSet set, bool isAdd, int first, int last)
    {
        if (isAdd) set.Add(first, last);
        else set.Remove(first, last);
    }

    private static void AssertFinds(in ItemSet set, HashSet<int> naive, int from, int to)
    {
        var items = Enumerable.Range(from, to - from + 1).ToArray();
        var (members, gaps) = (items.Where(naive.Contains).ToArray(), items.Where(i => !naive.Contains(i)).ToArray());
        Assert.Equal(members.Length == 0 ? (-1, -1) : (members[0], members[^1]), (set.First(from, to), set.Last(from, to)));
        Assert.Equal(gaps.Length == 0 ? (-1, -1) : (gaps[0], gaps[^1]), (set.FirstGap(from, to), set.LastGap(from, to)));
        Assert.Equal((gaps.Length == 0, members.Length > 0), (set.HoldsAll(from, to), set.HoldsAny(from, to)));
    }
}
