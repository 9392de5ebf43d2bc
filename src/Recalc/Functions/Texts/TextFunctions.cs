using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>Parts of texts, their length, their case. All count UTF-16 units.</summary>
internal static class TextFunctions
{
    private const int StackRoom = 256;

    public static readonly BodyList Rows = new()
    {
        { "LENB", (a, _) => a[0].TryText(out var text, out var failure) ? text.Length : failure },
        { "LEFTB", (a, site) => End(a, site, isLeft: true) },
        { "RIGHTB", (a, site) => End(a, site, isLeft: false) },
        { "MIDB", Middle },
        { "LEN", (a, _) => a[0].TryText(out var text, out var failure) ? text.Length : failure },
        { "LEFT", (a, site) => End(a, site, isLeft: true) },
        { "RIGHT", (a, site) => End(a, site, isLeft: false) },
        { "MID", Middle },
        { "REPT", Repeat },
        { "CONCATENATE", Concatenate },
        { "UPPER", (a, _) => a[0].TryText(out var text, out var failure) ? text.ToUpperInvariant() : failure },
        { "LOWER", (a, _) => a[0].TryText(out var text, out var failure) ? text.ToLowerInvariant() : failure },
        { "TRIM", (a, _) => a[0].TryText(out var text, out var failure) ? Trim(text) : failure },
        { "EXACT", AreSame },
    };

    private static Operand End(ReadOnlySpan<Operand> arguments, CallSite site, bool isLeft)
    {
        var count = 1;
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (arguments.Length > 1 && !arguments[1].TryWhole(site, out count, out failure)) return failure;
        if (count < 0) return ErrorKind.Value;
        count = Math.Min(count, text.Length);
        return isLeft ? text[..count] : text[^count..];
    }

    private static Operand Middle(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments[1].TryWhole(site, out var start, out failure)) return failure;
        if (!arguments[2].TryWhole(site, out var count, out failure)) return failure;
        if (start < 1 || count < 0) return ErrorKind.Value;
        start = Math.Min(start - 1, text.Length);
        return text.Substring(start, Math.Min(count, text.Length - start));
    }

    private static Operand Repeat(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        if (!arguments[1].TryWhole(site, out var count, out failure)) return failure;
        if (count < 0) return ErrorKind.Value;
        var length = (long)text.Length * count;
        if (!site.TryTakeText(length, out failure)) return failure;
        if (length == 0) return "";
        return string.Create((int)length, text, (result, part) =>
        {
            for (; result.Length > 0; result = result[part.Length..]) part.CopyTo(result);
        });
    }

    private static Operand Concatenate(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        // No number or logical is longer than this, so that the text is made but once.
        var bound = 0L;
        foreach (ref readonly var argument in arguments)
        {
            if (argument.IsError) return argument;
            bound += argument.IsText ? ((string)argument.Object!).Length : NumberText.MaxLength;
        }
        var room = (int)Math.Min(bound, site.MaxTextLength);
        var buffer = room <= StackRoom ? stackalloc char[StackRoom] : new char[room];
        var length = 0;
        foreach (ref readonly var argument in arguments)
        {
            if (!argument.TryText(out var text, out var failure)) return failure;
            if (length + text.Length > buffer.Length) return site.OverText;
            text.CopyTo(buffer[length..]);
            length += text.Length;
        }
        return site.TryTakeText(length, out var over) ? new string(buffer[..length]) : over;
    }

    // Spaces at both ends go, and of several within all but one; other white space stays.
    private static string Trim(string text)
    {
        var trimmed = text.Trim(' ');
        if (!trimmed.Contains("  ", StringComparison.Ordinal)) return trimmed;
        var buffer = trimmed.Length <= StackRoom ? stackalloc char[StackRoom] : new char[trimmed.Length];
        var length = 0;
        foreach (var character in trimmed)
        {
            if (character != ' ' || buffer[length - 1] != ' ') buffer[length++] = character;
        }
        return new string(buffer[..length]);
    }

    private static Operand AreSame(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var left, out var failure)) return failure;
        return arguments[1].TryText(out var right, out failure) ? string.Equals(left, right, StringComparison.Ordinal) : failure;
    }
}
