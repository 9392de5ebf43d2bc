namespace Recalc;

/// <summary>A function or another feature that this version does not compute.</summary>
/// <param name="Name">The name of the function, or what else it is: <c>links to other workbooks</c>.</param>
/// <param name="Cells">
/// The cells whose formulas use it or depend on one that does, whichever branches they take. A cell may rest on several features.
/// </param>
public sealed record UnsupportedFeature(string Name, IReadOnlyList<SheetRange> Cells);
