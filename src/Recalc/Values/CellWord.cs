using System.Diagnostics;
using System.Runtime.CompilerServices;
using Recalc.Words;

namespace Recalc.Values;

/// <summary>
/// A value in one 64-bit word. A number is its own IEEE bits; everything else hides in the negative quiet NaNs:
/// sign 1, exponent 7FF, quiet 1, tag 3 bits, payload 48 bits.
/// </summary>
/// <remarks>
/// Words are compared as integers, never as doubles: <c>double.Equals</c> holds all NaNs equal, and arithmetic keeps, drops or
/// negates a NaN as it likes. A computed NaN is never stored; <see cref="FromNumber"/> is the only door for numbers.
/// </remarks>
internal readonly struct CellWord : IEquatable<CellWord>
{
    /// <summary>The smallest word, as an unsigned integer, that is no number; all numbers that are stored lie below.</summary>
    public const ulong Boxed = 0xFFF8_0000_0000_0000;

    private const int TagShift = 48;

    private const int BlankAtom = 0;
    private const int OmittedAtom = 1;
    private const int FalseAtom = 2;
    private const int TrueAtom = 3;
    private const int FirstErrorAtom = 0x100;

    private const int ColumnBits = 14;
    private const int RowBits = 20;

    private readonly ulong _bits;

    public CellWord(ulong bits) => _bits = bits;

    private CellWord(WordTag tag, long payload) => _bits = new U16I48((int)(Boxed >> TagShift) | (int)tag, payload).Bits;

    /// <summary>The empty cell.</summary>
    public static CellWord Blank => new(WordTag.Atom, BlankAtom);

    /// <summary>An argument that was left out.</summary>
    public static CellWord Omitted => new(WordTag.Atom, OmittedAtom);

    /// <summary>A number; negative zero becomes zero, and what is not finite becomes #NUM!.</summary>
    public static CellWord FromNumber(double number) =>
        double.IsFinite(number) ? new CellWord(BitConverter.DoubleToUInt64Bits(number + 0.0)) : FromError(ErrorKind.Num);

    public static CellWord FromLogical(bool value) => new(WordTag.Atom, value ? TrueAtom : FalseAtom);
    public static CellWord FromError(ErrorKind kind) => new(WordTag.Atom, FirstErrorAtom + (int)kind);

    /// <summary>Text, an area, an array, an object or a callback that lies in a slot of the side column.</summary>
    public static CellWord FromSlot(WordTag tag, U31 slot)
    {
        Debug.Assert(slot.HasValue, "A word without a slot would name slot 2^31-1.");
        return new(tag, slot.Index);
    }

    /// <summary>A reference to one cell: 14 bits of sheet, 14 of column, 20 of row.</summary>
    public static CellWord FromReference(int sheet, int column, int row) =>
        new(WordTag.CellReference, ((long)sheet << (ColumnBits + RowBits)) | ((long)column << RowBits) | (long)row);

    public ulong Bits => _bits;

    /// <summary>True for a number. Every boxed word is larger as an integer than every double that is stored.</summary>
    public bool IsNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bits < Boxed;
    }

    public WordTag Tag => IsNumber ? WordTag.Number : (WordTag)((_bits >> TagShift) & 7);

    /// <summary>The number; meaningful only when <see cref="IsNumber"/>.</summary>
    public double Number => BitConverter.UInt64BitsToDouble(_bits);

    public bool IsBlank => _bits == Blank._bits;
    public bool IsOmitted => _bits == Omitted._bits;
    public bool IsLogical => (_bits | 1) == FromLogical(true)._bits;
    public bool IsTrue => _bits == FromLogical(true)._bits;
    public bool IsError => Tag == WordTag.Atom && Payload >= FirstErrorAtom;

    /// <summary>The error; meaningful only when <see cref="IsError"/>.</summary>
    public ErrorKind Error => (ErrorKind)(Payload - FirstErrorAtom);

    /// <summary>The slot of a text or object in its side column.</summary>
    public U31 Slot => U31.Of((int)Payload);

    /// <summary>The sheet of a cell reference.</summary>
    public int ReferencedSheet => (int)(Payload >> (ColumnBits + RowBits));

    /// <summary>The column of a cell reference, from zero.</summary>
    public int ReferencedColumn => (int)(Payload >> RowBits) & ((1 << ColumnBits) - 1);

    /// <summary>The row of a cell reference, from zero.</summary>
    public int ReferencedRow => (int)Payload & ((1 << RowBits) - 1);

    private long Payload => new U16I48(_bits).U48;

    public bool Equals(CellWord other) => _bits == other._bits;
    public override bool Equals(object? obj) => obj is CellWord other && Equals(other);
    public override int GetHashCode() => _bits.GetHashCode();
    public static bool operator ==(CellWord left, CellWord right) => left._bits == right._bits;
    public static bool operator !=(CellWord left, CellWord right) => left._bits != right._bits;
}
