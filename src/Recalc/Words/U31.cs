namespace Recalc.Words;

/// <summary>
/// A 31-bit fact in an <see cref="int"/>: an index that is there, or, with the sign bit, none. <c>default</c> is index 0.
/// </summary>
internal readonly struct U31 : IWordLayout<U31>, IEquatable<U31>
{
    private readonly int _word;

    private U31(int word) => _word = word;

    /// <summary>The index that is not there.</summary>
    public static U31 None => new(-1);

    /// <summary>An index; negative numbers are none.</summary>
    public static U31 Of(int index) => new(index);

    private static readonly BitField[] Layout = [BitField.Signed(nameof(Sign), 31, 1), BitField.Unsigned(nameof(Index), 0, 31)];

    public static ReadOnlySpan<BitField> Fields => Layout;
    public static U31 FromBits(ulong bits) => new((int)bits);
    public ulong Bits => (uint)_word;

    /// <summary>0 when there is an index, -1 when there is none.</summary>
    public int Sign => _word >> 31;

    /// <summary>The 31 bits; meaningful only when <see cref="HasValue"/>.</summary>
    public int Index => _word & int.MaxValue;

    public bool HasValue => _word >= 0;

    public long this[int field] => field switch { 0 => Sign, _ => Index };

    /// <summary>The index if there is one (the form <c>if (!x.TryGet(out var i)) …</c>).</summary>
    public bool TryGet(out int index)
    {
        index = _word;
        return _word >= 0;
    }

    public bool Equals(U31 other) => _word == other._word;
    public override bool Equals(object? obj) => obj is U31 other && Equals(other);
    public override int GetHashCode() => _word;
}
