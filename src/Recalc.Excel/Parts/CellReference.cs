using Recalc.Addressing;

namespace Recalc.Excel.Parts;

/// <summary>Reads the address of a cell, once a cell and therefore by hand.</summary>
internal static class CellReference
{
    /// <summary>Reads letters and digits such as <c>B7</c>; false when the text is no cell of a sheet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        var (column, row, at) = (0, 0, 0);
        for (; at < text.Length; at++)
        {
            var letter = (uint)((text[at] | 0x20) - 'a');
            if (letter >= 26) break;
            column = column * 26 + (int)letter + 1;
            if (column > SheetLimits.Columns) return false;
        }
        if (column == 0 || !TryParseRow(text[at..], out row)) return false;
        address = new CellAddress(column - 1, row);
        return true;
    }

    /// <summary>Reads the number of a row, from 1; the result counts from 0.</summary>
    public static bool TryParseRow(ReadOnlySpan<char> text, out int row)
    {
        row = 0;
        var value = 0;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit >= 10) return false;
            value = value * 10 + (int)digit;
            if (value > SheetLimits.Rows) return false;
        }
        row = value - 1;
        return value > 0;
    }
}
