using System.Text;
using Recalc.Values;

namespace Recalc.Functions.Texts;

/// <summary>Characters and their numbers, and texts that are changed character by character.</summary>
internal static class CharacterFunctions
{
    private const int FirstPrintable = ' ';

    public static readonly BodyList Rows = new()
    {
        { "CHAR", Character },
        { "CODE", (a, _) => !a[0].TryText(out var t, out var failure) ? failure : t.Length == 0 ? ErrorKind.Value : CharacterSet.Code(t[0]) },
        { "UNICHAR", UnicodeCharacter },
        { "UNICODE", UnicodeNumber },
        { "PROPER", (a, _) => a[0].TryText(out var text, out var failure) ? Capitalize(text) : failure },
        { "CLEAN", (a, _) => a[0].TryText(out var text, out var failure) ? Clean(text) : failure },
        { "ASC", (a, site) => a[0].TryText(out var text, out var failure) ? Convert(text, toWide: false, site) : failure },
        { "DBCS", (a, site) => a[0].TryText(out var text, out var failure) ? Convert(text, toWide: true, site) : failure },
        { "JIS", (a, site) => a[0].TryText(out var text, out var failure) ? Convert(text, toWide: true, site) : failure },
    };

    private static Operand Character(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryTruncated(site, out var code, out var failure)) return failure;
        return code is < 1 or > byte.MaxValue ? ErrorKind.Value : CharacterSet.Character(code).ToString();
    }

    // Halves of pairs, and the numbers that Unicode keeps from being characters, are not available.
    private static Operand UnicodeCharacter(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryTruncated(site, out var number, out var failure)) return failure;
        if (number is < 1 or > 0x10FFFF) return ErrorKind.Value;
        if ((number & 0xFFFE) == 0xFFFE || !Rune.IsValid(number)) return ErrorKind.NotAvailable;
        return new Rune(number).ToString();
    }

    private static Operand UnicodeNumber(ReadOnlySpan<Operand> arguments, CallSite site)
    {
        if (!arguments[0].TryText(out var text, out var failure)) return failure;
        return text.Length > 0 && Rune.TryGetRuneAt(text, 0, out var rune) ? rune.Value : ErrorKind.Value;
    }

    // A letter is a capital unless it follows a letter.
    private static string Capitalize(string text) => string.Create(text.Length, text, (result, source) =>
    {
        var inWord = false;
        for (var i = 0; i < source.Length; i++)
        {
            result[i] = inWord ? char.ToLowerInvariant(source[i]) : char.ToUpperInvariant(source[i]);
            inWord = char.IsLetter(source[i]);
        }
    });

    private static string Clean(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] >= FirstPrintable) at++;
        if (at == text.Length) return text;
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], text.Length);
        foreach (var character in text)
        {
            if (character >= FirstPrintable) buffer.Add(character);
        }
        var clean = buffer.ToString();
        buffer.Dispose();
        return clean;
    }

    private static Operand Convert(string text, bool toWide, CallSite site)
    {
        var buffer = new TextBuffer(stackalloc char[TextBuffer.StackRoom], site.MaxTextLength);
        if (toWide) CharacterWidth.Widen(text, ref buffer);
        else CharacterWidth.Narrow(text, ref buffer);
        Operand result = buffer.IsOver ? site.OverText : buffer.ToString();
        buffer.Dispose();
        return result;
    }
}
