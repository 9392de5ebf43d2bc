using Recalc.Addressing;

namespace Recalc.Functions;

/// <summary>Which names functions can be registered under: those that a formula can spell and that mean nothing else.</summary>
internal static class FunctionName
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int Longest = 255;

    private static readonly string[] Prefixes = ["_xlfn.", "_xlws.", "_xludf.", "_xll.", "_xlpm.", "_xlop.", "_xleta."];

    /// <summary>What is wrong with a name; null for a good one.</summary>
    public static string? Fault(string name)
    {
        if (name.Length is 0 or > Longest) return $"The name of a function has 1 to {Longest} characters, and this has {name.Length}.";
        if (!char.IsLetter(name[0]) && name[0] != '_') return $"'{name}' begins with '{name[0]}', and the name of a function begins with a letter or an underscore.";
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.')) return $"'{name}' holds '{c}', and the name of a function holds letters, digits, '_' and '.' only.";
        foreach (var prefix in Prefixes)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return $"'{name}' begins with {prefix}, which files put before names; leave it out.";
        if (CellAddress.TryParse(name, out _) || IsR1C1(name)) return $"'{name}' is the address of a cell.";
        return FunctionCatalog.TryFind(name, out var known) ? $"{known.Name} is a function of Excel, which is not redefined." : null;
    }

    // R, C, R1, C1, R1C1 and the like.
    private static bool IsR1C1(ReadOnlySpan<char> name)
    {
        if (char.ToUpperInvariant(name[0]) == 'R') name = name[1..].TrimStart("0123456789");
        if (!name.IsEmpty && char.ToUpperInvariant(name[0]) == 'C') name = name[1..].TrimStart("0123456789");
        return name.IsEmpty;
    }
}
