using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>A rectangle on a grid.</summary>
internal readonly record struct GridRange(int Grid, CellRange Range);
