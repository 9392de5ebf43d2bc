using System.Buffers.Binary;
using Recalc.Addressing;
using Recalc.Words;

namespace Recalc.Scripts;

/// <summary>
/// References in relative form as bytes: a header (shape, which coordinates are absolute, short or wide), then a corner or two. A short
/// corner has 16 bits, and which of its coordinates are absolute chooses the layout; a wide one has 64.
/// </summary>
internal static class ReferenceCode
{
    private const int ShapeMask = 0x03;
    private const int Column1Absolute = 0x04;
    private const int Row1Absolute = 0x08;
    private const int Column2Absolute = 0x10;
    private const int Row2Absolute = 0x20;
    private const int Short = 0x40;

    public static void Write(ByteWriter destination, in AreaReference area)
    {
        var (row1, row2) = area.Shape == ReferenceShape.Columns ? (Coordinate.Absolute(0), Coordinate.Absolute(0)) : (area.Row1, area.Row2);
        var (column1, column2) = area.Shape == ReferenceShape.Rows ? (Coordinate.Absolute(0), Coordinate.Absolute(0)) : (area.Column1, area.Column2);
        var isShort = TryPack(column1, row1, out var first);
        ushort second = 0;
        if (isShort && area.Shape != ReferenceShape.Cell) isShort = TryPack(column2, row2, out second);
        destination.Write((byte)((int)area.Shape | (isShort ? Short : 0)
            | (column1.IsAbsolute ? Column1Absolute : 0) | (row1.IsAbsolute ? Row1Absolute : 0)
            | (column2.IsAbsolute ? Column2Absolute : 0) | (row2.IsAbsolute ? Row2Absolute : 0)));
        if (isShort) destination.Write(first);
        else destination.Write(Wide(column1, row1));
        if (area.Shape == ReferenceShape.Cell) return;
        if (isShort) destination.Write(second);
        else destination.Write(Wide(column2, row2));
    }

    /// <summary>Reads a reference at the start of <paramref name="source"/>; the length taken.</summary>
    public static int Read(ReadOnlySpan<byte> source, out AreaReference area)
    {
        var header = source[0];
        var isShort = (header & Short) != 0;
        var shape = (ReferenceShape)(header & ShapeMask);
        var size = isShort ? sizeof(ushort) : sizeof(ulong);
        var (column1, row1) = Corner(source[1..], isShort, (header & Column1Absolute) != 0, (header & Row1Absolute) != 0);
        if (shape == ReferenceShape.Cell)
        {
            area = AreaReference.Cell(column1, row1);
            return 1 + size;
        }
        var (column2, row2) = Corner(source[(1 + size)..], isShort, (header & Column2Absolute) != 0, (header & Row2Absolute) != 0);
        area = shape switch
        {
            ReferenceShape.Columns => AreaReference.Columns(column1, column2),
            ReferenceShape.Rows => AreaReference.Rows(row1, row2),
            _ => new AreaReference(column1, row1, column2, row2, shape),
        };
        return 1 + 2 * size;
    }

    private static bool TryPack(Coordinate column, Coordinate row, out ushort word)
    {
        var (c, r) = (column.Value, row.Value);
        if (column.IsAbsolute)
        {
            if (row.IsAbsolute)
            {
                var both = new U4U12(c, r);
                word = both.Word;
                return both.U4 == c && both.U12 == r;
            }
            var fixedColumn = new I12U4(r, c);
            word = fixedColumn.Word;
            return fixedColumn.I12 == r && fixedColumn.U4 == c;
        }
        if (row.IsAbsolute)
        {
            var fixedRow = new U12I4(r, c);
            word = fixedRow.Word;
            return fixedRow.U12 == r && fixedRow.I4 == c;
        }
        var offsets = new I4I12(c, r);
        word = offsets.Word;
        return offsets.I4 == c && offsets.I12 == r;
    }

    private static ulong Wide(Coordinate column, Coordinate row) => new U16U16U32(0, column.Value, (uint)row.Value).Word;

    private static (Coordinate Column, Coordinate Row) Corner(ReadOnlySpan<byte> source, bool isShort, bool fixedColumn, bool fixedRow)
    {
        int column, row;
        if (!isShort)
        {
            var wide = new U16U16U32(BinaryPrimitives.ReadUInt64LittleEndian(source));
            (column, row) = ((short)wide.U16Low, (int)wide.U32);
        }
        else
        {
            var word = BinaryPrimitives.ReadUInt16LittleEndian(source);
            (column, row) = (fixedColumn, fixedRow) switch
            {
                (true, true) => (new U4U12(word).U4, new U4U12(word).U12),
                (true, false) => (new I12U4(word).U4, new I12U4(word).I12),
                (false, true) => (new U12I4(word).I4, new U12I4(word).U12),
                _ => (new I4I12(word).I4, new I4I12(word).I12),
            };
        }
        return (fixedColumn ? Coordinate.Absolute(column) : Coordinate.Relative(column), fixedRow ? Coordinate.Absolute(row) : Coordinate.Relative(row));
    }
}
