using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>TEXTSPLIT: the texts between delimiters of rows and of columns; short rows are padded.</summary>
internal static class TextSplit
{
    private const int ColumnsAt = 1;
    private const int RowsAt = 2;
    private const int IgnoreAt = 3;
    private const int CaseAt = 4;
    private const int PadAt = 5;

    public static readonly BodyList Rows = new()
    {
        { "TEXTSPLIT", Of },
    };

    private static Operand Of(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments[0].Word.IsBlank) return ErrorKind.Value;                  // there is nothing to split, not even empty text
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments.TryGiven(CaseAt, 0, site, out var mode, out failure)) return failure;
        var ignoresEmpty = false;
        if (arguments.IsGiven(IgnoreAt) && !arguments[IgnoreAt].TryLogical(out ignoresEmpty, out failure)) return failure;
        if (mode is not (0 or 1)) return ErrorKind.Value;
        if (!TryRead(arguments, ColumnsAt, mode, site, out var columns, out failure)) return failure;
        if (!TryRead(arguments, RowsAt, mode, site, out var rows, out failure)) return failure;
        if (columns is null && rows is null) return ErrorKind.Value;
        if (!site.TryChargeSteps((long)text.Length * ((columns?.Count ?? 0) + (rows?.Count ?? 0)))) return site.OverSteps;
        var pad = arguments.IsGiven(PadAt) ? arguments[PadAt].Value : ErrorKind.NotAvailable;
        return Arrange(Split(text, rows, columns, ignoresEmpty), pad, site);
    }

    private static bool TryRead(
        ReadOnlySpan<Operand> arguments, int index, int mode, CallSite site, out Delimiters? delimiters, out Operand failure)
    {
        (delimiters, failure) = (null, default);
        if (!arguments.IsGiven(index)) return true;
        if (!Delimiters.TryRead(arguments[index], mode != 0, site, out var read, out failure)) return false;
        delimiters = read;
        if (!read.HasEmpty) return true;
        failure = ErrorKind.Value;
        return false;
    }

    private static List<List<string>> Split(string text, in Delimiters? rows, in Delimiters? columns, bool ignoresEmpty)
    {
        var result = new List<List<string>>();
        foreach (var row in Split(text, rows, ignoresEmpty))
        {
            var cells = Split(row, columns, ignoresEmpty);
            if (cells.Count > 0) result.Add(cells);
        }
        return result;
    }

    private static List<string> Split(string text, in Delimiters? delimiters, bool ignoresEmpty)
    {
        var parts = new List<string>();
        var start = 0;
        if (delimiters is { } found)
        {
            while (found.TryFind(text, start, out var place, out var length))
            {
                if (place > start || !ignoresEmpty) parts.Add(text[start..place]);
                start = place + length;
            }
        }
        if (start < text.Length || !ignoresEmpty) parts.Add(text[start..]);
        return parts;
    }

    private static Operand Arrange(List<List<string>> rows, in CellValue pad, CallSite site)
    {
        var width = 0;
        foreach (var row in rows) width = Math.Max(width, row.Count);
        if (width == 0) return ErrorKind.Calc;
        var count = (long)rows.Count * width;
        if (count > Array.MaxLength || !site.TryChargeMemory(count)) return site.OverMemory;
        var values = new CellValue[count];
        var at = 0;
        foreach (var row in rows)
        {
            for (var column = 0; column < width; column++) values[at++] = column < row.Count ? row[column] : pad;
        }
        return Operand.Array(new ArrayValue(rows.Count, width, values));
    }
}
