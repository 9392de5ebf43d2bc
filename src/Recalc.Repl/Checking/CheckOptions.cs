namespace Recalc.Repl.Checking;

/// <summary>What <c>check</c> was asked for.</summary>
/// <param name="Tolerance">How far numbers may be apart, as a fraction of the larger one, or of 1 where both are smaller.</param>
/// <param name="Differences">How many differences of a file are listed.</param>
internal sealed record CheckOptions(double Tolerance, int Differences)
{
    /// <summary>What is meant where nothing is said: far below anything that matters, far above the order of additions.</summary>
    public const double UsualTolerance = 1e-12;
}
