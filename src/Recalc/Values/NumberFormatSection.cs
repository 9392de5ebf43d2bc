namespace Recalc.Values;

/// <summary>
/// One section of a number format: its code, and what it shows a number as. Text in quotation marks or behind a backslash, the width
/// of a character (<c>_x</c>) and fillers (<c>*x</c>) are literal; colours, conditions, locales and elapsed units stand in brackets.
/// </summary>
internal readonly struct NumberFormatSection
{
    private const int MaxSections = 4;

    private NumberFormatSection(string code, NumberFormatKind kind) => (Code, Kind) = (code, kind);

    public string Code { get; }

    public NumberFormatKind Kind { get; }

    /// <summary>Splits a code at the semicolons that are no literals; false when there are too many, or something is not closed.</summary>
    public static bool TrySplit(string code, out NumberFormatSection[] sections)
    {
        sections = [];
        var parts = new List<NumberFormatSection>();
        var start = 0;
        for (var at = 0; at <= code.Length;)
        {
            if (at == code.Length || code[at] == ';')
            {
                if (parts.Count == MaxSections) return false;
                parts.Add(Classify(code[start..at], isWhole: code.Length == 0));
                start = ++at;
                continue;
            }
            var length = LengthAt(code, at);
            if (length == 0) return false;
            at += length;
        }
        sections = [.. parts];
        return true;
    }

    /// <summary>The length of the symbol or literal that starts at a position; 0 when it is not closed.</summary>
    internal static int LengthAt(ReadOnlySpan<char> code, int at)
    {
        var rest = code[at..];
        return rest[0] switch
        {
            '"' => rest[1..].IndexOf('"') + 2 is var quoted and > 1 ? quoted : 0,
            '[' => rest.IndexOf(']') + 1,
            '\\' or '_' or '*' => Math.Min(2, rest.Length),
            _ => 1,
        };
    }

    private static NumberFormatSection Classify(string code, bool isWhole)
    {
        var symbols = new NumberFormatSymbols();
        for (var at = 0; at < code.Length;) at += symbols.Add(code.AsSpan(at), LengthAt(code, at));
        // The empty code is General; an empty section among others hides the number.
        return new NumberFormatSection(code, code.Length == 0 && isWhole ? NumberFormatKind.General : symbols.Kind);
    }
}
