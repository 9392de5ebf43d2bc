using System.Diagnostics.CodeAnalysis;

namespace Recalc.Addressing;

/// <summary>
/// The place of one cell on a sheet: column and row, both counted from zero. <c>default</c> is A1. Immutable; safe to share.
/// </summary>
/// <remarks>Addresses are ordered by column, then by row: the order in which cells are stored and cycles are iterated.</remarks>
public readonly struct CellAddress : IEquatable<CellAddress>, IComparable<CellAddress>, ISpanParsable<CellAddress>, ISpanFormattable
{
    private readonly int _column;
    private readonly int _row;

    /// <summary>Makes an address from zero-based coordinates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cell does not lie on a sheet (see <see cref="SheetLimits"/>).</exception>
    public CellAddress(int column, int row)
    {
        if (!SheetLimits.IsColumn(column)) throw OutOfSheet(nameof(column), column, SheetLimits.Columns);
        if (!SheetLimits.IsRow(row)) throw OutOfSheet(nameof(row), row, SheetLimits.Rows);
        _column = column;
        _row = row;
    }

    /// <summary>The column, from zero: 0 is A.</summary>
    public int Column => _column;

    /// <summary>The row, from zero: 0 is the row that Excel shows as 1.</summary>
    public int Row => _row;

    /// <summary>Reads an address such as <c>B7</c> or <c>$B$7</c>; letters of either case.</summary>
    /// <exception cref="FormatException">The text is no address of a cell.</exception>
    public static CellAddress Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var address)
            ? address
            : throw new FormatException($"'{s}' is no cell address; write one as column letters and a row number, such as B7.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static CellAddress Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CellAddress result)
    {
        Span<byte> bytes = stackalloc byte[A1Notation.MaxCellLength];
        result = default;
        if (s.Length == 0 || s.Length > bytes.Length || !System.Text.Ascii.IsValid(s)) return false;
        for (var i = 0; i < s.Length; i++) bytes[i] = (byte)s[i];
        if (A1Notation.ReadCell(bytes[..s.Length], out var column, out var row) != s.Length) return false;
        result = new CellAddress(column.Value, row.Value);
        return true;
    }

    /// <summary>Reads an address such as <c>B7</c>; false when the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out CellAddress result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CellAddress result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <summary>The address as Excel writes it, such as <c>B7</c>.</summary>
    public override string ToString() => string.Create(null, stackalloc char[A1Notation.MaxCellLength], $"{this}");

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Span<byte> bytes = stackalloc byte[A1Notation.MaxCellLength];
        var length = A1Notation.WriteColumn(bytes, _column);
        length += A1Notation.WriteRow(bytes[length..], _row);
        charsWritten = 0;
        if (length > destination.Length) return false;
        for (var i = 0; i < length; i++) destination[i] = (char)bytes[i];
        charsWritten = length;
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(CellAddress other) => _column != other._column ? _column.CompareTo(other._column) : _row.CompareTo(other._row);

    /// <inheritdoc/>
    public bool Equals(CellAddress other) => _column == other._column && _row == other._row;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CellAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_column, _row);

    /// <summary>True when both are the same cell.</summary>
    public static bool operator ==(CellAddress left, CellAddress right) => left.Equals(right);

    /// <summary>True when they are different cells.</summary>
    public static bool operator !=(CellAddress left, CellAddress right) => !left.Equals(right);

    /// <summary>True when <paramref name="left"/> comes first in column, then row order.</summary>
    public static bool operator <(CellAddress left, CellAddress right) => left.CompareTo(right) < 0;

    /// <summary>True when <paramref name="left"/> comes last in column, then row order.</summary>
    public static bool operator >(CellAddress left, CellAddress right) => left.CompareTo(right) > 0;

    /// <summary>True when <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(CellAddress left, CellAddress right) => left.CompareTo(right) <= 0;

    /// <summary>True when <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(CellAddress left, CellAddress right) => left.CompareTo(right) >= 0;

    private static ArgumentOutOfRangeException OutOfSheet(string name, int value, int count) =>
        new(name, value, $"A sheet has {name}s 0 to {count - 1}.");
}
