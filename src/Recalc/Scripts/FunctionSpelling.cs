using System.Text;

namespace Recalc.Scripts;

/// <summary>The prefixes that files put before the names of functions and parameters that are younger than the file format ([MS-XLSX] §2.2.2).</summary>
internal static class FunctionSpelling
{
    /// <summary>The name of a function without <c>_xlfn.</c>, <c>_xlws.</c> and <c>_xludf.</c>, in any order and number.</summary>
    public static ReadOnlySpan<byte> StripFunction(ReadOnlySpan<byte> name)
    {
        while (name.Length > 6 && name[0] == '_')
        {
            if (Ascii.EqualsIgnoreCase(name[..6], "_xlfn."u8) || Ascii.EqualsIgnoreCase(name[..6], "_xlws."u8)) name = name[6..];
            else if (name.Length > 7 && Ascii.EqualsIgnoreCase(name[..7], "_xludf."u8)) name = name[7..];
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

    /// <summary>True for a parameter that may be omitted: <c>[x]</c>, or <c>_xlop.x</c> in files.</summary>
    public static bool IsOptional(ReadOnlySpan<byte> name) =>
        name.Length > 2 && (name[0] == '[' || (name.Length > 6 && Ascii.EqualsIgnoreCase(name[..6], "_xlop."u8)));
}
