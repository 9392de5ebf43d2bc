namespace Recalc.Words;

/// <summary>
/// A 16-bit head and a 48-bit payload, which is read unsigned (a reference: sheet, column, row) or sign-extended to 64 bits (an
/// offset): the word of a cell that holds no number.
/// </summary>
internal readonly struct U16I48 : IWordLayout<U16I48>, IEquatable<U16I48>
{
    private const int PayloadBits = 48;
    private const ulong PayloadMask = (1UL << PayloadBits) - 1;

    private readonly ulong _word;

    public U16I48(ulong word) => _word = word;

    /// <summary>Packs the fields; bits that do not fit are cut off.</summary>
    public U16I48(int u16, long i48) => _word = ((ulong)(ushort)u16 << PayloadBits) | ((ulong)i48 & PayloadMask);

    private static readonly BitField[] Layout =
    [
        BitField.Unsigned(nameof(U16), PayloadBits, 16),
        BitField.Signed(nameof(I48), 0, PayloadBits),
        BitField.Unsigned(nameof(U48), 0, PayloadBits),
    ];

    public static ReadOnlySpan<BitField> Fields => Layout;
    public static U16I48 FromBits(ulong bits) => new(bits);
    public ulong Bits => _word;

    public int U16 => (int)(_word >> PayloadBits);

    /// <summary>The payload with its sign carried up to 64 bits.</summary>
    public long I48 => (long)(_word << 16) >> 16;

    /// <summary>The payload as it lies there.</summary>
    public long U48 => (long)(_word & PayloadMask);

    public long this[int field] => field switch { 0 => U16, 1 => I48, _ => U48 };

    public bool Equals(U16I48 other) => _word == other._word;
    public override bool Equals(object? obj) => obj is U16I48 other && Equals(other);
    public override int GetHashCode() => _word.GetHashCode();
}
