using System.Numerics;
using System.Runtime.Intrinsics;

namespace Recalc.Graph;

/// <summary>
/// A static R-tree in two arrays. The boxes lie level by level from the leaves up, and box i of a level is the union of the block of
/// boxes 16i to 16i + 15 of the level below, so there are no pointers; the highest level of a packed tree is one block. Entries can be
/// taken out, and added while the leaves are the only level. For one writer; any number of threads may search while nobody writes.
/// </summary>
/// <typeparam name="T">What lies in the boxes.</typeparam>
internal sealed class PackedTree<T> where T : struct
{
    /// <summary>Where a search stands: the next box to be looked at, and those of a block of leaves that still wait.</summary>
    public struct Cursor
    {
        public int Level;
        public int Position;

        /// <summary>Leaves of the position's block that meet and were not reported yet, as bits.</summary>
        public uint Leaves;
    }

    /// <summary>The boxes of all levels; one that was taken out of the leaves is empty, and those above it stay as they are.</summary>
    private readonly BoxBlocks _boxes;

    /// <summary>The entries, in the order of the leaves.</summary>
    private readonly T[] _items;

    /// <summary>The block that each level begins with, and how many boxes the level has.</summary>
    private readonly (int FirstBlock, int Count)[] _levels;

    /// <summary>Makes an empty tree of one level.</summary>
    public PackedTree(int capacity) => (_boxes, _items, _levels) = (new BoxBlocks(BlocksOf(capacity)), new T[capacity], [(0, 0)]);

    /// <summary>Packs entries. Takes O(n log n).</summary>
    public PackedTree(ReadOnlySpan<Box> boxes, ReadOnlySpan<T> items)
    {
        var levels = new List<(int FirstBlock, int Count)> { (0, boxes.Length) };
        while (levels[^1].Count > BoxBlocks.Size)
        {
            var blocks = BlocksOf(levels[^1].Count);
            levels.Add((levels[^1].FirstBlock + blocks, blocks));
        }
        _levels = [.. levels];
        _items = GC.AllocateUninitializedArray<T>(items.Length);
        _boxes = new BoxBlocks(levels[^1].FirstBlock + 1);
        var order = HilbertOrder.Sort(boxes);
        for (var i = 0; i < order.Length; i++)
        {
            _boxes[i] = boxes[order[i]];
            _items[i] = items[order[i]];
        }
        for (var level = 1; level < _levels.Length; level++)
            for (var i = 0; i < _levels[level].Count; i++) SetBox(level, i, _boxes.Union(_levels[level - 1].FirstBlock + i));
        Live = items.Length;
    }

    private PackedTree(PackedTree<T> other) =>
        (_boxes, _items, _levels, Live) = (other._boxes.Copy(), (T[])other._items.Clone(), [.. other._levels], other.Live);

    /// <summary>The same tree, with arrays of its own.</summary>
    public PackedTree<T> Copy() => new(this);

    /// <summary>How many entries there are.</summary>
    public int Live { get; private set; }

    /// <summary>How many places were taken out.</summary>
    public int Dead => Places - Live;

    /// <summary>How many places there are, those that were taken out included.</summary>
    public int Places => _levels[0].Count;

    /// <summary>True when an entry more would find no room.</summary>
    public bool IsFull => Places == _items.Length;

    /// <summary>Where a search begins.</summary>
    public Cursor Top => new() { Level = Highest };

    private int Highest => _levels.Length - 1;

    public ref T this[int leaf] => ref _items[leaf];

    public bool IsLive(int leaf) => !_boxes[leaf].IsEmpty;

    /// <summary>Adds an entry to a tree of one level that is not full.</summary>
    public void Add(Box bounds, in T item)
    {
        Replace(_levels[0].Count++, bounds, item);
        Live++;
    }

    /// <summary>Puts another entry in the place of one, in a tree of one level.</summary>
    public void Replace(int leaf, Box bounds, in T item)
    {
        SetBox(0, leaf, bounds);
        _items[leaf] = item;
    }

    /// <summary>Takes an entry out. Its number stays as it is, and so do the others.</summary>
    public void Remove(int leaf)
    {
        SetBox(0, leaf, Box.Empty);
        Live--;
    }

    /// <summary>Takes all entries out of a tree of one level.</summary>
    public void Clear()
    {
        for (var leaf = 0; leaf < Places; leaf++) SetBox(0, leaf, Box.Empty);
        (_levels[0].Count, Live) = (0, 0);
    }

    /// <summary>Appends the entries to arrays that have room for them; how many they are then.</summary>
    public int CopyTo(Box[] boxes, T[] items, int count)
    {
        for (var leaf = 0; leaf < Places; leaf++)
        {
            if (!IsLive(leaf)) continue;
            (boxes[count], items[count]) = (_boxes[leaf], _items[leaf]);
            count++;
        }
        return count;
    }

    /// <summary>
    /// The next entry whose box meets a probe, or -1. A box that meets leads to its first child, and behind the last box of a block comes
    /// the one behind its parent; so a position is all that a search has to remember.
    /// </summary>
    public int Next(Vector128<int> probe, ref Cursor cursor)
    {
        if (cursor.Leaves == 0 && !TryDescend(probe, ref cursor)) return -1;
        var found = (cursor.Position & -BoxBlocks.Size) + BitOperations.TrailingZeroCount(cursor.Leaves);
        cursor.Leaves &= cursor.Leaves - 1;
        if (cursor.Leaves == 0) cursor = Behind(0, cursor.Position);
        return found;
    }

    // To the next block of leaves of which some meet.
    private bool TryDescend(Vector128<int> probe, ref Cursor cursor)
    {
        while (cursor.Position < _levels[cursor.Level].Count)                   // the last of a level lies under the last of each above
        {
            var at = cursor.Position;
            var meeting = _boxes.Meeting(_levels[cursor.Level].FirstBlock + (at >> BoxBlocks.SizeBits), probe);
            meeting &= uint.MaxValue << (at & (BoxBlocks.Size - 1));
            if (meeting == 0)
            {
                cursor = Behind(cursor.Level, at);
            }
            else if (cursor.Level == 0)
            {
                cursor.Leaves = meeting;
                return true;
            }
            else
            {
                at = (at & -BoxBlocks.Size) + BitOperations.TrailingZeroCount(meeting);
                cursor = new Cursor { Level = cursor.Level - 1, Position = at << BoxBlocks.SizeBits };
            }
        }
        return false;
    }

    // What comes behind the block of a box.
    private Cursor Behind(int level, int at)
    {
        at = (at | (BoxBlocks.Size - 1)) + 1;
        while ((at & (BoxBlocks.Size - 1)) == 0 && level < Highest)
        {
            level++;
            at >>= BoxBlocks.SizeBits;
        }
        return new Cursor { Level = level, Position = at };
    }

    private static int BlocksOf(int boxes) => (boxes + BoxBlocks.Size - 1) >> BoxBlocks.SizeBits;

    private void SetBox(int level, int at, Box box)
    {
        var boxes = _boxes;
        boxes[(_levels[level].FirstBlock << BoxBlocks.SizeBits) + at] = box;
    }
}
