namespace Recalc.Functions.Texts;

/// <summary>
/// The delimiters that TEXTSPLIT and its kin look for: any of several texts. The first place wins, and of those that fit there the first
/// in order. Immutable.
/// </summary>
internal readonly struct Delimiters
{
    private readonly string[] _texts;
    private readonly StringComparison _comparison;

    private Delimiters(string[] texts, bool ignoresCase) =>
        (_texts, _comparison) = (texts, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>True when one of them is empty, which fits everywhere.</summary>
    public bool HasEmpty => Array.Exists(_texts, t => t.Length == 0);

    /// <summary>How many there are; what a search costs for each character.</summary>
    public int Count => _texts.Length;

    /// <summary>Reads a text, or an array or area of texts.</summary>
    public static bool TryRead(in Operand argument, bool ignoresCase, CallSite site, out Delimiters delimiters, out Operand failure)
    {
        delimiters = default;
        string[] texts;
        if (argument.Grid is { } grid)
        {
            if (!TryReadAll(grid, site, out texts, out failure)) return false;
        }
        else
        {
            if (!argument.TryText(out var text, out failure)) return false;
            texts = [text];
        }
        delimiters = new(texts, ignoresCase);
        return true;
    }

    /// <summary>The texts of a grid, row by row.</summary>
    public static bool TryReadAll(ValueGrid grid, CallSite site, out string[] texts, out Operand failure)
    {
        (texts, failure) = ([], default);
        if (!site.TryChargeSteps(grid.Count)) failure = site.OverSteps;
        else if (grid.Count > Array.MaxLength || !site.TryChargeMemory(grid.Count)) failure = site.OverMemory;
        if (failure.IsError) return false;
        texts = new string[grid.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!grid.Element(i / grid.Columns, i % grid.Columns).TryText(out texts[i], out failure)) return false;
        }
        return true;
    }

    /// <summary>The first place from which on one fits, and its length; false when none does.</summary>
    public bool TryFind(ReadOnlySpan<char> text, int from, out int place, out int length)
    {
        (place, length) = (-1, 0);
        foreach (var delimiter in _texts)
        {
            var found = text[from..].IndexOf(delimiter, _comparison);
            if (found < 0 || (place >= 0 && from + found >= place)) continue;
            (place, length) = (from + found, delimiter.Length);
        }
        return place >= 0;
    }

    /// <summary>The last place that ends at <paramref name="end"/> or before, and its length; false when none does.</summary>
    public bool TryFindLast(ReadOnlySpan<char> text, int end, out int place, out int length)
    {
        (place, length) = (-1, 0);
        foreach (var delimiter in _texts)
        {
            var found = text[..end].LastIndexOf(delimiter, _comparison);
            if (found < 0 || (place >= 0 && found + delimiter.Length <= place + length)) continue;
            (place, length) = (found, delimiter.Length);
        }
        return place >= 0;
    }
}
