using Recalc.Values;

namespace Recalc.Reference;

/// <summary>The error value that a function or an operator gives; caught where single values are computed.</summary>
internal sealed class FormulaError(ErrorKind kind) : Exception
{
    public ErrorKind Kind => kind;
}

/// <summary>Something that is not supported was met: the cell, and all that use it, have no value here.</summary>
internal sealed class Unsupported(string what) : Exception($"Not supported: {what}");

/// <summary>A cell was met that is being computed: the cells that lead from it back to it.</summary>
internal sealed class CycleMet(HashSet<CellKey> cells) : Exception
{
    public HashSet<CellKey> Cells => cells;
}
