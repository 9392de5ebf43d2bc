namespace Recalc.Addressing;

/// <summary>
/// One coordinate of a reference: a fixed position (absolute, <c>$A</c>) or an offset from the cell that holds the formula
/// (relative, <c>A</c>). Packed into one word: the lowest bit is "absolute", the rest the signed value.
/// </summary>
internal readonly struct Coordinate : IEquatable<Coordinate>
{
    private readonly int _word;

    private Coordinate(int value, bool absolute) => _word = (value << 1) | (absolute ? 1 : 0);

    public static Coordinate Absolute(int position) => new(position, true);
    public static Coordinate Relative(int offset) => new(offset, false);

    public bool IsAbsolute => (_word & 1) != 0;

    /// <summary>The position when absolute, the offset when relative.</summary>
    public int Value => _word >> 1;

    /// <summary>The position that is meant when the formula stands at <paramref name="origin"/>; it may lie off the sheet.</summary>
    public int At(int origin) => IsAbsolute ? Value : origin + Value;

    /// <summary>The coordinate of the same cell, seen from an origin that lies <paramref name="by"/> further on.</summary>
    public Coordinate Rebase(int by) => IsAbsolute ? this : Relative(Value - by);

    public bool Equals(Coordinate other) => _word == other._word;
    public override bool Equals(object? obj) => obj is Coordinate other && Equals(other);
    public override int GetHashCode() => _word;
    public override string ToString() => IsAbsolute ? $"${Value}" : $"[{Value}]";
}
