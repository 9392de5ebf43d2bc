namespace Recalc.Words;

/// <summary>A row offset and a fixed column: the short form of <c>$A1</c>.</summary>
internal readonly struct I12U4 : IWordLayout<I12U4>, IEquatable<I12U4>
{
    private readonly ushort _word;

    public I12U4(ushort word) => _word = word;

    /// <summary>Packs the fields; bits that do not fit are cut off.</summary>
    public I12U4(int i12, int u4) => _word = (ushort)(((i12 & 0xFFF) << 4) | (u4 & 0xF));

    private static readonly BitField[] Layout =
    [
        BitField.Signed(nameof(I12), 4, 12),
        BitField.Unsigned(nameof(U4), 0, 4),
    ];

    public static ReadOnlySpan<BitField> Fields => Layout;
    public static I12U4 FromBits(ulong bits) => new((ushort)bits);
    public ulong Bits => _word;
    public ushort Word => _word;

    public int I12 => (short)_word >> 4;
    public int U4 => _word & 0xF;

    public long this[int field] => field switch { 0 => I12, _ => U4 };

    public bool Equals(I12U4 other) => _word == other._word;
    public override bool Equals(object? obj) => obj is I12U4 other && Equals(other);
    public override int GetHashCode() => _word.GetHashCode();
}
