namespace Recalc.Functions;

/// <summary>A function of the catalogue as a value: SUM in <c>BYROW(A1:B9,SUM)</c>. Immutable.</summary>
internal sealed class NamedFunction(FunctionDeclaration declaration) : Callable
{
    public FunctionDeclaration Declaration => declaration;
}
