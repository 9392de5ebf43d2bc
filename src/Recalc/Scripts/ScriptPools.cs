using Recalc.Functions;
using Recalc.Names;
using Recalc.Values;

namespace Recalc.Scripts;

/// <summary>What the items of a workbook's scripts stand for. Shared by all scripts, so that equal formulas have equal words.</summary>
internal sealed class ScriptPools(FunctionRegistry? functions = null)
{
    /// <summary>The functions that calls stand for: those of the catalogue, and behind them the registered ones.</summary>
    public FunctionRegistry Functions { get; } = functions ?? new();

    public SymbolTable Symbols { get; } = new();
    public QualifierTable Qualifiers { get; } = new();
    public Pool<CellValue> Constants { get; } = new();
    public Pool<ScriptReference> References { get; } = new();
    public Pool<ScriptName> Names { get; } = new();
    public Pool<ArrayConstant> Arrays { get; } = new();
    public Pool<LambdaConstant> Lambdas { get; } = new();

    /// <summary>The words of the scripts, by content.</summary>
    public InternTable Scripts { get; } = new();

    /// <summary>Symbols that are called like functions, without being in the catalogue.</summary>
    public HashSet<int> Called { get; } = [];
}
