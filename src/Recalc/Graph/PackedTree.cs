using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Recalc.Graph;

/// <summary>Constants of <see cref="PackedTree{T}"/>.</summary>
internal static class PackedTree
{
    public const int FanBits = 4;

    /// <summary>How many boxes a node holds.</summary>
    public const int Fan = 1 << FanBits;
}

/// <summary>
/// A static R-tree in two arrays. The boxes lie level by level from the leaves up, and the node over boxes 16i to 16i + 15 of a level is
/// box i of the next, so there are no pointers; the highest level has 16 boxes or fewer. Entries can be taken out, and added while the
/// leaves are the only level. For one writer; any number of threads may search while nobody writes.
/// </summary>
/// <typeparam name="T">What lies in the boxes.</typeparam>
internal sealed class PackedTree<T> where T : struct
{
    /// <summary>Where a search stands: the next box to be looked at.</summary>
    public struct Cursor
    {
        public int Level;
        public int Position;
    }

    /// <summary>The boxes of all levels; one that was taken out of the leaves is empty, and those above it stay as they are.</summary>
    private readonly Box[] _boxes;

    /// <summary>The entries, in the order of the leaves.</summary>
    private readonly T[] _items;

    /// <summary>Where each level begins in <see cref="_boxes"/>, and how many boxes it has.</summary>
    private readonly (int Start, int Count)[] _levels;

    /// <summary>Makes an empty tree of one level.</summary>
    public PackedTree(int capacity) => (_boxes, _items, _levels) = (new Box[capacity], new T[capacity], [(0, 0)]);

    /// <summary>Packs entries. Takes O(n log n).</summary>
    public PackedTree(ReadOnlySpan<Box> boxes, ReadOnlySpan<T> items)
    {
        var levels = new List<(int Start, int Count)> { (0, boxes.Length) };
        while (levels[^1].Count > PackedTree.Fan)
            levels.Add((levels[^1].Start + levels[^1].Count, (levels[^1].Count + PackedTree.Fan - 1) >> PackedTree.FanBits));
        _levels = [.. levels];
        _items = new T[items.Length];
        _boxes = new Box[levels[^1].Start + levels[^1].Count];
        var order = new int[boxes.Length];
        TileOrder.Sort(boxes, order);
        for (var i = 0; i < order.Length; i++) (_boxes[i], _items[i]) = (boxes[order[i]], items[order[i]]);
        for (var level = 1; level < _levels.Length; level++) Cover(level);
        Live = items.Length;
    }

    /// <summary>How many entries there are.</summary>
    public int Live { get; private set; }

    /// <summary>How many places were taken out.</summary>
    public int Dead => _levels[0].Count - Live;

    /// <summary>True when an entry more would find no room.</summary>
    public bool IsFull => _levels[0].Count == _items.Length;

    /// <summary>How many places there are, those that were taken out included.</summary>
    public int Places => _levels[0].Count;

    private int Highest => _levels.Length - 1;

    /// <summary>Where a search begins.</summary>
    public Cursor Top => new() { Level = Highest };

    public ref T this[int leaf] => ref _items[leaf];

    /// <summary>Adds an entry to a tree of one level that is not full.</summary>
    public void Add(Box bounds, in T item)
    {
        ref var count = ref _levels[0].Count;
        (_boxes[count], _items[count]) = (bounds, item);
        count++;
        Live++;
    }

    public bool IsLive(int leaf) => !_boxes[leaf].IsEmpty;

    /// <summary>Puts another entry in the place of one, in a tree of one level.</summary>
    public void Replace(int leaf, Box bounds, in T item) => (_boxes[leaf], _items[leaf]) = (bounds, item);

    /// <summary>Takes an entry out. Its number stays as it is, and so do the others.</summary>
    public void Remove(int leaf)
    {
        _boxes[leaf] = Box.Empty;
        Live--;
    }

    /// <summary>Takes all entries out of a tree of one level.</summary>
    public void Clear() => (_levels[0].Count, Live) = (0, 0);

    /// <summary>Appends the entries to arrays that have room for them; how many they are then.</summary>
    public int CopyTo(Box[] boxes, T[] items, int count)
    {
        for (var leaf = 0; leaf < _levels[0].Count; leaf++)
        {
            if (_boxes[leaf].IsEmpty) continue;
            (boxes[count], items[count]) = (_boxes[leaf], _items[leaf]);
            count++;
        }
        return count;
    }

    /// <summary>
    /// The next entry whose box meets a probe, or -1. A box that meets leads to its first child, any other to the next of its node, and
    /// the last of a node to the one behind its parent; so a position is all that a search has to remember.
    /// </summary>
    public int Next(Vector128<int> probe, ref Cursor cursor)
    {
        var (level, at) = (cursor.Level, cursor.Position);
        while (true)
        {
            var (start, count) = _levels[level];
            ref var boxes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_boxes), start);
            var end = level == Highest ? count : Math.Min(count, (at | (PackedTree.Fan - 1)) + 1);
            while (at < end && !Unsafe.Add(ref boxes, at).Meets(probe)) at++;
            if (at == count) break;                                             // the last of a level lies under the last of each above
            if (at == end)
            {
                Climb(ref level, ref at);
            }
            else if (level > 0)
            {
                level--;
                at <<= PackedTree.FanBits;
            }
            else
            {
                var found = at++;
                Climb(ref level, ref at);
                cursor = new Cursor { Level = level, Position = at };
                return found;
            }
        }
        cursor = new Cursor { Level = Highest, Position = _levels[Highest].Count };
        return -1;
    }

    // Behind the last box of a node comes the one behind its parent.
    private void Climb(ref int level, ref int at)
    {
        while ((at & (PackedTree.Fan - 1)) == 0 && level < Highest)
        {
            level++;
            at >>= PackedTree.FanBits;
        }
    }

    private void Cover(int level)
    {
        var below = _boxes.AsSpan(_levels[level - 1].Start, _levels[level - 1].Count);
        var start = _levels[level].Start;
        for (var i = 0; i < _levels[level].Count; i++)
        {
            var union = Box.Empty;
            foreach (var box in below[(i << PackedTree.FanBits)..Math.Min((i + 1) << PackedTree.FanBits, below.Length)]) union = union.Union(box);
            _boxes[start + i] = union;
        }
    }
}
