namespace Recalc.Names;

/// <summary>Takes the spelling of a qualifier apart: apostrophes, path, brackets, the sheets of a 3-D reference.</summary>
internal static class QualifierReader
{
    /// <summary>Reads what stands before a reference in A1 or R1C1 text, with the <c>!</c> (<c>#REF!</c> included).</summary>
    public static Qualifier Read(ReadOnlySpan<byte> spelling)
    {
        if (spelling.StartsWith("#REF!"u8)) return new Qualifier(spelling.ToArray(), null, null, null, IsMissing: true);
        var text = Utf8Lens.Decode(spelling[..^1]);
        if (text.StartsWith('\'')) text = text.Replace("':'", ":", StringComparison.Ordinal)[1..].TrimEnd('\'').Replace("''", "'", StringComparison.Ordinal);
        string? book = null;
        var close = text.LastIndexOf(']');
        if (close >= 0)
        {
            var open = text.LastIndexOf('[', close);
            book = text[..Math.Max(open, 0)] + text[(open + 1)..close];
            text = text[(close + 1)..];
        }
        else if (text.AsSpan().ContainsAny('\\', '/'))                          // no sheet: the workbook of a name
        {
            (book, text) = (text, "");
        }
        return Of(spelling, book, text);
    }

    /// <summary>
    /// Reads the sheets of OpenFormula: of what stands in the brackets of a reference (<c>'file'#$Jan.A1:$Dec.B2</c>), or of what stands
    /// before a name (<c>'file'#</c>, <c>$Sheet.</c>).
    /// </summary>
    public static Qualifier ReadOpenFormula(ReadOnlySpan<byte> spelling)
    {
        var text = Utf8Lens.Decode(spelling).AsSpan();
        string? book = null;
        if (text.TrimStart('$').StartsWith("#REF!")) return new Qualifier("#REF!"u8.ToArray(), null, null, null, IsMissing: true);
        var first = SheetBeforeDot(ref text, ref book);
        var colon = text.IndexOf(':');
        var last = "";
        if (colon >= 0)
        {
            text = text[(colon + 1)..];
            last = SheetBeforeDot(ref text, ref book);
        }
        var sheets = last.Length == 0 || last.Equals(first, StringComparison.OrdinalIgnoreCase) ? first : $"{first}:{last}";
        var qualifier = Of([], book, sheets);
        return qualifier with { Spelling = QualifierWriter.Write(qualifier) };
    }

    private static Qualifier Of(ReadOnlySpan<byte> spelling, string? book, string sheets)
    {
        if (sheets.Length == 0) return new Qualifier(spelling.ToArray(), book, null, null);
        var colon = sheets.IndexOf(':');
        var first = colon < 0 ? sheets : sheets[..colon];
        return new Qualifier(spelling.ToArray(), book, first, colon < 0 ? first : sheets[(colon + 1)..]);
    }

    // 'it''s'.A1 or $Sheet.A1 or 'file'#$Sheet.A1: the sheet, without dollar and apostrophes; the text goes on behind the dot.
    private static string SheetBeforeDot(ref ReadOnlySpan<char> text, ref string? book)
    {
        var (quoted, i) = (false, 0);
        for (; i < text.Length && (quoted || text[i] != '.'); i++)
        {
            if (text[i] == '\'') quoted = !quoted;
            if (quoted || text[i] != '#') continue;
            book = Unquote(text[..i]);
            text = text[(i + 1)..];
            i = -1;
        }
        var sheet = Unquote(text[..Math.Min(i, text.Length)].TrimStart('$'));
        text = text[Math.Min(i + 1, text.Length)..];
        return sheet;
    }

    private static string Unquote(ReadOnlySpan<char> name) =>
        name.Length >= 2 && name[0] == '\'' && name[^1] == '\''
            ? name[1..^1].ToString().Replace("''", "'", StringComparison.Ordinal)
            : name.ToString();
}
