using Recalc.Addressing;
using Recalc.Excel.Packaging;

namespace Recalc.Excel.Parts;

/// <summary>
/// Reads rows that are spelled the way Excel spells nearly all of them: ASCII, double quotes, no white space between elements, known
/// attributes only, formulas that are normal or shared. Anything else, and any fault, is left to the XML reader.
/// </summary>
internal sealed class PlainRowReader(CellLoader cells, bool knowsDescent) : IPlainRows
{
    /// <summary>The position of the name of an end tag is reported; behind it come <c>row></c>.</summary>
    private const int EndTagLength = 4;

    private (int Line, int Column) _rowEnd;

    /// <summary>Notes that the end of a row was reported at this place.</summary>
    public void Enter(int line, int column) => _rowEnd = (line, column - 1 + EndTagLength);

    /// <summary>Notes that something else was reported.</summary>
    public void Leave() => _rowEnd = default;

    public bool IsAt(int line, int column) => _rowEnd == (line, column);

    public int TryRead(ReadOnlySpan<byte> text)
    {
        cells.Attempt();
        var length = TakeRow(text);
        if (length == 0) cells.Abandon();
        return length;
    }

    private int TakeRow(ReadOnlySpan<byte> text)
    {
        var cursor = new ByteCursor(text);
        if (!cursor.Take("<row"u8) || !TakeRowAttributes(ref cursor, out var row, out var isHidden)) return 0;
        var isEmpty = cursor.Take("/>"u8);
        if (!isEmpty && !cursor.Take(">"u8)) return 0;
        cells.BeginRow(row, isHidden);
        if (isEmpty) return cursor.Position;
        while (cursor.Take("<c"u8))
            if (!TakeCell(ref cursor)) return 0;
        return cursor.Take("</row>"u8) ? cursor.Position : 0;
    }

    private bool TakeRowAttributes(ref ByteCursor cursor, out int row, out bool isHidden)
    {
        (row, isHidden) = (-1, false);
        var seen = 0;
        while (cursor.TakeAttribute(out var name, out var value))
        {
            var bit = RowAttribute(name);
            if (bit < 0 || (seen & (1 << bit)) != 0) return false;
            seen |= 1 << bit;
            if (bit == 0 && !CellReference.TryParseRow(value, out row)) return false;
            if (bit == 1) isHidden = value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8);
        }
        return row >= 0;
    }

    private int RowAttribute(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("r"u8) ? 0
        : name.SequenceEqual("hidden"u8) ? 1
        : name.SequenceEqual("spans"u8) ? 2
        : name.SequenceEqual("s"u8) ? 3
        : name.SequenceEqual("customFormat"u8) ? 4
        : name.SequenceEqual("ht"u8) ? 5
        : name.SequenceEqual("customHeight"u8) ? 6
        : name.SequenceEqual("outlineLevel"u8) ? 7
        : name.SequenceEqual("collapsed"u8) ? 8
        : name.SequenceEqual("thickBot"u8) ? 9
        : name.SequenceEqual("thickTop"u8) ? 10
        : knowsDescent && name.SequenceEqual("x14ac:dyDescent"u8) ? 11
        : -1;

    private bool TakeCell(ref ByteCursor cursor)
    {
        cells.BeginCell();
        if (!TakeCellAttributes(ref cursor)) return false;
        if (cursor.Take("/>"u8)) return cells.TrySet();
        if (!cursor.Take(">"u8)) return false;
        if (cursor.Take("<f"u8) && !TakeFormula(ref cursor)) return false;
        if (cursor.Take("<v>"u8))
        {
            cells.HasValue = true;
            if (!cursor.TakeText(cells.Text) || !cursor.Take("</v>"u8)) return false;
        }
        return cursor.Take("</c>"u8) && cells.TrySet();
    }

    private bool TakeCellAttributes(ref ByteCursor cursor)
    {
        var seen = 0;
        while (cursor.TakeAttribute(out var name, out var value))
        {
            var bit = name.Length == 1 ? name[0] : name.SequenceEqual("cm"u8) ? 'm' : 0;
            var index = 0;
            switch (bit)
            {
                case 'r':
                    if (!CellReference.TryParse(value, out var cell)) return false;
                    cells.MoveTo(cell);
                    break;
                case 's' when CellReference.TryParseIndex(value, out index): cells.Style = index; break;
                case 't' when TypeOf(value) is { } type: cells.Type = type; break;
                case 'm' when CellReference.TryParseIndex(value, out index): cells.CellMetadata = index; break;
                default: return false;
            }
            if ((seen & (1 << (bit & 31))) != 0) return false;
            seen |= 1 << (bit & 31);
        }
        return (seen & (1 << ('r' & 31))) != 0;
    }

    private static CellType? TypeOf(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("s"u8) ? CellType.SharedString
        : text.SequenceEqual("str"u8) ? CellType.FormulaString
        : text.SequenceEqual("n"u8) ? CellType.Number
        : text.SequenceEqual("b"u8) ? CellType.Logical
        : text.SequenceEqual("e"u8) ? CellType.Error
        : null;

    private bool TakeFormula(ref ByteCursor cursor)
    {
        var (type, index, seen) = (FormulaType.Normal, -1, 0);
        CellRange? area = null;
        while (cursor.TakeAttribute(out var name, out var value))
        {
            var bit = FormulaAttribute(name);
            if (bit == 0 || (seen & bit) != 0) return false;
            seen |= bit;
            if (bit == 1 && !value.SequenceEqual("shared"u8)) return false;
            if (bit == 1) type = FormulaType.Shared;
            if (bit == 2 && !CellReference.TryParseIndex(value, out index)) return false;
            if (bit == 4 && !TryParseArea(value, out area)) return false;
        }
        cells.Formula.Begin(type, index, area);
        if (cursor.Take("/>"u8)) return true;
        return cursor.Take(">"u8) && cursor.TakeText(cells.Formula.Text) && cursor.Take("</f>"u8);
    }

    private static int FormulaAttribute(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("t"u8) ? 1
        : name.SequenceEqual("si"u8) ? 2
        : name.SequenceEqual("ref"u8) ? 4
        : name.SequenceEqual("ca"u8) ? 8
        : 0;

    private static bool TryParseArea(ReadOnlySpan<byte> text, out CellRange? area)
    {
        Span<char> chars = stackalloc char[32];
        area = null;
        if (text.Length > chars.Length) return false;
        var length = System.Text.Encoding.ASCII.GetChars(text, chars);
        if (!CellRange.TryParse(chars[..length], out var range)) return false;
        area = range;
        return true;
    }
}
