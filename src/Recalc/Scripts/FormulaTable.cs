namespace Recalc.Scripts;

internal sealed class FormulaTable
{
    public bool HasErrors(FormulaId id) => throw new NotImplementedException();
}
