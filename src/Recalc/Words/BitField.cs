namespace Recalc.Words;

/// <summary>
/// A run of bits in a machine word, and the routes by which it can be read. A layout names its fields with properties (the route "by
/// name"); this describes the same fields as data, for code that picks a field or a route while running (the disassembler, the tests,
/// the benchmark that chose the route the properties take).
/// </summary>
internal readonly struct BitField
{
    private const int WordBits = 64;

    private BitField(string name, int below, int width, bool signed) => (Name, Below, Width, IsSigned) = (name, below, width, signed);

    public string Name { get; }

    /// <summary>How many bits of the word lie below the field.</summary>
    public int Below { get; }

    /// <summary>How many bits the field has, 1 to 64.</summary>
    public int Width { get; }

    /// <summary>True when the highest bit of the field is a sign.</summary>
    public bool IsSigned { get; }

    public static BitField Unsigned(string name, int below, int width) => new(name, below, width, false);
    public static BitField Signed(string name, int below, int width) => new(name, below, width, true);

    private int Above => WordBits - Width - Below;
    private ulong Mask => ulong.MaxValue >> (WordBits - Width);

    /// <summary>By mask: shift down, and off what lies above; a sign is restored by subtraction.</summary>
    public long ByMask(ulong word)
    {
        var field = (word >> Below) & Mask;
        if (!IsSigned) return (long)field;
        var sign = 1UL << (Width - 1);
        return (long)((field ^ sign) - sign);
    }

    /// <summary>By shifts: up until what lies above is gone, then down, which carries the sign along when the shift is signed.</summary>
    public long ByShifts(ulong word) =>
        IsSigned ? (long)(word << Above) >> (Above + Below) : (long)((word << Above) >> (Above + Below));

    /// <summary>By call: a getter made once, for callers that keep it.</summary>
    public Func<ulong, long> ByCall()
    {
        var field = this;
        return field.IsSigned ? field.ByShifts : field.ByMask;
    }

    /// <summary>True when the value can be held by the field.</summary>
    public bool Fits(long value) => ByMask((ulong)value << Below) == value;

    /// <summary>The bits of the value in their place; what does not fit is cut off.</summary>
    public ulong Place(long value) => ((ulong)value & Mask) << Below;
}
