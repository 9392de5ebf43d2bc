using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <summary>One column of a recurrence: the cells of a region in it.</summary>
internal readonly record struct RecurrenceMember(Grid Grid, int Column, Region Region);
