namespace Recalc.Functions;

/// <summary>
/// A static method that formulas call once its class was registered by <see cref="FunctionRegistry.AddMethods"/>: under what name, and what is promised of it. See
/// <see cref="FunctionPromises"/> for what the promises mean.
/// </summary>
/// <param name="name">What formulas call it; null for the name of the method.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CellFunctionAttribute(string? name = null) : Attribute
{
    /// <summary>What formulas call it; null for the name of the method.</summary>
    public string? Name => name;

    /// <summary>What the result rests on; <see cref="FunctionPurity.Pure"/> by default.</summary>
    public FunctionPurity Purity { get; init; }

    /// <summary>How many seconds a result is good; 0, the default, for one that does not grow old.</summary>
    public double TimeToLiveSeconds { get; init; }

    /// <summary>Which version of the function this is; 0 by default.</summary>
    public int Version { get; init; }

    /// <summary>How much work a call is, where looking at a value is 1; 1 by default.</summary>
    public long Cost { get; init; } = 1;

    /// <summary>True when calls with different arguments may be gathered and made together.</summary>
    public bool IsBatchable { get; init; }

    /// <summary>What the function computes, in one line; empty by default.</summary>
    public string Description { get; init; } = "";

    internal FunctionPromises PromisesOf(IEnumerable<string> parameters) => new()
    {
        Purity = Purity,
        TimeToLive = TimeToLiveSeconds == 0 ? null : TimeSpan.FromSeconds(TimeToLiveSeconds),
        Version = Version,
        Cost = Cost,
        IsBatchable = IsBatchable,
        Description = Description,
        ParameterNames = [.. parameters],
    };
}
