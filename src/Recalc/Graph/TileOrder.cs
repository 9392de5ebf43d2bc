using System.Buffers;
using System.Diagnostics;

namespace Recalc.Graph;

/// <summary>
/// The order in which rectangles are packed into a tree (sort-tile-recursive): sorted by column, cut into slices, and each slice sorted by
/// row, so that neighbours in the order are neighbours on the sheet.
/// </summary>
internal static class TileOrder
{
    private const int NumberBits = 28;
    private const int ColumnBits = 15;
    private const int RowBits = 21;

    /// <summary>Writes the numbers of the boxes in the order in which they are packed. Takes O(n log n).</summary>
    public static void Sort(ReadOnlySpan<Box> boxes, Span<int> order)
    {
        Debug.Assert(boxes.Length <= 1 << NumberBits);
        var rented = ArrayPool<ulong>.Shared.Rent(boxes.Length);
        var keys = rented.AsSpan(0, boxes.Length);
        for (var i = 0; i < keys.Length; i++) keys[i] = (((ulong)Column(boxes[i]) << RowBits | (uint)Row(boxes[i])) << NumberBits) | (uint)i;
        keys.Sort();
        var leaves = (keys.Length + PackedTree.Fan - 1) / PackedTree.Fan;
        var slice = (int)Math.Ceiling(Math.Sqrt(leaves)) * PackedTree.Fan;
        for (var first = 0; first < keys.Length; first += slice) SortByRow(boxes, keys[first..Math.Min(first + slice, keys.Length)]);
        for (var i = 0; i < keys.Length; i++) order[i] = NumberOf(keys[i]);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    private static void SortByRow(ReadOnlySpan<Box> boxes, Span<ulong> keys)
    {
        foreach (ref var key in keys)
        {
            var box = boxes[NumberOf(key)];
            key = (((ulong)Row(box) << ColumnBits | (uint)Column(box)) << NumberBits) | (uint)NumberOf(key);
        }
        keys.Sort();
    }

    private static int NumberOf(ulong key) => (int)(key & ((1 << NumberBits) - 1));

    // Twice the middle of a box.
    private static int Column(Box box) => box.FirstColumn + box.LastColumn;

    private static int Row(Box box) => box.FirstRow + box.LastRow;
}
