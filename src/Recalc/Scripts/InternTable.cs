using System.IO.Hashing;

namespace Recalc.Scripts;

/// <summary>
/// Byte strings as numbers, interned by content: equal strings have equal numbers. The bytes lie one after another in chunks, so that a
/// string costs its bytes and 28 to 44 more. Numbers are never taken back. Any number of threads may read what is there while one adds.
/// </summary>
internal sealed class InternTable
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>Random, so that nobody can choose strings that collide.</summary>
    private static readonly long Seed = Random.Shared.NextInt64();

    private readonly record struct Entry(int Chunk, int Offset, int Length);

    private readonly List<byte[]> _chunks = [];

    /// <summary>Where the strings lie, by number. Replaced as a whole when it grows; entries below the count never change.</summary>
    private Entry[] _entries = new Entry[64];

    /// <summary>
    /// Open addressing by linear probing: the hash in the high half, number + 1 in the low, or 0 for a free slot. At most half full; its
    /// length is a power of two.
    /// </summary>
    private ulong[] _slots = new ulong[128];

    /// <summary>Bytes in use of the last chunk.</summary>
    private int _used = ChunkBytes;

    public int Count { get; private set; }

    /// <summary>Bytes of memory: content, entries and slots.</summary>
    public long Bytes => _chunks.Sum(c => (long)c.Length) + _entries.Length * 12L + _slots.Length * 8L;

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var entry = _entries[number];
            return _chunks[entry.Chunk].AsSpan(entry.Offset, entry.Length);
        }
    }

    /// <summary>The number of a string, which is added when new.</summary>
    public int Intern(ReadOnlySpan<byte> content, out bool added)
    {
        var hash = (uint)XxHash3.HashToUInt64(content, Seed);
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if ((uint)(_slots[slot] >> 32) != hash) continue;
            var number = (int)(uint)_slots[slot] - 1;
            if (!this[number].SequenceEqual(content)) continue;
            added = false;
            return number;
        }
        added = true;
        return Add(content, hash, slot);
    }

    private int Add(ReadOnlySpan<byte> content, uint hash, int slot)
    {
        var number = Count;
        if (number == _entries.Length) Array.Resize(ref _entries, 2 * number);
        _entries[number] = Store(content);
        _slots[slot] = ((ulong)hash << 32) | (uint)(number + 1);
        Count++;
        if (2 * Count > _slots.Length) Rehash();
        return number;
    }

    private Entry Store(ReadOnlySpan<byte> content)
    {
        if (_used + content.Length > ChunkBytes || _chunks.Count == 0)
        {
            _chunks.Add(new byte[Math.Max(content.Length, ChunkBytes)]);
            _used = 0;
        }
        content.CopyTo(_chunks[^1].AsSpan(_used));
        var entry = new Entry(_chunks.Count - 1, _used, content.Length);
        _used += content.Length;
        return entry;
    }

    private void Rehash()
    {
        var slots = new ulong[2 * _slots.Length];
        foreach (var filled in _slots)
        {
            if (filled == 0) continue;
            var slot = (int)(uint)(filled >> 32) & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = filled;
        }
        _slots = slots;
    }
}
