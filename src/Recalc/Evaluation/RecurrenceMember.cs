using Recalc.Graph;

namespace Recalc.Evaluation;

/// <summary>One column of a recurrence: the cells of a region in it.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Column">The column.</param>
/// <param name="Region">The region that its cells belong to.</param>
/// <param name="Lag">How many rows before the last wanted row of the first member the column is needed to.</param>
internal readonly record struct RecurrenceMember(Grid Grid, int Column, Region Region, int Lag = 0);
