using System.Buffers.Text;

namespace Recalc.Addressing;

/// <summary>
/// A1 spelling of cells and areas, read from and written to bytes. Readers take the longest prefix that fits and return its length,
/// or 0; what may follow is the lexer's business. Offsets are seen from A1.
/// </summary>
internal static class A1Notation
{
    /// <summary>The longest cell: <c>$XFD$1048576</c>.</summary>
    public const int MaxCellLength = 12;

    /// <summary>The longest area: two cells and a colon.</summary>
    public const int MaxAreaLength = 2 * MaxCellLength + 1;

    private const int MaxColumnLetters = 3;
    private const int MaxRowDigits = 7;

    /// <summary>Reads <c>A1</c>, <c>A1:B2</c>, <c>A:C</c> or <c>1:3</c>.</summary>
    public static int ReadArea(ReadOnlySpan<byte> text, out AreaReference area)
    {
        var length = ReadColumn(text, out var column1);
        if (length == 0) return ReadRows(text, out area);
        var rowLength = ReadRow(text[length..], out var row1);
        if (rowLength == 0) return ReadColumns(text, length, column1, out area);
        length += rowLength;
        area = AreaReference.Cell(column1, row1);
        if (length < text.Length && text[length] == ':')
        {
            var more = ReadCell(text[(length + 1)..], out var column2, out var row2);
            if (more > 0)
            {
                area = new AreaReference(column1, row1, column2, row2, ReferenceShape.Area);
                return length + 1 + more;
            }
        }
        return length;
    }

    /// <summary>Reads <c>A1</c> with or without dollar signs.</summary>
    public static int ReadCell(ReadOnlySpan<byte> text, out Coordinate column, out Coordinate row)
    {
        row = default;
        var length = ReadColumn(text, out column);
        if (length == 0) return 0;
        var more = ReadRow(text[length..], out row);
        return more == 0 ? 0 : length + more;
    }

    /// <summary>Reads <c>A</c> or <c>$A</c>: up to three letters that name a column of a sheet.</summary>
    public static int ReadColumn(ReadOnlySpan<byte> text, out Coordinate column)
    {
        column = default;
        var start = text.Length > 0 && text[0] == '$' ? 1 : 0;
        var (value, i) = (0, start);
        while (i < text.Length)
        {
            var letter = (uint)((text[i] | 0x20) - 'a');
            if (letter >= 26) break;
            if (i - start == MaxColumnLetters) return 0;
            value = value * 26 + (int)letter + 1;
            i++;
        }
        if (i == start || value > SheetLimits.Columns) return 0;
        column = start == 1 ? Coordinate.Absolute(value - 1) : Coordinate.Relative(value - 1);
        return i;
    }

    /// <summary>Reads <c>1</c> or <c>$1</c>: digits that number a row of a sheet.</summary>
    public static int ReadRow(ReadOnlySpan<byte> text, out Coordinate row)
    {
        row = default;
        var start = text.Length > 0 && text[0] == '$' ? 1 : 0;
        var (value, i) = (0, start);
        while (i < text.Length)
        {
            var digit = (uint)(text[i] - '0');
            if (digit >= 10) break;
            if (i - start == MaxRowDigits) return 0;
            value = value * 10 + (int)digit;
            i++;
        }
        if (i == start || value == 0 || value > SheetLimits.Rows) return 0;
        row = start == 1 ? Coordinate.Absolute(value - 1) : Coordinate.Relative(value - 1);
        return i;
    }

    /// <summary>Writes an area as it reads from <paramref name="origin"/>; offsets that leave the sheet walk round its edge.</summary>
    public static int WriteArea(Span<byte> destination, in AreaReference area, CellAddress origin)
    {
        var length = area.Shape switch
        {
            ReferenceShape.Columns => WriteColumn(destination, area.Column1, origin),
            ReferenceShape.Rows => WriteRow(destination, area.Row1, origin),
            _ => WriteCell(destination, area.Column1, area.Row1, origin),
        };
        if (area.Shape == ReferenceShape.Cell) return length;
        destination[length++] = (byte)':';
        return length + area.Shape switch
        {
            ReferenceShape.Columns => WriteColumn(destination[length..], area.Column2, origin),
            ReferenceShape.Rows => WriteRow(destination[length..], area.Row2, origin),
            _ => WriteCell(destination[length..], area.Column2, area.Row2, origin),
        };
    }

    /// <summary>Writes the letters of a zero-based column.</summary>
    public static int WriteColumn(Span<byte> destination, int column)
    {
        if (column < 26)
        {
            destination[0] = (byte)('A' + column);
            return 1;
        }
        var length = column < 26 + 26 * 26 ? 2 : 3;
        for (var (i, rest) = (length - 1, column); i >= 0; i--, rest = rest / 26 - 1) destination[i] = (byte)('A' + rest % 26);
        return length;
    }

    /// <summary>Writes the number of a zero-based row.</summary>
    public static int WriteRow(Span<byte> destination, int row)
    {
        Utf8Formatter.TryFormat(row + 1, destination, out var written);
        return written;
    }

    private static int WriteCell(Span<byte> destination, Coordinate column, Coordinate row, CellAddress origin)
    {
        var length = WriteColumn(destination, column, origin);
        return length + WriteRow(destination[length..], row, origin);
    }

    private static int WriteColumn(Span<byte> destination, Coordinate column, CellAddress origin)
    {
        var dollar = WriteDollar(destination, column);
        return dollar + WriteColumn(destination[dollar..], column.At(origin.Column) & (SheetLimits.Columns - 1));
    }

    private static int WriteRow(Span<byte> destination, Coordinate row, CellAddress origin)
    {
        var dollar = WriteDollar(destination, row);
        return dollar + WriteRow(destination[dollar..], row.At(origin.Row) & (SheetLimits.Rows - 1));
    }

    private static int WriteDollar(Span<byte> destination, Coordinate coordinate)
    {
        if (!coordinate.IsAbsolute) return 0;
        destination[0] = (byte)'$';
        return 1;
    }

    private static int ReadColumns(ReadOnlySpan<byte> text, int length, Coordinate first, out AreaReference area)
    {
        area = default;
        if (length >= text.Length || text[length] != ':') return 0;
        var more = ReadColumn(text[(length + 1)..], out var last);
        if (more == 0) return 0;
        area = AreaReference.Columns(first, last);
        return length + 1 + more;
    }

    private static int ReadRows(ReadOnlySpan<byte> text, out AreaReference area)
    {
        area = default;
        var length = ReadRow(text, out var first);
        if (length == 0 || length >= text.Length || text[length] != ':') return 0;
        var more = ReadRow(text[(length + 1)..], out var last);
        if (more == 0) return 0;
        area = AreaReference.Rows(first, last);
        return length + 1 + more;
    }
}
