using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>Texts and ranges of texts, joined row by row.</summary>
internal static class JoinFunctions
{
    private const string StrictSeparator = ",";
    private const string ConciseSeparator = ", ";

    public static readonly BodyList Rows = new()
    {
        { "CONCAT", (a, site) => Join(a, new DelimiterCycle(""), ignoresEmpty: true, site) },
        { "TEXTJOIN", JoinWithDelimiters },
        { "ARRAYTOTEXT", ArrayToText },
        { "VALUETOTEXT", ValueToText },
    };

    private static Operand JoinWithDelimiters(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!DelimiterCycle.TryRead(arguments[0], site, out var delimiters, out var failure)) return failure;
        var ignoresEmpty = true;
        if (!arguments[1].IsOmitted && !arguments[1].TryLogical(out ignoresEmpty, out failure)) return failure;
        return Join(arguments[2..], delimiters, ignoresEmpty, site);
    }

    private static Operand Join(ReadOnlySpan<Operand> parts, DelimiterCycle delimiters, bool ignoresEmpty, CallSite site)
    {
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], site.MaxTextLength);
        var count = 0L;
        var failure = Operand.Blank;
        foreach (ref readonly var part in parts)
        {
            if (!TryAddPart(part, delimiters, ignoresEmpty, site, ref count, ref buffer, out failure)) break;
        }
        return Finish(ref buffer, failure, site);
    }

    // Empty elements past what is used add delimiters, unless there are none to add.
    private static bool TryAddPart(
        in Operand part, DelimiterCycle delimiters, bool ignoresEmpty, CallSite site, ref long count, ref TextBuffer buffer,
        out Operand failure)
    {
        if (part.Grid is not { } grid) return TryAdd(part, delimiters, ignoresEmpty, ref count, ref buffer, out failure);
        failure = default;
        var skipsRest = grid.Fill.IsBlank && (ignoresEmpty || delimiters.AreEmpty);
        var (rows, columns) = skipsRest ? (grid.UsedRows, grid.UsedColumns) : (grid.Rows, grid.Columns);
        if (!site.TryChargeSteps((long)rows * columns)) failure = site.OverSteps;
        if (failure.IsError) return false;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (!TryAdd(grid.Element(row, column), delimiters, ignoresEmpty, ref count, ref buffer, out failure)) return false;
            }
        }
        return true;
    }

    // Ends early with no failure once the text is too long.
    private static bool TryAdd(
        in Operand value, DelimiterCycle delimiters, bool ignoresEmpty, ref long count, ref TextBuffer buffer, out Operand failure)
    {
        if (!value.TryText(out var text, out failure)) return false;
        if (ignoresEmpty && text.Length == 0) return true;
        if (count > 0) buffer.Add(delimiters[count - 1]);
        buffer.Add(text);
        count++;
        return !buffer.IsOver;
    }

    private static Operand ValueToText(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryReadForm(arguments, site, out var strict, out var failure)) return failure;
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], site.MaxTextLength);
        AddSpelling(arguments[0].Value, strict, ref buffer);
        return Finish(ref buffer, default, site);
    }

    private static Operand ArrayToText(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!TryReadForm(arguments, site, out var strict, out var failure)) return failure;
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], site.MaxTextLength);
        if (strict) buffer.Add('{');
        if (arguments[0].Grid is not { } grid) AddSpelling(arguments[0].Value, strict, ref buffer);
        else if (site.TryChargeSteps(grid.Count)) AddElements(grid, strict, ref buffer);
        else failure = site.OverSteps;
        if (strict) buffer.Add('}');
        return Finish(ref buffer, failure, site);
    }

    private static void AddElements(ValueGrid grid, bool strict, ref TextBuffer buffer)
    {
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                if (column > 0) buffer.Add(strict ? StrictSeparator : ConciseSeparator);
                else if (row > 0) buffer.Add(strict ? ";" : ConciseSeparator);
                AddSpelling(grid[row, column], strict, ref buffer);
                if (buffer.IsOver) return;
            }
        }
    }

    private static bool TryReadForm(ReadOnlySpan<Operand> arguments, CallSite site, out bool strict, out Operand failure)
    {
        var isNumber = arguments.TryOptional(1, 0, site, out var form, out failure);
        strict = form == 1;
        if (!isNumber || form is 0 or 1) return isNumber;
        failure = ErrorKind.Value;
        return false;
    }

    // Strict: as a formula spells the value.
    private static void AddSpelling(in CellValue value, bool strict, ref TextBuffer buffer)
    {
        if (strict && value.TextOrNull is { } quoted)
        {
            buffer.Add('"');
            buffer.Add(quoted.Replace("\"", "\"\"", StringComparison.Ordinal));
            buffer.Add('"');
            return;
        }
        buffer.Add(Coercion.TryToText(value, out var text, out var error) ? text : ErrorText.Of(error));
    }

    private static Operand Finish(ref TextBuffer buffer, in Operand failure, CallSite site)
    {
        var result = failure;
        if (buffer.IsOver) result = site.OverText;
        else if (!failure.IsError && site.TryTakeText(buffer.Length, out result)) result = buffer.ToString();
        buffer.Dispose();
        return result;
    }
}
