using System.Diagnostics.CodeAnalysis;

namespace Recalc.Addressing;

/// <summary>
/// A rectangle of cells on a sheet, both corners included. <c>default</c> is the single cell A1. Immutable; safe to share.
/// </summary>
public readonly struct CellRange : IEquatable<CellRange>, ISpanParsable<CellRange>
{
    /// <summary>Makes the rectangle that the two corners span; they may be any two opposite ones, in any order.</summary>
    public CellRange(CellAddress first, CellAddress last)
    {
        First = new CellAddress(Math.Min(first.Column, last.Column), Math.Min(first.Row, last.Row));
        Last = new CellAddress(Math.Max(first.Column, last.Column), Math.Max(first.Row, last.Row));
    }

    /// <summary>The rectangle of a single cell.</summary>
    public CellRange(CellAddress cell) : this(cell, cell) { }

    /// <summary>Makes a rectangle from zero-based coordinates, corners included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A corner does not lie on a sheet.</exception>
    public CellRange(int firstColumn, int firstRow, int lastColumn, int lastRow)
        : this(new CellAddress(firstColumn, firstRow), new CellAddress(lastColumn, lastRow)) { }

    /// <summary>All cells of a sheet.</summary>
    public static CellRange Sheet => new(0, 0, SheetLimits.Columns - 1, SheetLimits.Rows - 1);

    /// <summary>The upper left corner.</summary>
    public CellAddress First { get; }

    /// <summary>The lower right corner.</summary>
    public CellAddress Last { get; }

    /// <summary>How many columns the rectangle has; at least 1.</summary>
    public int Columns => Last.Column - First.Column + 1;

    /// <summary>How many rows the rectangle has; at least 1.</summary>
    public int Rows => Last.Row - First.Row + 1;

    /// <summary>How many cells the rectangle has.</summary>
    public long Count => (long)Columns * Rows;

    /// <summary>True when the cell lies in the rectangle.</summary>
    public bool Contains(CellAddress cell) =>
        cell.Column >= First.Column && cell.Column <= Last.Column && cell.Row >= First.Row && cell.Row <= Last.Row;

    /// <summary>True when every cell of <paramref name="other"/> lies in this rectangle.</summary>
    public bool Contains(CellRange other) => Contains(other.First) && Contains(other.Last);

    /// <summary>True when the rectangles share a cell.</summary>
    public bool Intersects(CellRange other) =>
        First.Column <= other.Last.Column && other.First.Column <= Last.Column && First.Row <= other.Last.Row && other.First.Row <= Last.Row;

    /// <summary>The cells that both rectangles have; false when there are none.</summary>
    public bool TryIntersect(CellRange other, out CellRange common)
    {
        common = default;
        if (!Intersects(other)) return false;
        common = new CellRange(
            Math.Max(First.Column, other.First.Column), Math.Max(First.Row, other.First.Row),
            Math.Min(Last.Column, other.Last.Column), Math.Min(Last.Row, other.Last.Row));
        return true;
    }

    /// <summary>The smallest rectangle that holds both.</summary>
    public CellRange Union(CellRange other) => new(
        Math.Min(First.Column, other.First.Column), Math.Min(First.Row, other.First.Row),
        Math.Max(Last.Column, other.Last.Column), Math.Max(Last.Row, other.Last.Row));

    /// <summary>Reads <c>A1:B7</c>, <c>A1</c>, <c>A:C</c> or <c>1:3</c>, with or without dollar signs.</summary>
    /// <exception cref="FormatException">The text is no rectangle of cells.</exception>
    public static CellRange Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var range) ? range : throw new FormatException($"'{s}' is no range of cells; write one as A1:B7, A:C or 1:3.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static CellRange Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CellRange result)
    {
        Span<byte> bytes = stackalloc byte[A1Notation.MaxAreaLength];
        result = default;
        if (s.Length == 0 || s.Length > bytes.Length || !System.Text.Ascii.IsValid(s)) return false;
        for (var i = 0; i < s.Length; i++) bytes[i] = (byte)s[i];
        if (A1Notation.ReadArea(bytes[..s.Length], out var area) != s.Length) return false;
        result = area.At(default);
        return true;
    }

    /// <summary>Reads a range; false when the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out CellRange result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CellRange result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <summary>The range as Excel writes it: <c>A1:B7</c>, <c>A1</c> for one cell, <c>A:C</c> and <c>1:3</c> for whole columns and rows.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[A1Notation.MaxAreaLength];
        return System.Text.Encoding.ASCII.GetString(bytes[..A1Notation.WriteArea(bytes, AreaReference.Of(this), default)]);
    }

    /// <inheritdoc/>
    public bool Equals(CellRange other) => First == other.First && Last == other.Last;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CellRange other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Last);

    /// <summary>True when both are the same rectangle.</summary>
    public static bool operator ==(CellRange left, CellRange right) => left.Equals(right);

    /// <summary>True when they are different rectangles.</summary>
    public static bool operator !=(CellRange left, CellRange right) => !left.Equals(right);
}
