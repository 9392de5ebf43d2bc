namespace Recalc.Functions;

/// <summary>Which functions take references of several areas, and how. Immutable; thread-safe.</summary>
internal static class AreaTakers
{
    private static readonly Dictionary<string, AreaTaking> Named = new(StringComparer.Ordinal)
    {
        ["AREAS"] = AreaTaking.Whole,
        ["INDEX"] = AreaTaking.Whole,
        ["ISREF"] = AreaTaking.Whole,
        ["SHEET"] = AreaTaking.Whole,
        ["SHEETS"] = AreaTaking.Whole,
        ["FREQUENCY"] = AreaTaking.Column,
        ["IRR"] = AreaTaking.Column,
        ["LARGE"] = AreaTaking.Column,
        ["PERCENTILE"] = AreaTaking.Column,
        ["PERCENTILE.EXC"] = AreaTaking.Column,
        ["PERCENTILE.INC"] = AreaTaking.Column,
        ["PERCENTRANK"] = AreaTaking.Column,
        ["PERCENTRANK.EXC"] = AreaTaking.Column,
        ["PERCENTRANK.INC"] = AreaTaking.Column,
        ["QUARTILE"] = AreaTaking.Column,
        ["QUARTILE.EXC"] = AreaTaking.Column,
        ["QUARTILE.INC"] = AreaTaking.Column,
        ["RANK"] = AreaTaking.Column,
        ["RANK.AVG"] = AreaTaking.Column,
        ["RANK.EQ"] = AreaTaking.Column,
        ["SMALL"] = AreaTaking.Column,
        ["TRIMMEAN"] = AreaTaking.Column,
    };

    private static readonly AreaTaking[] ById = [.. FunctionCatalog.All.Select(Find)];

    // A function of any number of arrays or areas takes areas one by one.
    private static AreaTaking Find(FunctionDeclaration function) =>
        Named.TryGetValue(function.Name, out var taking) ? taking
        : function.Signature is { Repeat: 1, Count: 1 } && function.KindOf(0) == ArgumentKind.Area && !IsStack(function.Name) ? AreaTaking.Spread
        : AreaTaking.None;

    // These rearrange their arguments: it matters how many there are.
    private static bool IsStack(string name) => name is "HSTACK" or "VSTACK" or "SUMPRODUCT";

    /// <summary>How a function takes an argument of several areas.</summary>
    public static AreaTaking Of(FunctionDeclaration function) => function.Body is null ? ById[function.Id] : Find(function);
}
