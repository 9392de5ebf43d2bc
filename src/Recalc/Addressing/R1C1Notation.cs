using System.Buffers.Text;

namespace Recalc.Addressing;

/// <summary>
/// R1C1 spelling of cells and areas: <c>R1C1</c> is fixed, <c>R[-1]C[2]</c> an offset, <c>RC</c> this cell, <c>R</c> and <c>C</c> alone
/// whole rows and columns. Readers take the longest prefix that fits and return its length, or 0.
/// </summary>
internal static class R1C1Notation
{
    /// <summary>The longest area: twice <c>R[-1048575]C[-16383]</c> and a colon.</summary>
    public const int MaxAreaLength = 2 * 20 + 1;

    private const int Malformed = -1;

    /// <summary>Reads a cell, an area of two corners, or whole rows or columns.</summary>
    public static int ReadArea(ReadOnlySpan<byte> text, out AreaReference area)
    {
        var length = ReadPart(text, out area);
        if (length == 0 || length >= text.Length || text[length] != ':') return length;
        var more = ReadPart(text[(length + 1)..], out var last);
        if (more == 0 || last.Shape != area.Shape) return length;
        var shape = area.Shape == ReferenceShape.Cell ? ReferenceShape.Area : area.Shape;
        area = new AreaReference(area.Column1, area.Row1, last.Column2, last.Row2, shape);
        return length + 1 + more;
    }

    /// <summary>Writes an area in its relative form.</summary>
    public static int WriteArea(Span<byte> destination, in AreaReference area)
    {
        var length = WritePart(destination, area.Column1, area.Row1, area.Shape);
        var single = area.Column1.Equals(area.Column2) && area.Row1.Equals(area.Row2);
        var oneLine = (area.Shape == ReferenceShape.Columns && area.Column1.Equals(area.Column2))
            || (area.Shape == ReferenceShape.Rows && area.Row1.Equals(area.Row2));
        if (area.Shape == ReferenceShape.Cell || oneLine || (single && area.Shape != ReferenceShape.Area)) return length;
        destination[length++] = (byte)':';
        return length + WritePart(destination[length..], area.Column2, area.Row2, area.Shape);
    }

    private static int WritePart(Span<byte> destination, Coordinate column, Coordinate row, ReferenceShape shape)
    {
        var length = shape == ReferenceShape.Columns ? 0 : WriteCoordinate(destination, (byte)'R', row);
        return shape == ReferenceShape.Rows ? length : length + WriteCoordinate(destination[length..], (byte)'C', column);
    }

    private static int WriteCoordinate(Span<byte> destination, byte letter, Coordinate coordinate)
    {
        destination[0] = letter;
        if (!coordinate.IsAbsolute && coordinate.Value == 0) return 1;
        var length = 1;
        if (!coordinate.IsAbsolute) destination[length++] = (byte)'[';
        Utf8Formatter.TryFormat(coordinate.IsAbsolute ? coordinate.Value + 1 : coordinate.Value, destination[length..], out var digits);
        length += digits;
        if (!coordinate.IsAbsolute) destination[length++] = (byte)']';
        return length;
    }

    private static int ReadPart(ReadOnlySpan<byte> text, out AreaReference area)
    {
        area = default;
        var rowLength = ReadCoordinate(text, 'r', SheetLimits.Rows, out var row);
        if (rowLength == Malformed) return 0;
        var columnLength = ReadCoordinate(text[rowLength..], 'c', SheetLimits.Columns, out var column);
        if (columnLength == Malformed || rowLength + columnLength == 0) return 0;
        area = rowLength == 0 ? AreaReference.Columns(column, column)
            : columnLength == 0 ? AreaReference.Rows(row, row)
            : AreaReference.Cell(column, row);
        return rowLength + columnLength;
    }

    // Without a number the letter alone is a coordinate, whatever follows: RC-1 is this cell less one.
    private static int ReadCoordinate(ReadOnlySpan<byte> text, char letter, int count, out Coordinate coordinate)
    {
        coordinate = Coordinate.Relative(0);
        if (text.Length == 0 || (text[0] | 0x20) != letter) return 0;
        if (text.Length > 1 && text[1] == '[') return ReadOffset(text, count, ref coordinate);
        var digits = ReadDigits(text[1..], out var position);
        if (digits == 0) return 1;
        if (position < 1 || position > count) return Malformed;
        coordinate = Coordinate.Absolute(position - 1);
        return 1 + digits;
    }

    private static int ReadOffset(ReadOnlySpan<byte> text, int count, ref Coordinate coordinate)
    {
        var start = text.Length > 2 && text[2] is (byte)'-' or (byte)'+' ? 3 : 2;
        var digits = ReadDigits(text[start..], out var distance);
        var end = start + digits;
        if (digits == 0 || end >= text.Length || text[end] != ']' || distance >= count) return Malformed;
        coordinate = Coordinate.Relative(text[2] == '-' ? -distance : distance);
        return end + 1;
    }

    // Takes all digits there are; a number past every row is as good as any other such number.
    private static int ReadDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        var length = 0;
        while (length < text.Length && (uint)(text[length] - '0') < 10)
        {
            value = Math.Min(value * 10 + (text[length] - '0'), SheetLimits.Rows + 1);
            length++;
        }
        return length;
    }
}
