using CsCheck;
using Recalc.Addressing;
using Recalc.Storage;
using Recalc.Values;

namespace Recalc.Tests.Storage;

public class CellStretchTests
{
    /// <summary>Near the borders of pages and of lines.</summary>
    private static readonly Gen<int> Row = Gen.OneOf(Gen.Int[0, 130], Gen.Int[3950, 4160], Gen.Int[8000, 8200]);

    private static readonly Gen<(int Column, int Row, (ulong Word, object? Side)[] Cells)[]> Writes =
        Gen.Select(Gen.Int[0, 1], Row, CellGens.Cells).Array[0, 8];

    [Fact]
    public void What_is_written_in_stretches_is_read_back_in_stretches_and_cell_by_cell() =>
        Gen.Select(Writes, Gen.Int[0, 1], Row, Gen.Int[0, 5000]).Sample((writes, column, row, count) =>
        {
            var (store, naive) = Store(writes);
            var words = new ulong[count];
            var sides = new object?[count];
            Array.Fill(sides, "stale");
            store.Read(column, row, words);
            var hasObjects = store.ReadObjects(column, row, sides);
            if (!hasObjects) Assert.All(sides, s => Assert.Equal("stale", s));
            for (var i = 0; i < count; i++)
            {
                var expected = naive.GetValueOrDefault((column, row + i), CellGens.Of(CellValue.Blank));
                Assert.Equal(expected.Word, words[i]);
                Assert.Equal(expected.Word, store.Word(column, row + i, out var side));
                Assert.Same(expected.Side, side);
                if (hasObjects) Assert.Same(expected.Side, sides[i]);
                else Assert.Null(expected.Side);
            }
            var span = store.Span(column, row, count);
            if (!span.IsEmpty) Assert.Equal(words, span);
        }, iter: 300);

    [Fact]
    public void The_stretches_of_a_rectangle_are_its_cells_in_order() =>
        Gen.Select(Writes, Gen.Int[0, 2], Row, Gen.Int[0, 2], Row).Sample((writes, c1, r1, c2, r2) =>
        {
            var (store, naive) = Store(writes);
            var range = new CellRange(new CellAddress(c1, r1), new CellAddress(c2, r2));
            var seen = new List<CellAddress>();
            foreach (var stretch in store.Stretches(range))
            {
                Assert.False(stretch.Words.IsEmpty);
                for (var i = 0; i < stretch.Words.Length; i++)
                {
                    seen.Add(new CellAddress(stretch.Column, stretch.FirstRow + i));
                    var (word, side) = naive.GetValueOrDefault((stretch.Column, stretch.FirstRow + i), CellGens.Of(CellValue.Blank));
                    Assert.Equal(word, stretch.Words[i]);
                    Assert.Same(side, stretch.Sides.IsEmpty ? null : stretch.Sides[i]);
                }
            }
            Assert.Equal(seen.Distinct().Order(), seen);
            Assert.All(seen, cell => Assert.True(range.Contains(cell)));
            var filled = naive.Where(p => p.Value.Word != CellWord.Blank.Bits).Select(p => new CellAddress(p.Key.Column, p.Key.Row));
            Assert.Empty(filled.Where(range.Contains).Except(seen));
        }, iter: 300);

    [Fact]
    public void Changed_stretches_are_those_whose_words_or_objects_differ() =>
        Gen.Select(Writes, Row, CellGens.Cells, Gen.Int[0, 3]).Sample((writes, row, cells, kept) =>
        {
            var (store, naive) = Store(writes);
            var words = cells.Select(c => c.Word).ToArray();
            var sides = cells.Select(c => c.Side is string text ? new string(text.AsSpan()) : c.Side).ToArray();
            for (var i = 0; i < cells.Length; i++)
            {
                if (kept == 0 || i / 7 % (kept + 1) == 0) continue;             // what is stored, now and then
                (words[i], sides[i]) = naive.GetValueOrDefault((0, row + i), CellGens.Of(CellValue.Blank));
            }
            if (sides.All(s => s is null)) sides = [];
            var changed = new HashSet<int>();
            var end = -1;
            for (var at = 0; store.TryFindChange(0, row, words, sides, at, out var from, out var to); at = to)
            {
                Assert.True(from > end && to > from);
                for (end = from; end < to; end++) changed.Add(end);
            }
            for (var i = 0; i < words.Length; i++)
            {
                var old = naive.GetValueOrDefault((0, row + i), CellGens.Of(CellValue.Blank));
                Assert.Equal(old.Word != words[i] || !Equals(old.Side, sides.Length == 0 ? null : sides[i]), changed.Contains(i));
            }
        }, iter: 2_000);

    [Fact]
    public void An_explanation_that_says_something_else_is_a_change()
    {
        var store = new CellStore();
        var word = CellWord.FromError(ErrorKind.Busy).Bits;
        store.Write(0, 0, [word, word], [new Fault("a"), null]);
        Assert.False(store.TryFindChange(0, 0, [word, word], [new Fault("a"), null], 0, out _, out _));
        Assert.True(store.TryFindChange(0, 0, [word, word], [new Fault("b"), null], 0, out var from, out var to));
        Assert.Equal((0, 1), (from, to));
        Assert.True(store.TryFindChange(0, 0, [word, word], [], 0, out from, out to));
        Assert.Equal((0, 1), (from, to));
    }

    [Fact]
    public void Blanks_make_no_page_and_a_page_filled_in_one_go_is_as_long_as_that()
    {
        var store = new CellStore();
        store.Write(3, 4000, Enumerable.Repeat(CellWord.Blank.Bits, 300).ToArray(), []);
        Assert.Null(store.Clip(CellRange.Sheet));
        var page = new Page();
        page.Write(100, Enumerable.Repeat(CellWord.FromNumber(1).Bits, 1000).ToArray(), []);
        Assert.Equal((64, 1088), (page.First, page.Words.Length));              // whole lines: items 64 to 1,151
        page.Write(1150, Enumerable.Repeat(CellWord.FromNumber(1).Bits, 10).ToArray(), []);
        Assert.Equal((64, 2 * 1088), (page.First, page.Words.Length));
    }

    [Fact]
    public void Stretches_reading_and_comparing_allocate_nothing()
    {
        var store = new CellStore();
        var words = Enumerable.Range(0, 9000).Select(i => CellWord.FromNumber(i).Bits).ToArray();
        var sides = new object?[9000];
        sides[70] = "text";
        store.Write(0, 10, words, sides);
        Assert.Equal(0, Allocated.By(Go));

        void Go()
        {
            store.Write(0, 10, words, sides);
            store.Read(0, 10, words);
            store.ReadObjects(0, 10, sides);
            store.Summarize(CellRange.Sheet);
            store.TryFindChange(0, 10, words, sides, 0, out _, out _);
        }
    }

    private static (CellStore Store, Dictionary<(int Column, int Row), (ulong Word, object? Side)> Naive) Store(
        (int Column, int Row, (ulong Word, object? Side)[] Cells)[] writes)
    {
        var (store, naive) = (new CellStore(), new Dictionary<(int, int), (ulong, object?)>());
        foreach (var (column, row, cells) in writes)
        {
            var sides = cells.Select(c => c.Side).ToArray();
            store.Write(column, row, cells.Select(c => c.Word).ToArray(), sides.Any(s => s is not null) ? sides : []);
            for (var i = 0; i < cells.Length; i++) naive[(column, row + i)] = cells[i];
        }
        return (store, naive);
    }
}
