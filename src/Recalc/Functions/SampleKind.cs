namespace Recalc.Functions;

/// <summary>Which values of arrays and areas make a sample.</summary>
internal enum SampleKind : byte
{
    /// <summary>The numbers; all else is passed over (STDEV).</summary>
    Numbers,

    /// <summary>Also text, which counts as 0, and logicals (STDEVA).</summary>
    Values,

    /// <summary>The numbers, and errors are passed over (AGGREGATE).</summary>
    NumbersWithoutErrors,

    /// <summary>Everything that is not blank; what is no number counts as 0 (COUNTA).</summary>
    Filled,

    /// <summary>Everything that is not blank, text converted; a logical is #VALUE!, an argument left out #N/A (GCD).</summary>
    Strict,

    /// <summary>As <see cref="Filled"/>, and errors are passed over.</summary>
    FilledWithoutErrors,
}
