using Recalc.Functions;

namespace Recalc;

/// <summary>
/// What a workbook's formulas may take, and where they look for the time. A formula that would pass a limit has an error value with an
/// explanation instead; the workbook lives on. Immutable; safe to share.
/// </summary>
public sealed record RecalcOptions
{
    /// <summary>The options of a workbook that was given none.</summary>
    public static RecalcOptions Default { get; } = new();

    /// <summary>How many values one formula may look at or make while it is evaluated once; 1,000,000,000 by default.</summary>
    public long MaxSteps { get; init; } = 1_000_000_000;

    /// <summary>How many bytes the arrays of one formula may take while it is evaluated; 256 MiB by default.</summary>
    public long MaxMemory { get; init; } = 1L << 28;

    /// <summary>The longest text that a formula may make, in UTF-16 units; 32,767 by default, as in Excel.</summary>
    public int MaxTextLength { get; init; } = 32_767;

    /// <summary>How deep lambdas may call one another, or themselves; 100,000 by default. They wait on the heap.</summary>
    public int MaxCallDepth { get; init; } = 100_000;

    /// <summary>How often the cells of a cycle are evaluated at most before they are <c>#CYCLE!</c>; 20 by default.</summary>
    public int MaxWaves { get; init; } = 20;

    /// <summary>Where NOW and TODAY look; the system's clock by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The functions of C# that the workbook begins with, beside those of Excel; null, the default, for none. It is copied when the workbook is made: what is added to it later the
    /// workbook does not know. Add to <see cref="Workbook.Functions"/> then.
    /// </summary>
    public FunctionRegistry? Functions { get; init; }

    /// <summary>
    /// How many bytes the results of C# functions may take that are kept, for a workbook and its forks together; 64 MiB by default, 0 to keep none. See <see cref="FunctionPromises.Cost"/>.
    /// </summary>
    public long ResultCacheBytes { get; init; } = 64L << 20;

    /// <summary>What the numbers of RAND and its kin start from, so that they come again; null, the default, for other ones each time.</summary>
    public int? RandomSeed { get; init; }

    /// <summary>When two values of a type that C# nodes yield are the same, so that what rests on them need not run; for all types equality of values by default.</summary>
    public ValueEquality Equality { get; init; } = ValueEquality.Default;
}
