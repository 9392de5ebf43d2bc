using Recalc.Addressing;

namespace Recalc.Repl.Evaluating;

/// <summary>A cell as people name it: <c>B7</c>, <c>Sheet!B7</c>, <c>'My sheet'!$B$7</c>.</summary>
internal static class CellName
{
    /// <summary>Finds the cell; false when the text names none, or a sheet that is not there.</summary>
    /// <param name="workbook">Where to look.</param>
    /// <param name="home">The sheet that is meant when none is named.</param>
    /// <param name="text">The name.</param>
    /// <param name="sheet">The sheet of the cell.</param>
    /// <param name="cell">The cell.</param>
    public static bool TryFind(Workbook workbook, Sheet home, string text, out Sheet sheet, out CellAddress cell)
    {
        var bang = text.LastIndexOf('!');
        sheet = home;
        if (!CellAddress.TryParse(text.AsSpan(bang + 1), out cell)) return false;
        if (bang < 0) return true;
        if (workbook.FindSheet(Unquote(text[..bang])) is not { } named) return false;
        sheet = named;
        return true;
    }

    /// <summary>The name of a sheet as it stands before <c>!</c>, always in apostrophes.</summary>
    public static string Quote(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Unquote(string name) =>
        name is ['\'', .. var inner, '\''] ? inner.Replace("''", "'", StringComparison.Ordinal) : name;
}
