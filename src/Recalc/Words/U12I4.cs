namespace Recalc.Words;

/// <summary>A fixed row and a column offset: the short form of <c>A$1</c>.</summary>
internal readonly struct U12I4 : IWordLayout<U12I4>, IEquatable<U12I4>
{
    private readonly ushort _word;

    public U12I4(ushort word) => _word = word;

    /// <summary>Packs the fields; bits that do not fit are cut off.</summary>
    public U12I4(int u12, int i4) => _word = (ushort)(((u12 & 0xFFF) << 4) | (i4 & 0xF));

    private static readonly BitField[] Layout =
    [
        BitField.Unsigned(nameof(U12), 4, 12),
        BitField.Signed(nameof(I4), 0, 4),
    ];

    public static ReadOnlySpan<BitField> Fields => Layout;
    public static U12I4 FromBits(ulong bits) => new((ushort)bits);
    public ulong Bits => _word;
    public ushort Word => _word;

    public int U12 => _word >> 4;
    public int I4 => (_word << 28) >> 28;

    public long this[int field] => field switch { 0 => U12, _ => I4 };

    public bool Equals(U12I4 other) => _word == other._word;
    public override bool Equals(object? obj) => obj is U12I4 other && Equals(other);
    public override int GetHashCode() => _word.GetHashCode();
}
