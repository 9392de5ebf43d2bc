using Recalc.Addressing;

namespace Recalc;

/// <summary>A rectangle of cells on a sheet. Immutable; safe to share.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Range">The cells.</param>
public readonly record struct SheetRange(Sheet Sheet, CellRange Range);
