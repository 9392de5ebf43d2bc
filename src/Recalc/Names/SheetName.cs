using System.Buffers;

namespace Recalc.Names;

/// <summary>What may be the name of a sheet (Excel's rules, which its files follow).</summary>
internal static class SheetName
{
    private const int MaxLength = 31;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(@":\/?*[]");

    /// <summary>Null when the name may be one; otherwise what is wrong with it.</summary>
    public static string? Fault(string name)
    {
        if (name.Length == 0) return "A sheet's name is not empty.";
        if (name.Length > MaxLength) return $"A sheet's name has at most {MaxLength} characters, and '{name[..MaxLength]}…' has {name.Length}.";
        if (name.AsSpan().ContainsAny(Forbidden)) return $@"A sheet's name holds none of : \ / ? * [ ], as '{name}' does.";
        return name[0] == '\'' || name[^1] == '\'' ? $"A sheet's name neither begins nor ends with an apostrophe, as {name} does." : null;
    }
}
