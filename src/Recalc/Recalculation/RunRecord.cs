namespace Recalc.Recalculation;

/// <summary>
/// What is known of the runs of a cell since recording began. Moments count what was published or cleaned; 0 is before all.
/// </summary>
internal struct RunRecord
{
    /// <summary>The moment of the last run.</summary>
    public long Ran;

    /// <summary>The moment at which the cell was last found to be valid without a run.</summary>
    public long Cleaned;

    /// <summary>The moment until which the cell had been valid when it was cleaned.</summary>
    public long Before;

    /// <summary>The time of all runs, what they read apart, in ticks of a stopwatch.</summary>
    public double Ticks;

    public int Runs;
    public int Cleanings;

    /// <summary>The wave of the last run, from 1.</summary>
    public int Wave;
}
