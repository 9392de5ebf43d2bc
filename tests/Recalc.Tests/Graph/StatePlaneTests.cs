using CsCheck;
using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Storage;

namespace Recalc.Tests.Graph;

public class StatePlaneTests
{
    private const int Columns = 6;
    private const int Rows = 3 * Page.Items;

    private static readonly Gen<int> Row = Gen.OneOf(
        Gen.Int[0, Rows - 1],
        Gen.Select(Gen.Int[1, 2], Gen.Int[-3, 2], (page, by) => page * Page.Items + by),
        Gen.Int[0, 9],
        Gen.OneOf(0, Rows - 1));

    private static readonly Gen<CellAddress> Cell = Gen.Select(Gen.Int[0, Columns - 1], Row, (c, r) => new CellAddress(c, r));

    private static readonly Gen<CellRange> Range = Gen.Select(Cell, Cell, (a, b) => new CellRange(a, b));

    /// <summary>A rectangle and what happens to it: marked, marked where it was and told must, done, claimed, released.</summary>
    private static readonly Gen<(string What, CellRange Range)[]> Changes =
        Gen.Select(Gen.OneOf("mark", "mark", "must", "told", "done", "claim", "release"), Range).Array[0, 12];

    [Fact]
    public void A_plane_is_a_set_of_cells_for_each_state() =>
        Changes.Sample(changes =>
        {
            var (plane, naive) = Apply(changes);
            Assert.Equal(naive.Cast<byte>().Count(s => (s & 1) != 0), plane.Marked);
            for (var column = 0; column < Columns; column++)
                for (var row = 0; row < Rows; row++)
                {
                    var actual = (plane.IsMarked(column, row) ? 1 : 0) | (plane.IsMust(column, row) ? 2 : 0);
                    if (plane.IsClaimed(column, row)) actual |= 4;
                    if (naive[column, row] != actual) Assert.Fail($"{new CellAddress(column, row)}: {actual}, not {naive[column, row]}");
                }
            Assert.False(plane.IsMarked(16383, 1048575) || plane.IsMust(0, 1048575) || plane.IsClaimed(16383, 0));
        }, iter: 200);

    [Fact]
    public void The_first_marked_cell_is_found_in_column_then_row_order() =>
        Gen.Select(Changes, Gen.Select(Range, Cell).Array[10]).Sample((changes, probes) =>
        {
            var (plane, naive) = Apply(changes);
            foreach (var (range, from) in probes)
            {
                var expected = RegionOracle.Cells(range).Cast<CellAddress?>()
                    .FirstOrDefault(c => c >= from && (naive[c!.Value.Column, c.Value.Row] & 1) != 0);
                Assert.Equal(expected is not null, plane.TryFindMarked(range, from, out var first));
                Assert.Equal(expected ?? default, first);
            }
        }, iter: 200);

    [Fact]
    public void Runs_of_a_state_cross_the_borders_of_pages() =>
        Gen.Select(Changes, Gen.Select(Range, Gen.Int[0, 2]).Array[10]).Sample((changes, probes) =>
        {
            var (plane, naive) = Apply(changes);
            foreach (var (range, bit) in probes)
            {
                var (column, first, last) = (range.First.Column, range.First.Row, range.Last.Row);
                bool Is(int row) => (naive[column, row] >> bit & 1) != 0;
                var (end, start) = (first, last);
                while (end < last && Is(end + 1) == Is(first)) end++;
                while (start > first && Is(start - 1) == Is(last)) start--;
                Assert.Equal(end, plane.RunEnd((CellState)bit, column, first, last));
                Assert.Equal(start, plane.RunStart((CellState)bit, column, last, first));
            }
        }, iter: 200);

    [Fact]
    public void Clearing_and_asking_make_nothing()
    {
        var plane = new StatePlane();
        var (found, end) = (true, 0);
        Assert.Equal(0, Allocated.By(() =>
        {
            plane.Clear(CellRange.Sheet);
            plane.Clear(5, 0, 1048575);
            plane.ClearClaimed(5, 0, 1048575);
            plane.SetMustWhereMarked(CellRange.Sheet);
            (found, end) = (plane.TryFindMarked(CellRange.Sheet, default, out _), plane.RunEnd(CellState.Marked, 3, 7, 1048575));
        }));
        Assert.Equal((false, 1048575), (found, end));
    }

    [Fact]
    public void A_marked_cell_in_every_page_takes_less_than_150_bytes_each()
    {
        const int Pages = 200, Marks = 10;
        MarkEveryPage(new StatePlane(), 1, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var plane = new StatePlane();
        MarkEveryPage(plane, Marks, Pages);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150 * Pages * Marks);
        Assert.Equal(Pages * Marks, plane.Marked);
    }

    private static void MarkEveryPage(StatePlane plane, int columns, int pages)
    {
        for (var column = 0; column < columns; column++)
            for (var page = 0; page < pages; page++) plane.SetMarked(column, page * Page.Items + 9, page * Page.Items + 9);
    }

    // Bits of the naive states: 1 marked, 2 must, 4 claimed.
    private static (StatePlane Plane, byte[,] Naive) Apply((string What, CellRange Range)[] changes)
    {
        var (plane, naive) = (new StatePlane(), new byte[Columns, Rows]);
        foreach (var (what, range) in changes)
        {
            ApplyTo(plane, what, range);
            foreach (var cell in RegionOracle.Cells(range))
            {
                ref var state = ref naive[cell.Column, cell.Row];
                state = (byte)(what switch
                {
                    "mark" => state | 1,
                    "must" => state | 3,
                    "told" => (state & 1) != 0 ? state | 2 : state,
                    "done" => state & ~3,
                    "claim" => state | 4,
                    _ => state & ~4,
                });
            }
        }
        return (plane, naive);
    }

    private static void ApplyTo(StatePlane plane, string what, CellRange range)
    {
        switch (what)
        {
            case "mark":
                plane.SetMarked(range);
                break;
            case "must":
                plane.SetMarked(range);
                plane.SetMust(range);
                break;
            case "told":
                plane.SetMustWhereMarked(range);
                break;
            case "done":
                plane.Clear(range);
                break;
            default:
                for (var column = range.First.Column; column <= range.Last.Column; column++)
                {
                    if (what == "claim") plane.SetClaimed(column, range.First.Row, range.Last.Row);
                    else plane.ClearClaimed(column, range.First.Row, range.Last.Row);
                }
                break;
        }
    }
}
