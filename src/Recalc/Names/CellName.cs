using Recalc.Addressing;

namespace Recalc.Names;

/// <summary>Which names cells can have: those that a formula can spell.</summary>
internal static class CellName
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int Longest = 255;

    /// <summary>What is wrong with a name; null for a good one.</summary>
    public static string? Fault(string name)
    {
        if (name.Length is 0 or > Longest) return $"A name has 1 to {Longest} characters, and this has {name.Length}.";
        if (!IsStart(name[0])) return $"'{name}' begins with '{name[0]}', and a name begins with a letter, an underscore or a backslash.";
        foreach (var c in name)
            if (!IsPart(c)) return $"'{name}' holds '{c}', and a name holds letters, digits, '_', '.', '?' and '\\' only.";
        if (CellAddress.TryParse(name, out _) || IsR1C1(name)) return $"'{name}' is the address of a cell.";
        return name.Equals("TRUE", StringComparison.OrdinalIgnoreCase) || name.Equals("FALSE", StringComparison.OrdinalIgnoreCase) ? $"'{name}' is a logical." : null;
    }

    private static bool IsStart(char c) => char.IsLetter(c) || c is '_' or '\\' or >= '\x80';

    private static bool IsPart(char c) => IsStart(c) || char.IsDigit(c) || c is '.' or '?';

    // R, C, R1, C1, R1C1 and the like.
    private static bool IsR1C1(ReadOnlySpan<char> name)
    {
        var rest = SkipAxis(name, 'R', out var hasRow);
        rest = SkipAxis(rest, 'C', out var hasColumn);
        return rest.IsEmpty && (hasRow || hasColumn);
    }

    private static ReadOnlySpan<char> SkipAxis(ReadOnlySpan<char> text, char letter, out bool isThere)
    {
        isThere = !text.IsEmpty && char.ToUpperInvariant(text[0]) == letter;
        return isThere ? text[1..].TrimStart("0123456789") : text;
    }
}
