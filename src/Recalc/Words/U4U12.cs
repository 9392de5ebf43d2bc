namespace Recalc.Words;

/// <summary>An opcode or heap in the high 4 bits, an item in the low 12: the word of a script, and a cell whose corner is fixed (column, row).</summary>
internal readonly struct U4U12 : IWordLayout<U4U12>, IEquatable<U4U12>
{
    private readonly ushort _word;

    public U4U12(ushort word) => _word = word;

    /// <summary>Packs the fields; bits that do not fit are cut off.</summary>
    public U4U12(int u4, int u12) => _word = (ushort)(((u4 & 0xF) << 12) | (u12 & 0xFFF));

    private static readonly BitField[] Layout =
    [
        BitField.Unsigned(nameof(U4), 12, 4),
        BitField.Unsigned(nameof(U12), 0, 12),
    ];

    public static ReadOnlySpan<BitField> Fields => Layout;
    public static U4U12 FromBits(ulong bits) => new((ushort)bits);
    public ulong Bits => _word;
    public ushort Word => _word;

    public int U4 => _word >> 12;
    public int U12 => _word & 0xFFF;

    public long this[int field] => field switch { 0 => U4, _ => U12 };

    public bool Equals(U4U12 other) => _word == other._word;
    public override bool Equals(object? obj) => obj is U4U12 other && Equals(other);
    public override int GetHashCode() => _word.GetHashCode();
}
