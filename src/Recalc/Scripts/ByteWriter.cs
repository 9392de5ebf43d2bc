using System.Buffers.Binary;

namespace Recalc.Scripts;

/// <summary>A byte buffer that is filled, used and filled again.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[256];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Write(byte value)
    {
        Reserve(1)[0] = value;
        Count++;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Count += bytes.Length;
    }

    public void Write(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(Reserve(sizeof(ushort)), value);
        Count += sizeof(ushort);
    }

    public void Write(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(sizeof(uint)), value);
        Count += sizeof(uint);
    }

    public void Write(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Reserve(sizeof(ulong)), value);
        Count += sizeof(ulong);
    }

    /// <summary>Room for so many bytes behind what is written; <see cref="Advance"/> says how many were used.</summary>
    public Span<byte> Reserve(int length)
    {
        if (Count + length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Count + length));
        return _bytes.AsSpan(Count);
    }

    public void Advance(int length) => Count += length;
}
