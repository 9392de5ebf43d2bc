namespace Recalc.Explaining;

/// <summary>What was recorded of the runs of a cell while <see cref="Explainer.IsRecording"/> was true. Immutable; safe to share.</summary>
/// <param name="Runs">How often the cell was computed since it has its formula or code.</param>
/// <param name="Cleanings">How often it was found to be valid without being computed, though something that it rests on had changed.</param>
/// <param name="Wave">The wave of the last run: 1, or more for a cell of a cycle that was iterated; 0 when it did not run.</param>
/// <param name="Time">How long all runs took together, without what they had to wait for; cells that were computed at once share their time.</param>
/// <param name="Uses">How often formulas and nodes ran that refer to the cell.</param>
public sealed record RunStatistics(int Runs, int Cleanings, int Wave, TimeSpan Time, long Uses);
