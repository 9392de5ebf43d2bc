using System.Text;

namespace Recalc.Scripts;

/// <summary>The prefixes that files put before the names of functions and parameters that are younger than the file format ([MS-XLSX] §2.2.2).</summary>
internal static class FunctionSpelling
{
    /// <summary>The name of a function without <c>_xlfn.</c>, <c>_xlws.</c>, <c>_xludf.</c> and <c>_xll.</c>, in any order and number.</summary>
    public static ReadOnlySpan<byte> StripFunction(ReadOnlySpan<byte> name)
    {
        while (name.Length > 6 && name[0] == '_')
        {
            if (Ascii.EqualsIgnoreCase(name[..6], "_xlfn."u8) || Ascii.EqualsIgnoreCase(name[..6], "_xlws."u8)) name = name[6..];
            else if (name.Length > 7 && Ascii.EqualsIgnoreCase(name[..7], "_xludf."u8)) name = name[7..];
            else if (Ascii.EqualsIgnoreCase(name[..5], "_xll."u8)) name = name[5..];
            else break;
        }
        return StripParameter(name);
    }

    /// <summary>The name of a function that is passed on as such, without the prefix <c>_xleta.</c> that files put before it.</summary>
    public static ReadOnlySpan<char> StripReduced(ReadOnlySpan<char> name) =>
        name.StartsWith("_xleta.", StringComparison.OrdinalIgnoreCase) ? name[7..] : name;

    /// <summary>A parameter's name without <c>_xlpm.</c> or <c>_xlop.</c>, and without the brackets of an optional one.</summary>
    public static ReadOnlySpan<byte> StripParameter(ReadOnlySpan<byte> name)
    {
        if (name.Length > 2 && name[0] == '[' && name[^1] == ']') name = name[1..^1];
        if (name.Length > 6 && name[0] == '_' && (Ascii.EqualsIgnoreCase(name[..6], "_xlpm."u8) || Ascii.EqualsIgnoreCase(name[..6], "_xlop."u8))) name = name[6..];
        return name;
    }

    /// <summary>A formula as it is shown: without the prefixes that files put before names. What stands in quotes stays.</summary>
    public static string Shown(string formula)
    {
        if (!formula.Contains("_xl", StringComparison.OrdinalIgnoreCase)) return formula;
        var shown = new StringBuilder(formula.Length);
        for (var (i, quote) = (0, '\0'); i < formula.Length;)
        {
            var c = formula[i];
            var isStart = quote == '\0' && (i == 0 || !(char.IsLetterOrDigit(formula[i - 1]) || formula[i - 1] is '_' or '.'));
            while (isStart && PrefixLength(formula.AsSpan(i)) is > 0 and var length) (i, c) = (i + length, formula[i + length]);
            if (quote == '\0' && c is '"' or '\'') quote = c;
            else if (c == quote) quote = '\0';
            shown.Append(c);
            i++;
        }
        return shown.ToString();
    }

    // Behind a prefix there is a name.
    private static int PrefixLength(ReadOnlySpan<char> text)
    {
        foreach (var prefix in Prefixes)
            if (text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return prefix.Length;
        return 0;
    }

    private static readonly string[] Prefixes = ["_xlfn.", "_xlws.", "_xlpm.", "_xludf.", "_xleta.", "_xll."];

    /// <summary>True for a parameter that may be omitted: <c>[x]</c>, or <c>_xlop.x</c> in files.</summary>
    public static bool IsOptional(ReadOnlySpan<byte> name) =>
        name.Length > 2 && (name[0] == '[' || (name.Length > 6 && Ascii.EqualsIgnoreCase(name[..6], "_xlop."u8)));
}
