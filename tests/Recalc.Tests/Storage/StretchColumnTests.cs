using CsCheck;
using Recalc.Addressing;
using Recalc.Storage;

namespace Recalc.Tests.Storage;

public class StretchColumnTests
{
    private const int Rows = 5 * Page.Items;

    /// <summary>Rows near the borders of pages and anywhere on five pages.</summary>
    private static readonly Gen<int> Row = Gen.OneOf(
        Gen.Int[0, Rows - 1],
        Gen.Select(Gen.Int[1, 4], Gen.Int[-3, 2], (page, by) => page * Page.Items + by),
        Gen.OneOf(0, Rows - 1));

    [Fact]
    public void A_column_of_stretches_is_an_array_of_numbers() =>
        Gen.Select(Row, Row, Gen.Int[-1, 2]).Array[0, 30].Sample(assignments =>
        {
            var column = new StretchColumn();
            var naive = new int[Rows];
            Array.Fill(naive, -1);
            foreach (var (a, b, number) in assignments)
            {
                var (first, last) = (Math.Min(a, b), Math.Max(a, b));
                column.Assign(first, last, number);
                naive.AsSpan(first, last - first + 1).Fill(number);
            }
            Assert.Equal(naive.AsSpan(), Enumerable.Range(0, Rows).Select(column.Find).ToArray().AsSpan());
            Assert.Equal(-1, column.Find(SheetLimits.Rows - 1));
        }, iter: 200);

    [Fact]
    public void A_plane_is_a_column_of_stretches_for_every_column() =>
        Gen.Select(Gen.Int[0, 5], Gen.OneOf(Gen.Int[0, 10], Gen.Int[4090, 4100]), Gen.Int[-1, 3]).Array[0, 60].Sample(assignments =>
        {
            var (plane, naive) = (new StretchPlane(), new Dictionary<CellAddress, int>());
            foreach (var (column, row, number) in assignments)
            {
                plane.Assign(new CellAddress(column, row), number);
                naive[new CellAddress(column, row)] = number;
            }
            foreach (var (cell, number) in naive) Assert.Equal(number, plane[cell]);
            Assert.Equal(-1, plane[new CellAddress(16383, 1048575)]);
        }, iter: 1_000);
}
