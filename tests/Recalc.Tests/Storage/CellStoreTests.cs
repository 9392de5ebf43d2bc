using CsCheck;
using Recalc.Addressing;
using Recalc.Storage;
using Recalc.Tests.Addressing;
using Recalc.Values;

namespace Recalc.Tests.Storage;

public class CellStoreTests
{
    private static readonly Gen<CellAddress> Cell = Gen.OneOf(
        Gens.Address,
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9], (c, r) => new CellAddress(c, r)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[4090, 4100], (c, r) => new CellAddress(c, r)));

    private static readonly Gen<CellValue> Value = Gen.Frequency(
        (4, Gen.Double.Select(CellValue.FromNumber)),
        (2, Gen.String[0, 3].Select(CellValue.FromText)),
        (1, Gen.Bool.Select(CellValue.FromLogical)),
        (2, Gen.Const(CellValue.Blank)));

    [Fact]
    public void A_store_is_a_dictionary_of_cells() =>
        Gen.Select(Gen.Select(Cell, Value).Array[0, 80], Gens.Range).Sample((writes, range) =>
        {
            var (store, naive) = (new CellStore(), new Dictionary<CellAddress, CellValue>());
            foreach (var (cell, value) in writes)
            {
                store[cell] = value;
                naive[cell] = value;
                Assert.Equal(value, store[cell]);
            }
            foreach (var (cell, value) in naive) Assert.Equal(value, store[cell]);
            var filled = naive.Where(p => !p.Value.IsBlank).Select(p => p.Key).ToList();
            Assert.Equal(filled.Count, store.CountFilled());
            Assert.Equal(filled.Count(range.Contains), store.CountFilled(range));
            Assert.Equal(filled.Count(new CellRange(0, 0, 2, 4095).Contains), store.CountFilled(new CellRange(0, 0, 2, 4095)));
            Assert.Equal(filled.Count == 0 ? null : filled.Select(c => (CellRange?)new CellRange(c)).Aggregate((a, b) => a!.Value.Union(b!.Value)), store.GetUsedRange());
        }, iter: 200);

    [Fact]
    public void Clearing_a_rectangle_blanks_its_cells_and_no_other() =>
        Gen.Select(Gen.Select(Cell, Value).Array[0, 60], Gen.OneOf(Gens.Range, Gen.Const(CellRange.Parse("B3:C4097")))).Sample((writes, range) =>
        {
            var (store, naive) = (new CellStore(), new Dictionary<CellAddress, CellValue>());
            foreach (var (cell, value) in writes) store[cell] = naive[cell] = value;
            store.Clear(range);
            foreach (var (cell, value) in naive) Assert.Equal(range.Contains(cell) ? CellValue.Blank : value, store[cell]);
            Assert.Equal(0, store.CountFilled(range));
        }, iter: 200);

    [Fact]
    public void A_cell_that_was_never_written_is_blank()
    {
        var store = new CellStore();
        Assert.True(store[new CellAddress(16383, 1048575)].IsBlank);
        Assert.Null(store.GetUsedRange());
        Assert.Equal(0, store.CountFilled());
        Assert.Equal(0, store.CountFilled(CellRange.Sheet));
    }

    [Fact]
    public void Blanking_a_far_cell_makes_no_page()
    {
        var store = new CellStore();
        store[new CellAddress(16383, 1048575)] = CellValue.Blank;
        store[new CellAddress(0, 0)] = 1;
        store[new CellAddress(0, 5000)] = CellValue.Blank;
        store[new CellAddress(0, 0)] = CellValue.Blank;
        Assert.Null(store.GetUsedRange());
        Assert.Equal(0, store.CountFilled());
    }

    [Fact]
    public void Writing_goes_on_where_it_was_after_a_look_elsewhere()
    {
        var store = new CellStore();
        for (var row = 4090; row < 4100; row++)
        {
            store[new CellAddress(0, row)] = row;
            store[new CellAddress(7, 0)] = row;
            store[new CellAddress(0, row + 100_000)] = CellValue.Blank;
        }
        for (var row = 4090; row < 4100; row++) Assert.Equal(row, store[new CellAddress(0, row)].AsNumber());
        Assert.Equal(11, store.CountFilled());
        Assert.Equal(CellRange.Parse("A1:H4100"), store.GetUsedRange());
    }
}
