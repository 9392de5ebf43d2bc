using System.Numerics;
using Recalc.Addressing;

namespace Recalc.Excel.Parts;

/// <summary>Reads addresses and positions, once a cell and therefore by hand: from characters and from bytes.</summary>
internal static class CellReference
{
    /// <summary>Reads letters and digits such as <c>B7</c>; false when the text is no cell of a sheet.</summary>
    public static bool TryParse<T>(ReadOnlySpan<T> text, out CellAddress address) where T : unmanaged, IBinaryInteger<T>
    {
        address = default;
        var (column, row, at) = (0, 0, 0);
        for (; at < text.Length; at++)
        {
            var letter = (uint.CreateTruncating(text[at]) | 0x20) - 'a';
            if (letter >= 26) break;
            column = column * 26 + (int)letter + 1;
            if (column > SheetLimits.Columns) return false;
        }
        if (column == 0 || !TryParseRow(text[at..], out row)) return false;
        address = new CellAddress(column - 1, row);
        return true;
    }

    /// <summary>Reads the number of a row, from 1; the result counts from 0.</summary>
    public static bool TryParseRow<T>(ReadOnlySpan<T> text, out int row) where T : unmanaged, IBinaryInteger<T>
    {
        var isNumber = TryParseIndex(text, out var number);
        row = number - 1;
        return isNumber && SheetLimits.IsRow(row);
    }

    /// <summary>Reads digits, which must stand for no more than <see cref="int.MaxValue"/>.</summary>
    public static bool TryParseIndex<T>(ReadOnlySpan<T> text, out int index) where T : unmanaged, IBinaryInteger<T>
    {
        index = 0;
        var value = 0L;
        foreach (var c in text)
        {
            var digit = uint.CreateTruncating(c) - '0';
            if (digit >= 10) return false;
            value = value * 10 + digit;
            if (value > int.MaxValue) return false;
        }
        index = (int)value;
        return text.Length > 0;
    }
}
