namespace Recalc;

/// <summary>How far a recalculation has come. Immutable; safe to share.</summary>
/// <param name="Done">How many cells and nodes were computed, or found to be as they were.</param>
/// <param name="Remaining">How many wait still; an edit may have added some.</param>
public readonly record struct RecalcProgress(long Done, long Remaining)
{
    /// <summary>The part that is done, from 0 to 1.</summary>
    public double Fraction => Done + Remaining == 0 ? 1 : Done / (double)(Done + Remaining);
}
