using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>A reference of a formula whose sheet was found: the grid, and the area in relative form.</summary>
internal readonly record struct GridReference(int Grid, AreaReference Area);
