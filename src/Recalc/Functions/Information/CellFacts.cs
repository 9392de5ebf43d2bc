using Recalc.Values;

namespace Recalc.Functions.Information;

/// <summary>CELL: what can be told of a cell without its format, its file and its sheet. The cell is the first of the reference.</summary>
internal static class CellFacts
{
    private static readonly Fault Unknown = new("CELL tells row, col, address, contents and type here; formats and files are not looked at.");

    public static Operand Of(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var fact, out var failure)) return failure;
        var area = arguments.Length > 1 ? arguments[1].AreaOrNull : null;
        if (arguments.Length > 1 && area is null) return arguments[1].IsError ? arguments[1] : ErrorKind.Value;
        var cell = area?.Range.First ?? site.Cell;
        return fact.ToUpperInvariant() switch
        {
            "ROW" => cell.Row + 1,
            "COL" => cell.Column + 1,
            "ADDRESS" => $"${Letters(cell.Column)}${cell.Row + 1}",
            "CONTENTS" => Contents(area, site) is var contents && contents.Word.IsBlank ? 0 : contents,
            "TYPE" => Type(Contents(area, site)),
            _ => Operand.Error(ErrorKind.Value, Unknown),
        };
    }

    // Without a reference the cell is the one that asks, which has no content yet.
    private static Operand Contents(CellArea? area, CallSite site)
    {
        if (area is null) return 0;
        SingleValues.TryFirst(area, site, out var value);
        return value;
    }

    private static Operand Type(in Operand contents)
    {
        if (contents.IsBlocked) return contents;
        return contents.Word.IsBlank ? "b" : contents.IsText ? "l" : "v";
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (column++; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
