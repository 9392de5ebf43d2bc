using Recalc.Addressing;
using Recalc.Values;

namespace Recalc.Functions.Lookup;

/// <summary>LOOKUP, and the look-ups with modes. Where XLOOKUP takes from an area, it yields an area.</summary>
internal static class ListFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "LOOKUP", LookUp },
        { "XMATCH", Position },
        { "XLOOKUP", LookUpBeside },
    };

    // Without a third argument the list is the longer side of the table, and the result lies on the opposite one.
    private static Operand LookUp(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments[0].IsError) return arguments[0];
        if (!arguments[1].TryGrid(out var table)) return arguments[1];
        var down = table.Rows >= table.Columns;
        var result = table;
        if (arguments.Length > 2 && !arguments[2].TryGrid(out result)) return arguments[2];
        if (arguments.Length > 2 && arguments[2].IsOmitted) return ErrorKind.Value;
        if (arguments.Length > 2 && result.Rows > 1 && result.Columns > 1) return ErrorKind.NotAvailable;
        var wanted = arguments[0].Value.IsBlank ? 0 : arguments[0].Value;
        var steps = 0L;
        var found = ListSearch.FindAscending(wanted, down ? GridLine.Column(table) : GridLine.Row(table), ref steps);
        if (!site.TryChargeSteps(steps)) return site.OverSteps;
        if (found < 0) return ErrorKind.NotAvailable;
        if (arguments.Length > 2) down = result.Columns == 1 || (result.Rows > 1 && down);
        if (found >= (down ? result.Rows : result.Columns)) return ErrorKind.NotAvailable;
        return down ? result.Element(found, result.Columns - 1) : result.Element(result.Rows - 1, found);
    }

    private static Operand Position(ReadOnlySpan<Operand> arguments, CallSite site) =>
        TryFind(arguments, 2, site, out _, out var found, out var failure) && found >= 0 ? found + 1 : failure;

    private static Operand LookUpBeside(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[2].TryGrid(out var result)) return arguments[2];
        if (!TryFind(arguments, 4, site, out var isColumn, out var found, out var failure)) return failure;
        if (!arguments[1].TryGrid(out var list)) return arguments[1];
        // One value goes with either side of the result.
        if (list.Count == 1) isColumn = result.Rows == 1;
        var lines = new GridLines(result, isColumn);
        if (lines.Count != list.Count) return ErrorKind.Value;
        if (found < 0) return arguments.IsGiven(3) ? arguments[3] : failure;
        if (result is not CellArea area) return lines.Length == 1 ? lines[found, 0] : lines.Pick([found], 1, site);
        var (first, last) = (area.Range.First, area.Range.Last);
        return Operand.Area(site.Area(area.Sheet, isColumn
            ? new CellRange(first.Column, first.Row + found, last.Column, first.Row + found)
            : new CellRange(first.Column + found, first.Row, first.Column + found, last.Row)));
    }

    // The place from zero; -1 when nothing is found, with #N/A. The modes begin at an argument.
    private static bool TryFind(
        ReadOnlySpan<Operand> arguments, int modes, CallSite site, out bool isColumn, out int found, out Operand failure)
    {
        (isColumn, found) = (true, -1);
        failure = arguments[0];
        if (arguments[0].IsError) return false;
        failure = arguments[1];
        if (!arguments[1].TryGrid(out var grid)) return false;
        failure = ErrorKind.Value;
        if (arguments[1].IsOmitted) return false;
        if (!arguments.TryWholeOr(modes, 0, site, out var match, out failure)) return false;
        if (!arguments.TryWholeOr(modes + 1, 1, site, out var search, out failure)) return false;
        failure = ErrorKind.Value;
        if (match is < -1 or > 2 || search is not (1 or -1 or 2 or -2) || (match == 2 && Math.Abs(search) == 2)) return false;
        if (grid.Rows > 1 && grid.Columns > 1) return false;
        isColumn = grid.Columns == 1;
        var list = isColumn ? GridLine.Column(grid) : GridLine.Row(grid);
        var steps = 0L;
        found = Math.Abs(search) == 2
            ? ModalSearch.Bisect(arguments[0].Value, list, match, search < 0, ref steps)
            : ModalSearch.Scan(arguments[0].Value, list, match, search < 0, ref steps);
        failure = ErrorKind.NotAvailable;
        if (site.TryChargeSteps(steps)) return true;
        failure = site.OverSteps;
        return false;
    }
}
