using Recalc.Addressing;
using Recalc.Syntax;

namespace Recalc;

/// <summary>A region: a rectangle of cells with the same formula in relative form. Immutable; safe to share.</summary>
/// <param name="Range">Its cells.</param>
/// <param name="Formula">The formula in R1C1 spelling, without <c>=</c>: the same for every cell.</param>
/// <param name="Flavor">What becomes of arrays in it.</param>
public sealed record RegionInfo(CellRange Range, string Formula, FormulaFlavor Flavor);
