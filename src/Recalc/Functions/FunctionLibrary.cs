namespace Recalc.Functions;

/// <summary>The bodies of the functions of the catalogue, by id. Immutable; thread-safe.</summary>
internal static class FunctionLibrary
{
    private static readonly FunctionBody?[] Bodies = new FunctionBody?[FunctionCatalog.All.Count];

    /// <summary>The body of a function; null while there is none.</summary>
    public static FunctionBody? Find(int id) => Bodies[id];
}
