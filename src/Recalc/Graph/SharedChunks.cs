using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Recalc.Graph;

/// <summary>
/// A growing row of items that forks share, chunk by chunk, until one of them writes. As long as there was no fork, the first items lie in one array, where a number leads to
/// its item at once; all others, and all after a fork, are found through the list of chunks. For one writer; items that are there may be read by any number of threads while
/// nobody writes. A reference to an item is good until the next is added, or items of its chunk are written for the first time after a fork.
/// </summary>
/// <typeparam name="T">An item.</typeparam>
internal struct SharedChunks<T> where T : struct
{
    /// <summary>Items of a chunk: a power of two.</summary>
    public const int ChunkItems = 1 << ChunkBits;

    /// <summary>The most items that lie in one array; a multiple of <see cref="ChunkItems"/>.</summary>
    public const int MostFlat = 128 * ChunkItems;

    private const int ChunkBits = 9;
    private const int ItemMask = ChunkItems - 1;
    private const int FewestFlat = 16;

    /// <summary>The first items; empty after a fork.</summary>
    private T[] _flat = [];

    /// <summary>The chunks; of those that lie in <see cref="_flat"/>, and those past the last item, nothing.</summary>
    private Chunk[] _chunks = [];

    /// <summary>The chunks that a fork may hold too, as bits; null when there is none, and then <see cref="_chunks"/> is not shared either.</summary>
    private ulong[]? _shared;

    /// <summary>True when <see cref="_chunks"/> itself is held by a fork.</summary>
    private bool _isListShared;

    public SharedChunks() { }

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
        var index = Count;
        if (index >= _flat.Length) MakeRoom(index);
        Own(index) = item;
        Count++;
        return index;
    }

    /// <summary>The same items for a fork. From now on both copy a chunk when they write it first.</summary>
    public SharedChunks<T> Fork()
    {
        if (_flat.Length > 0) Divide();
        _shared = AllShared(_chunks.Length);
        _isListShared = true;
        return new SharedChunks<T>(this);
    }

    // Indices are numbers that Add gave, and a chunk is full: what lies in chunks needs no check, and nodes are walked through here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref T At(int index)
    {
        Debug.Assert((uint)index < (uint)Count || index == Count, "There is no such item.");
        var flat = _flat;
        return ref (uint)index < (uint)flat.Length ? ref flat[index] : ref InChunk(index);
    }

    private readonly ref T InChunk(int index)
    {
        ref var chunk = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_chunks), index >> ChunkBits);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(chunk.Items), chunk.First + (index & ItemMask));
    }

    private static ulong[] AllShared(int chunks)
    {
        var bits = new ulong[(chunks + 63) >> 6];
        Array.Fill(bits, ulong.MaxValue);
        return bits;
    }

    private void MakeRoom(int index)
    {
        if (index < MostFlat && _shared is null) Array.Resize(ref _flat, Math.Max(FewestFlat, 2 * index));
        else if ((index & ItemMask) == 0) AddChunk(index >> ChunkBits);
    }

    // What lay in one array becomes chunks of it; the last may have room for fewer items, and is copied before it is written.
    private void Divide()
    {
        var count = Math.Max(_chunks.Length, (_flat.Length + ItemMask) >> ChunkBits);
        if (count > _chunks.Length) Array.Resize(ref _chunks, count);
        for (var first = 0; first < _flat.Length; first += ChunkItems) _chunks[first >> ChunkBits] = new Chunk(_flat, first);
        _flat = [];
    }

    private void AddChunk(int chunk)
    {
        if (chunk >= _chunks.Length) (_chunks, _isListShared) = (Grown(chunk), false);
        OwnList();
        _chunks[chunk] = new Chunk(new T[ChunkItems], 0);
        if (_shared is null) return;
        if (chunk >> 6 >= _shared.Length) Array.Resize(ref _shared, (_chunks.Length + 63) >> 6);
        _shared[chunk >> 6] &= ~(1UL << chunk);
    }

    private readonly Chunk[] Grown(int chunk)
    {
        var grown = new Chunk[Math.Max(4, 2 * chunk)];
        _chunks.CopyTo(grown, 0);
        return grown;
    }

    private void Unshare(int chunk)
    {
        if ((_shared![chunk >> 6] >> chunk & 1) == 0) return;
        OwnList();
        var (items, first) = _chunks[chunk];
        var own = new T[ChunkItems];
        Array.Copy(items, first, own, 0, Math.Min(ChunkItems, items.Length - first));
        _chunks[chunk] = new Chunk(own, 0);
        _shared[chunk >> 6] &= ~(1UL << chunk);
    }

    private void OwnList()
    {
        if (!_isListShared) return;
        _chunks = (Chunk[])_chunks.Clone();
        _isListShared = false;
    }

    /// <summary>Items of an array, from one on.</summary>
    private readonly record struct Chunk(T[] Items, int First);
}
