using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Tests.Addressing;

namespace Recalc.Tests.Graph;

public class RectangleIndexTests
{
    private static readonly Gen<CellRange> Small = Gen.Select(
        Gen.Int[0, 40], Gen.Int[0, 400], Gen.Int[0, 5], Gen.Int[0, 30], (c, r, w, h) => new CellRange(c, r, c + w, r + h));

    private static readonly Gen<CellRange> Range = Gen.Frequency((8, Small), (1, Gens.Range));

    [Fact]
    public void An_index_is_a_list_of_rectangles() =>
        Gen.Select(Range.Array[0, 700], Gen.Select(Gen.Int[0, 3], Range).Array[0, 300], Range.Array[10]).Sample((built, changes, probes) =>
        {
            var (index, naive) = (new RectangleIndex<int>(), new Dictionary<int, CellRange>());
            if (built.Length > 0)
            {
                for (var i = 0; i < built.Length; i++) naive.Add(i, built[i]);
                index.Build([.. built.Select(r => new Box(r))], [.. Enumerable.Range(0, built.Length)], built.Length);
            }
            foreach (var (what, range) in changes)
            {
                if (what == 0) RemoveAll(index, naive, range);
                else
                {
                    var item = built.Length + naive.Keys.DefaultIfEmpty(0).Max() + 1;
                    index.Add(new Box(range), item);
                    naive.Add(item, range);
                }
            }
            Assert.Equal(naive.Count, index.Count);
            foreach (var probe in probes.Append(CellRange.Sheet))
                Assert.Equal(naive.Where(e => e.Value.Intersects(probe)).Select(e => e.Key).Order(), Found(index, probe).Order());
        }, iter: 200);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(4096)]
    [InlineData(70_001)]
    public void Every_one_of_many_is_found_and_nothing_else(int count)
    {
        var index = new RectangleIndex<int>();
        var boxes = Enumerable.Range(0, count).Select(i => new Box(i % 100, i / 100, i % 100, i / 100)).ToArray();
        index.Build(boxes, [.. Enumerable.Range(0, count)], count);
        Assert.Equal(count, Found(index, CellRange.Sheet).Distinct().Count());
        for (var i = 0; i < count; i += 1 + count / 1_000)
            Assert.Equal([i], Found(index, new CellRange(i % 100, i / 100, i % 100, i / 100)));
        Assert.Empty(Found(index, CellRange.Parse("A5000:XFD1048576")));
    }

    [Fact]
    public void Searching_allocates_nothing()
    {
        var index = new RectangleIndex<int>();
        for (var i = 0; i < 5_000; i++) index.Add(new Box(i % 7, i, i % 7, i + 3), i);
        var found = 0;
        Assert.Equal(0, Allocated.By(() =>
        {
            found = 0;
            for (var i = 0; i < 1_000; i++)
                foreach (ref readonly var item in index.Find(new Box(0, i, 16383, i))) found += item <= i ? 1 : 0;
        }));
        Assert.Equal(4 * 1_000 - 6, found);
    }

    [Fact]
    public void Room_is_given_back_when_most_entries_are_gone()
    {
        var index = new RectangleIndex<int>();
        for (var i = 0; i < 10_000; i++) index.Add(new Box(i % 100, i, i % 100, i), i);
        Assert.Equal((10_000, 10_000), (index.Count, index.Places));
        var search = index.Find(new Box(CellRange.Parse("A2:XFD1048576")));
        while (search.MoveNext()) search.Remove();
        index.Compact();
        Assert.Equal([0], Found(index, CellRange.Sheet));
        Assert.InRange(index.Places, 1, 100);
    }

    private static void RemoveAll(RectangleIndex<int> index, Dictionary<int, CellRange> naive, CellRange range)
    {
        var search = index.Find(new Box(range));
        while (search.MoveNext())
        {
            Assert.True(naive.Remove(search.Current, out var found));
            Assert.True(found.Intersects(range));
            search.Remove();
        }
        index.Compact();
        Assert.DoesNotContain(naive.Values, r => r.Intersects(range));
    }

    private static List<T> Found<T>(RectangleIndex<T> index, CellRange range) where T : struct
    {
        var found = new List<T>();
        foreach (ref readonly var item in index.Find(new Box(range))) found.Add(item);
        return found;
    }
}
