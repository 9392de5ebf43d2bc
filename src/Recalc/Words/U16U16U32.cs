namespace Recalc.Words;

/// <summary>The wide word of a script: opcode, heap, item.</summary>
internal readonly struct U16U16U32 : IWordLayout<U16U16U32>, IEquatable<U16U16U32>
{
    private readonly ulong _word;

    public U16U16U32(ulong word) => _word = word;

    /// <summary>Packs the fields; bits that do not fit are cut off.</summary>
    public U16U16U32(int u16High, int u16Low, uint u32) => _word = ((ulong)(ushort)u16High << 48) | ((ulong)(ushort)u16Low << 32) | u32;

    private static readonly BitField[] Layout =
    [
        BitField.Unsigned(nameof(U16High), 48, 16),
        BitField.Unsigned(nameof(U16Low), 32, 16),
        BitField.Unsigned(nameof(U32), 0, 32),
    ];

    public static ReadOnlySpan<BitField> Fields => Layout;
    public static U16U16U32 FromBits(ulong bits) => new((ulong)bits);
    public ulong Bits => _word;
    public ulong Word => _word;

    public int U16High => (ushort)(_word >> 48);
    public int U16Low => (ushort)(_word >> 32);
    public uint U32 => (uint)_word;

    public long this[int field] => field switch { 0 => U16High, 1 => U16Low, _ => U32 };

    public bool Equals(U16U16U32 other) => _word == other._word;
    public override bool Equals(object? obj) => obj is U16U16U32 other && Equals(other);
    public override int GetHashCode() => _word.GetHashCode();
}
