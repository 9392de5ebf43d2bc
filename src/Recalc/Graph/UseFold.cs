using System.Numerics;

namespace Recalc.Graph;

/// <summary>
/// Joins uses of the same reference whose cells touch: first down the columns, then across them. The order in which they come does not
/// matter.
/// </summary>
internal static class UseFold
{
    private const int ColumnBits = 14;
    private const int RowBits = 20;

    /// <summary>The group of a use that was joined with another.</summary>
    private const int Gone = -1;

    /// <summary>Joins uses within an array; how many are left, at its beginning, in no particular order. Takes O(n log n).</summary>
    public static int Fold(Use[] uses, int count)
    {
        if (count < 2) return count;
        var (groups, order) = (GC.AllocateUninitializedArray<int>(count), GC.AllocateUninitializedArray<int>(count));
        var several = Group(uses.AsSpan(0, count), groups, order);
        if (several == 0) return count;
        var keys = GC.AllocateUninitializedArray<ulong>(several);
        for (var i = 0; i < several; i++) keys[i] = KeyByColumn(groups[order[i]], uses[order[i]].Owners);
        several = Join(uses, groups, keys, order, several);
        for (var i = 0; i < several; i++) keys[i] = KeyByRow(keys[i]);
        Join(uses, groups, keys, order, several);
        return Gather(uses, groups, count);
    }

    /// <summary>Two rectangles as one: they touch or overlap along a side that both have in full.</summary>
    public static bool TryJoin(Box a, Box b, out Box both)
    {
        both = a.Union(b);
        if (a.FirstColumn == b.FirstColumn && a.LastColumn == b.LastColumn)
            return a.FirstRow <= b.LastRow + 1 && b.FirstRow <= a.LastRow + 1;
        if (a.FirstRow == b.FirstRow && a.LastRow == b.LastRow)
            return a.FirstColumn <= b.LastColumn + 1 && b.FirstColumn <= a.LastColumn + 1;
        return false;
    }

    // Gives uses of one reference the number of the first of them; lists those of references that have several, and says how many.
    private static int Group(ReadOnlySpan<Use> uses, int[] groups, int[] several)
    {
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)uses.Length * 2)];
        var mask = slots.Length - 1;
        var count = 0;
        for (var i = 0; i < uses.Length; i++)
        {
            var slot = uses[i].ReferenceHash & mask;
            while (slots[slot] != 0 && !uses[Math.Abs(slots[slot]) - 1].HasSameReference(uses[i])) slot = (slot + 1) & mask;
            if (slots[slot] == 0) slots[slot] = i + 1;                          // the first of its reference, and alone so far
            else if (slots[slot] > 0)
            {
                several[count++] = slots[slot] - 1;
                slots[slot] = -slots[slot];
            }
            groups[i] = Math.Abs(slots[slot]) - 1;
            if (groups[i] != i) several[count++] = i;
        }
        return count;
    }

    // Joins those that follow one another in the order of the keys; the ones left are listed again, with their keys.
    private static int Join(Use[] uses, int[] groups, ulong[] keys, int[] order, int count)
    {
        RadixSort.Sort(keys, order, count);
        var (left, group, last) = (0, -1, Box.Empty);
        for (var i = 0; i < count; i++)
        {
            var next = order[i];
            var owners = uses[next].Owners;
            if (group == GroupOf(keys[i]) && TryJoin(last, owners, out var both))
            {
                uses[order[left - 1]] = uses[next].With(last = both);
                groups[next] = Gone;
                continue;
            }
            (group, last) = (GroupOf(keys[i]), owners);
            keys[left] = keys[i];
            order[left++] = next;
        }
        return left;
    }

    // Group, then column, then row of the first cell.
    private static ulong KeyByColumn(int group, Box owners) =>
        (ulong)(uint)group << (ColumnBits + RowBits) | (ulong)(uint)owners.FirstColumn << RowBits | (uint)owners.FirstRow;

    // The same with row and column exchanged.
    private static ulong KeyByRow(ulong key)
    {
        var (column, row) = (key >> RowBits & ((1UL << ColumnBits) - 1), key & ((1UL << RowBits) - 1));
        return key >> (ColumnBits + RowBits) << (ColumnBits + RowBits) | row << ColumnBits | column;
    }

    private static int GroupOf(ulong key) => (int)(key >> (ColumnBits + RowBits));

    private static int Gather(Use[] uses, int[] groups, int count)
    {
        var left = 0;
        for (var i = 0; i < count; i++)
            if (groups[i] != Gone) uses[left++] = uses[i];
        return left;
    }
}
