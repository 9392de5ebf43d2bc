using Recalc.Addressing;

namespace Recalc;

/// <summary>A table: a named rectangle with named columns, which structured references speak of. Immutable; safe to share.</summary>
/// <param name="Name">Its name in formulas (<c>displayName</c> in files); compared without case.</param>
/// <param name="Sheet">The sheet it lies on.</param>
/// <param name="Range">The whole rectangle, header and totals included.</param>
/// <param name="Columns">The columns' names, from left to right; as many as the rectangle has columns.</param>
/// <param name="HeaderRows">How many rows of the rectangle are headers: 0 or 1.</param>
/// <param name="TotalsRows">How many rows of the rectangle are totals: 0 or 1.</param>
public sealed record Table(string Name, Sheet Sheet, CellRange Range, IReadOnlyList<string> Columns, int HeaderRows = 1, int TotalsRows = 0);
