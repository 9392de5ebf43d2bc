namespace Recalc;

/// <summary>How a workbook wants to be calculated (<c>calcPr</c> of SpreadsheetML, ISO/IEC 29500-1 §18.2.2). <c>default</c> of the class is Excel's default.</summary>
public sealed record CalculationSettings
{
    /// <summary>The settings of a workbook that says nothing.</summary>
    public static CalculationSettings Default { get; } = new();

    /// <summary>True when the workbook lets its cycles iterate.</summary>
    public bool Iterate { get; init; }

    /// <summary>How often a cycle is iterated at most; Excel's default is 100.</summary>
    public int IterateCount { get; init; } = 100;

    /// <summary>The change below which an iterated cycle has converged; Excel's default is 0.001.</summary>
    public double IterateDelta { get; init; } = 0.001;

    /// <summary>True when numbers are calculated as stored, false when as displayed ("precision as displayed").</summary>
    public bool FullPrecision { get; init; } = true;

    /// <summary>True when the values stored in the file are not to be trusted.</summary>
    public bool FullCalculationOnLoad { get; init; }

    /// <summary>True when the workbook is to be recalculated only on demand.</summary>
    public bool Manual { get; init; }

    /// <summary>True when references are shown in R1C1 spelling.</summary>
    public bool ShowR1C1 { get; init; }
}
