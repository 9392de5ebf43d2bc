using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>Texts as numbers, and values that are text or none.</summary>
internal static class ConversionFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "ENCODEURL", EncodeUrl },
        { "PHONETIC", Phonetic },
        { "VALUE", (a, site) => a[0].Word.IsLogical ? ErrorKind.Value : a[0].TryNumber(site, out var n, out var failure) ? n : failure },
        { "NUMBERVALUE", NumberValue },
        { "T", (a, site) => SingleValues.Map(a[0], site, v => v.Kind is CellValueKind.Text or CellValueKind.Error ? v : "") },
    };

    // Spaces and group separators go, even all of them; percent signs at the end count one by one.
    private static Operand NumberValue(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!TryReadSeparator(arguments, 1, '.', out var point, out failure)) return failure;
        if (!TryReadSeparator(arguments, 2, ',', out var group, out failure)) return failure;
        if (point == group) return ErrorKind.Value;
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], text.Length);
        var isRead = TryClean(text, point, group, ref buffer);
        ReadOnlySpan<char> digits = buffer.Written;
        var percents = digits.Length - digits.TrimEnd('%').Length;
        var number = 0.0;
        isRead = isRead && (digits.Length == 0 || TextNumber.TryParsePlain(digits[..^percents], out number));
        buffer.Dispose();
        return isRead ? number / Math.Pow(100, percents) : ErrorKind.Value;
    }

    private static bool TryClean(string text, char point, char group, ref TextBuffer buffer)
    {
        var hasPoint = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character)) continue;
            if (character == group)
            {
                if (hasPoint) return false;
                continue;
            }
            if (character == point)
            {
                if (hasPoint) return false;
                hasPoint = true;
                buffer.Add('.');
                continue;
            }
            if (character is '.' or ',') return false;
            buffer.Add(character);
        }
        return true;
    }

    private static bool TryReadSeparator(ReadOnlySpan<Operand> arguments, int index, char otherwise, out char separator, out Operand failure)
    {
        (separator, failure) = (otherwise, default);
        if (!arguments.IsGiven(index)) return true;
        if (!arguments[index].TryText(out var text, out failure)) return false;
        if (text.Length > 0)
        {
            separator = text[0];
            return true;
        }
        failure = ErrorKind.Value;
        return false;
    }

    // All but letters, digits and - . _ ~, as bytes of UTF-8.
    private static Operand EncodeUrl(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        var escaped = Uri.EscapeDataString(text);
        return site.TryTakeText(escaped.Length, out failure) ? escaped : failure;
    }

    // Readings are not kept: the text of the first cell stands for itself.
    private static Operand Phonetic(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (arguments[0].AreaOrNull is not { } area) return arguments[0].IsError ? arguments[0] : ErrorKind.NotAvailable;
        if (!SingleValues.TryFirst(area, site, out var first) || first.IsError || first.IsText) return first;
        return "";
    }
}
