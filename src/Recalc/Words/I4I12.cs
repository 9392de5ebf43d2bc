namespace Recalc.Words;

/// <summary>Two signed fields: a cell both of whose coordinates are offsets (columns -8 to 7, rows -2048 to 2047).</summary>
internal readonly struct I4I12 : IWordLayout<I4I12>, IEquatable<I4I12>
{
    private readonly ushort _word;

    public I4I12(ushort word) => _word = word;

    /// <summary>Packs the fields; bits that do not fit are cut off.</summary>
    public I4I12(int i4, int i12) => _word = (ushort)(((i4 & 0xF) << 12) | (i12 & 0xFFF));

    private static readonly BitField[] Layout =
    [
        BitField.Signed(nameof(I4), 12, 4),
        BitField.Signed(nameof(I12), 0, 12),
    ];

    public static ReadOnlySpan<BitField> Fields => Layout;
    public static I4I12 FromBits(ulong bits) => new((ushort)bits);
    public ulong Bits => _word;
    public ushort Word => _word;

    public int I4 => (_word << 16) >> 28;
    public int I12 => (_word << 20) >> 20;

    public long this[int field] => field switch { 0 => I4, _ => I12 };

    public bool Equals(I4I12 other) => _word == other._word;
    public override bool Equals(object? obj) => obj is I4I12 other && Equals(other);
    public override int GetHashCode() => _word.GetHashCode();
}
