using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Recalc.Functions.Arithmetic;
using Recalc.Functions.Database;
using Recalc.Functions.Dates;
using Recalc.Functions.Engineering;
using Recalc.Functions.Financial;
using Recalc.Functions.Host;
using Recalc.Functions.Information;
using Recalc.Functions.Logic;
using Recalc.Functions.Lookup;
using Recalc.Functions.Statistical;
using Recalc.Functions.Texts;
using Recalc.Functions.Trigonometric;

namespace Recalc.Functions;

/// <summary>The functions that Excel documents, declared. Thread-safe.</summary>
public static class FunctionCatalog
{
    // A declaration's place is its id, and ids stand in scripts: what is added later goes to a list of its own at the end, and no row
    // is moved or taken out.
    private static readonly FunctionDeclaration[] Declarations = Number(
    [
        .. ArithmeticDeclarations.Rows,
        .. TrigonometricDeclarations.Rows,
        .. StatisticalDeclarations.Rows,
        .. DistributionDeclarations.Rows,
        .. LogicDeclarations.Rows,
        .. InformationDeclarations.Rows,
        .. LookupDeclarations.Rows,
        .. TextDeclarations.Rows,
        .. DateDeclarations.Rows,
        .. FinancialDeclarations.Rows,
        .. EngineeringDeclarations.Rows,
        .. DatabaseDeclarations.Rows,
        .. HostDeclarations.Rows,
    ]);

    private static readonly FrozenDictionary<string, FunctionDeclaration> ByName =
        Declarations.ToFrozenDictionary(d => d.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FunctionDeclaration>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All declarations, in the order of the catalogue.</summary>
    public static IReadOnlyList<FunctionDeclaration> All { get; } = Array.AsReadOnly(Declarations);

    /// <summary>Finds a function by its name, without case and without the prefixes of files.</summary>
    public static bool TryFind(ReadOnlySpan<char> name, [NotNullWhen(true)] out FunctionDeclaration? declaration) =>
        BySpan.TryGetValue(name, out declaration);

    /// <summary>The declaration with an id.</summary>
    internal static FunctionDeclaration ById(int id) => Declarations[id];

    private static FunctionDeclaration[] Number(FunctionDeclaration[] declarations)
    {
        for (var i = 0; i < declarations.Length; i++) declarations[i].Id = i;
        return declarations;
    }
}
