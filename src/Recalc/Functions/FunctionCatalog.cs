using System.Collections.Frozen;

namespace Recalc.Functions;

/// <summary>The functions that Excel documents, declared. Thread-safe.</summary>
public static class FunctionCatalog
{
    private static readonly FunctionDeclaration[] Declarations = Number([]);

    private static readonly FrozenDictionary<string, FunctionDeclaration> ByName =
        Declarations.ToFrozenDictionary(d => d.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FunctionDeclaration>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All declarations, in the order of the catalogue.</summary>
    public static IReadOnlyList<FunctionDeclaration> All => Declarations;

    /// <summary>Finds a function by its name, without case and without the prefixes of files.</summary>
    public static bool TryFind(ReadOnlySpan<char> name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FunctionDeclaration? declaration) =>
        BySpan.TryGetValue(name, out declaration);

    private static FunctionDeclaration[] Number(FunctionDeclaration[] declarations)
    {
        for (var i = 0; i < declarations.Length; i++) declarations[i].Id = i;
        return declarations;
    }
}
