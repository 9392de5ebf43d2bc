namespace Recalc.Functions;

/// <summary>
/// What is promised of a function: what it rests on and how long its result is good, for the compiler and for recalculation; and what it is and what its
/// parameters are called, for people. The default promises a pure function. Immutable; safe to share.
/// </summary>
public sealed record FunctionPromises
{
    /// <summary>The promises of a function that was registered without any: it is pure.</summary>
    public static FunctionPromises None { get; } = new();

    /// <summary>
    /// What the result rests on. <see cref="FunctionPurity.Pure"/>: the same arguments give the same result, so that a call may be left out when the same was
    /// made before. <see cref="FunctionPurity.Volatile"/>: it is called anew after every edit and at every <see cref="Workbook.Recalculate"/>, as NOW is.
    /// <see cref="FunctionPurity.Impure"/>: its result may change, but it is called only when an argument has changed, for every cell of its own.
    /// </summary>
    public FunctionPurity Purity { get; init; }

    /// <summary>
    /// How long a result is good, by <see cref="RecalcOptions.Clock"/>: the first read or edit after that marks the cell, which is computed anew when it is
    /// wanted. Null, the default, for a result that does not grow old.
    /// </summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>
    /// Which version of the function this is; 0 by default. Change it with what the function computes: results that are kept beyond the run of a program are
    /// kept by name, version and arguments.
    /// </summary>
    public int Version { get; init; }

    /// <summary>
    /// How much work a call is, where looking at a value is 1; 1 by default. It is taken from <see cref="RecalcOptions.MaxSteps"/>, and says which results are
    /// worth keeping: from 100 on those of a pure function that takes and yields single values are, within <see cref="RecalcOptions.ResultCacheBytes"/>, and calls with the same
    /// arguments are not made again in any cell or fork. A call whose result is kept is counted like any other.
    /// </summary>
    public long Cost { get; init; } = 1;

    /// <summary>The least <see cref="Cost"/> of a function whose results are kept: to look one up is some 50 ns.</summary>
    internal const long LeastCostKept = 100;

    /// <summary>True when calls with different arguments may be gathered and made together. False by default.</summary>
    public bool IsBatchable { get; init; }

    /// <summary>What the function computes, in one line; empty by default.</summary>
    public string Description { get; init; } = "";

    /// <summary>The names of the parameters, from the first on, for explanations. Those that are not named are numbered.</summary>
    public IReadOnlyList<string> ParameterNames { get; init; } = [];

    /// <summary>What is at odds in the promises of a function that is to be registered; null when nothing is.</summary>
    internal string? Fault()
    {
        if (Purity is not (FunctionPurity.Pure or FunctionPurity.Volatile or FunctionPurity.Impure))
            return $"{Purity} is a purity of functions of the catalogue; a registered function is Pure, Volatile or Impure.";
        if (TimeToLive is { } time && time <= TimeSpan.Zero) return $"A result lives longer than {time}.";
        return Cost < 0 ? $"A call is no less work than nothing, and the cost is {Cost}." : null;
    }
}
