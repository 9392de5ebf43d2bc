namespace Recalc.Words;

/// <summary>Two bytes, a half and a whole: a token (kind, flags, length, offset).</summary>
internal readonly struct U8U8U16U32 : IWordLayout<U8U8U16U32>, IEquatable<U8U8U16U32>
{
    private readonly ulong _word;

    public U8U8U16U32(ulong word) => _word = word;

    /// <summary>Packs the fields; bits that do not fit are cut off.</summary>
    public U8U8U16U32(int u8High, int u8Low, int u16, uint u32) =>
        _word = ((ulong)(byte)u8High << 56) | ((ulong)(byte)u8Low << 48) | ((ulong)(ushort)u16 << 32) | u32;

    private static readonly BitField[] Layout =
    [
        BitField.Unsigned(nameof(U8High), 56, 8),
        BitField.Unsigned(nameof(U8Low), 48, 8),
        BitField.Unsigned(nameof(U16), 32, 16),
        BitField.Unsigned(nameof(U32), 0, 32),
    ];

    public static ReadOnlySpan<BitField> Fields => Layout;
    public static U8U8U16U32 FromBits(ulong bits) => new((ulong)bits);
    public ulong Bits => _word;
    public ulong Word => _word;

    public int U8High => (byte)(_word >> 56);
    public int U8Low => (byte)(_word >> 48);
    public int U16 => (ushort)(_word >> 32);
    public uint U32 => (uint)_word;

    public long this[int field] => field switch { 0 => U8High, 1 => U8Low, 2 => U16, _ => U32 };

    public bool Equals(U8U8U16U32 other) => _word == other._word;
    public override bool Equals(object? obj) => obj is U8U8U16U32 other && Equals(other);
    public override int GetHashCode() => _word.GetHashCode();
}
