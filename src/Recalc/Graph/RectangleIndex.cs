using System.Diagnostics.CodeAnalysis;
using System.Runtime.Intrinsics;

namespace Recalc.Graph;

/// <summary>
/// Entries that lie in rectangles of one grid: which of them meet a rectangle? Packed trees of growing size, each at least four times as
/// large as the next, and an unsorted buffer: adding costs O(log² n) amortised, a search O(log² n) and what it finds. It allocates
/// nothing. For one writer; any number of threads may search while nobody writes.
/// </summary>
/// <typeparam name="T">What lies in a rectangle.</typeparam>
[SuppressMessage("Performance", "CA1852", Justification = "The uses of references are an index that joins its entries.")]
internal class RectangleIndex<T> where T : struct
{
    private const int BufferSize = 32;
    private const int Growth = 4;

    /// <summary>The trees that are packed, from the largest to the smallest; none is empty.</summary>
    private readonly List<PackedTree<T>> _trees = [];

    private PackedTree<T> _buffer = new(BufferSize);

    /// <summary>How many entries there are. Takes time in proportion to the trees.</summary>
    public int Count
    {
        get
        {
            var count = _buffer.Live;
            foreach (var tree in _trees) count += tree.Live;
            return count;
        }
    }

    /// <summary>How many places entries take, those that were taken out and not given back yet included.</summary>
    public int Places
    {
        get
        {
            var places = _buffer.Places;
            foreach (var tree in _trees) places += tree.Places;
            return places;
        }
    }

    /// <summary>The entries whose rectangles meet one. Entries may be taken out meanwhile, not added.</summary>
    public Search Find(Box box) => new(this, box.Probe);

    /// <summary>The entries that were added last, to be changed where they lie as long as their rectangles stay.</summary>
    protected PackedTree<T> Buffer => _buffer;

    /// <summary>Replaces everything. Takes O(n log n); the arrays are used up.</summary>
    public void Build(Box[] boxes, T[] items, int count)
    {
        _buffer.Clear();
        _trees.Clear();
        Pack(boxes, items, count);
    }

    /// <summary>Replaces everything by the entries of another index. Takes time in proportion to its places.</summary>
    public void CopyFrom(RectangleIndex<T> other)
    {
        _buffer = other._buffer.Copy();
        _trees.Clear();
        foreach (var tree in other._trees) _trees.Add(tree.Copy());
    }

    public void Add(Box bounds, in T item)
    {
        if (_buffer.IsFull) Flush();
        _buffer.Add(bounds, item);
    }

    /// <summary>Gives the room of entries that were taken out back when it is more than half.</summary>
    public void Compact()
    {
        for (var i = _trees.Count - 1; i >= 0; i--)
        {
            if (_trees[i].Dead <= _trees[i].Live) continue;
            var tree = _trees[i];
            _trees.RemoveAt(i);
            var (boxes, items) = (new Box[tree.Live], new T[tree.Live]);
            Pack(boxes, items, tree.CopyTo(boxes, items, 0), i);
        }
    }

    /// <summary>Joins entries that can be one, when they are packed anyway; how many are left, at the beginning of the arrays.</summary>
    protected virtual int Join(Box[] boxes, T[] items, int count) => count;

    // Packs the buffer together with the trees that are not much larger than what comes before them.
    private void Flush()
    {
        var (first, total) = (_trees.Count, _buffer.Live);
        while (first > 0 && _trees[first - 1].Live <= Growth * total) total += _trees[--first].Live;
        var (boxes, items, count) = (new Box[total], new T[total], 0);
        for (var i = first; i < _trees.Count; i++) count = _trees[i].CopyTo(boxes, items, count);
        count = _buffer.CopyTo(boxes, items, count);
        _trees.RemoveRange(first, _trees.Count - first);
        _buffer.Clear();
        Pack(boxes, items, count, first);
    }

    private void Pack(Box[] boxes, T[] items, int count, int at = 0)
    {
        count = Join(boxes, items, count);
        if (count > 0) _trees.Insert(at, new PackedTree<T>(boxes.AsSpan(0, count), items.AsSpan(0, count)));
    }

    /// <summary>A search in progress.</summary>
    public struct Search
    {
        private readonly RectangleIndex<T> _index;
        private readonly Vector128<int> _probe;

        /// <summary>The number of the tree that is being searched; the buffer's is the number of trees.</summary>
        private int _number;
        private PackedTree<T> _tree;
        private PackedTree<T>.Cursor _cursor;

        /// <summary>The entry that was found last.</summary>
        private int _leaf;

        internal Search(RectangleIndex<T> index, Vector128<int> probe)
        {
            (_index, _probe) = (index, probe);
            _tree = TreeAt(0);
            _cursor = _tree.Top;
        }

        /// <summary>The entry that was found.</summary>
        public readonly ref readonly T Current => ref _tree[_leaf];

        public readonly Search GetEnumerator() => this;

        public bool MoveNext()
        {
            while (true)
            {
                _leaf = _tree.Next(_probe, ref _cursor);
                if (_leaf >= 0) return true;
                if (_number == _index._trees.Count) return false;
                _tree = TreeAt(++_number);
                _cursor = _tree.Top;
            }
        }

        /// <summary>Takes the entry that was found out.</summary>
        public readonly void Remove() => _tree.Remove(_leaf);

        private readonly PackedTree<T> TreeAt(int number) => number < _index._trees.Count ? _index._trees[number] : _index._buffer;
    }
}
