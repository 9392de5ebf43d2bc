using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>ADDRESS: the text of a cell's address, absolute or relative, in A1 or R1C1, and perhaps with a sheet.</summary>
internal static class AddressText
{
    public static readonly BodyList Rows = new() { { "ADDRESS", Address } };

    private static Operand Address(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        var isA1 = true;
        if (!arguments[0].TryTruncated(site, out var row, out var failure)) return failure;
        if (!arguments[1].TryTruncated(site, out var column, out failure)) return failure;
        if (!arguments.TryGiven(2, 1, site, out var kind, out failure)) return failure;
        if (arguments.IsGiven(3) && !arguments[3].TryLogical(out isA1, out failure)) return failure;
        var sheet = "";
        if (arguments.Length > 4 && !arguments[4].TryText(out sheet, out failure)) return failure;
        if (kind is < 1 or > 4) return ErrorKind.Value;
        var (isRowFixed, isColumnFixed) = (kind is 1 or 2, kind is 1 or 3);
        // A relative part of R1C1 is a distance, of which 0 is written as nothing.
        if ((isA1 || isRowFixed) && !SheetLimits.IsRow(row - 1)) return ErrorKind.Value;
        if ((isA1 || isColumnFixed) && !SheetLimits.IsColumn(column - 1)) return ErrorKind.Value;
        var cell = isA1
            ? $"{(isColumnFixed ? "$" : "")}{Letters(column - 1)}{(isRowFixed ? "$" : "")}{row}"
            : $"R{Part(row, isRowFixed)}C{Part(column, isColumnFixed)}";
        return arguments.Length > 4 ? $"{Quoted(sheet)}!{cell}" : cell;
    }

    /// <summary>The letters of a column, from zero.</summary>
    private static string Letters(int column) => new CellAddress(column, 0).ToString()[..^1];

    private static string Part(int number, bool isFixed) => isFixed ? $"{number}" : number == 0 ? "" : $"[{number}]";

    // Excel writes apostrophes round what reads as no name; those of another workbook's sheet stand round both.
    private static string Quoted(string sheet)
    {
        var isPlain = sheet.Length == 0 || !char.IsAsciiDigit(sheet[0]);
        foreach (var c in sheet) isPlain &= char.IsLetterOrDigit(c) || c is '_' or '.';
        return isPlain ? sheet : $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
