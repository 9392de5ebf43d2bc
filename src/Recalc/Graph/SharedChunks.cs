using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Recalc.Graph;

/// <summary>
/// A growing row of items in chunks of <see cref="ChunkItems"/>, which forks share until one of them writes. For one writer; items that
/// are there may be read by any number of threads while nobody writes. A reference to an item is good until items of its chunk are written
/// for the first time after a fork.
/// </summary>
/// <typeparam name="T">An item.</typeparam>
internal struct SharedChunks<T> where T : struct
{
    /// <summary>Items of a chunk: a power of two.</summary>
    public const int ChunkItems = 1 << ChunkBits;

    private const int ChunkBits = 9;
    private const int ItemMask = ChunkItems - 1;

    /// <summary>The chunks; those past the last item are null.</summary>
    private T[][] _chunks;

    /// <summary>The chunks that a fork may hold too, as bits; null when there is none, and then <see cref="_chunks"/> is not shared either.</summary>
    private ulong[]? _shared;

    /// <summary>True when <see cref="_chunks"/> itself is held by a fork.</summary>
    private bool _isListShared;

    public SharedChunks() => _chunks = [];

    private SharedChunks(in SharedChunks<T> other)
    {
        (_chunks, Count, _isListShared) = (other._chunks, other.Count, true);
        _shared = AllShared(_chunks.Length);
    }

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item to be read.</summary>
    public readonly ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref At(index);
    }

    /// <summary>An item to be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Own(int index)
    {
        if (_shared is not null) Unshare(index >> ChunkBits);
        return ref At(index);
    }

    /// <summary>Appends an item; its index.</summary>
    public int Add(in T item)
    {
        var (index, chunk) = (Count, Count >> ChunkBits);
        if ((index & ItemMask) == 0) AddChunk(chunk);
        Own(index) = item;
        Count++;
        return index;
    }

    /// <summary>The same items for a fork. From now on both copy a chunk when they write it first.</summary>
    public SharedChunks<T> Fork()
    {
        _shared = AllShared(_chunks.Length);
        _isListShared = true;
        return new SharedChunks<T>(this);
    }

    // Indices are numbers that Add gave, and a chunk is full: neither needs a check, and nodes are walked through here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref T At(int index)
    {
        Debug.Assert((uint)index < (uint)Count || index == Count, "There is no such item.");
        var chunk = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_chunks), index >> ChunkBits);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(chunk), index & ItemMask);
    }

    private static ulong[] AllShared(int chunks)
    {
        var bits = new ulong[(chunks + 63) >> 6];
        Array.Fill(bits, ulong.MaxValue);
        return bits;
    }

    private void AddChunk(int chunk)
    {
        if (chunk == _chunks.Length) (_chunks, _isListShared) = (Grown(), false);
        OwnList();
        _chunks[chunk] = new T[ChunkItems];
        if (_shared is null) return;
        if (chunk >> 6 >= _shared.Length) Array.Resize(ref _shared, (_chunks.Length + 63) >> 6);
        _shared[chunk >> 6] &= ~(1UL << chunk);
    }

    private T[][] Grown()
    {
        var grown = new T[Math.Max(4, 2 * _chunks.Length)][];
        _chunks.CopyTo(grown, 0);
        return grown;
    }

    private void Unshare(int chunk)
    {
        if ((_shared![chunk >> 6] >> chunk & 1) == 0) return;
        OwnList();
        _chunks[chunk] = (T[])_chunks[chunk].Clone();
        _shared[chunk >> 6] &= ~(1UL << chunk);
    }

    private void OwnList()
    {
        if (!_isListShared) return;
        _chunks = (T[][])_chunks.Clone();
        _isListShared = false;
    }
}
