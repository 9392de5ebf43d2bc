namespace Recalc.Graph;

/// <summary>
/// The order in which rectangles are packed into a tree: along a Hilbert curve over the sheet, by their middles, so that neighbours in the
/// order are neighbours on the sheet in both directions, and 16 that follow one another lie in a small box wherever they begin.
/// </summary>
internal static class HilbertOrder
{
    /// <summary>Bits of a coordinate: those of a row, for there are fewer columns.</summary>
    private const int Bits = 20;

    /// <summary>The numbers of the boxes in the order in which they are packed. Takes O(n).</summary>
    public static int[] Sort(ReadOnlySpan<Box> boxes)
    {
        var (keys, order) = (GC.AllocateUninitializedArray<ulong>(boxes.Length), GC.AllocateUninitializedArray<int>(boxes.Length));
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Distance((boxes[i].FirstColumn + boxes[i].LastColumn) >> 1, (boxes[i].FirstRow + boxes[i].LastRow) >> 1);
            order[i] = i;
        }
        RadixSort.Sort(keys, order, order.Length);
        return order;
    }

    /// <summary>
    /// How far along the curve a cell lies. The curve takes the four quarters of each square by turns, turned and mirrored to fit.
    /// </summary>
    internal static ulong Distance(int column, int row)
    {
        var (x, y, distance) = ((uint)column, (uint)row, 0UL);
        for (var bit = Bits - 1; bit >= 0; bit--)
        {
            var (right, down) = (x >> bit & 1, y >> bit & 1);
            distance = distance << 2 | ((3 * right) ^ down);
            var mirror = 0u - (right & (down ^ 1));                             // all ones when the quarter is mirrored
            x ^= mirror;
            y ^= mirror;
            var swap = (x ^ y) & (0u - (down ^ 1));                             // zero when it is not turned
            x ^= swap;
            y ^= swap;
        }
        return distance;
    }
}
