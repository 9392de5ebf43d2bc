namespace Recalc.Names;

/// <summary>What a name was defined as.</summary>
/// <param name="IsCell">True for a cell of the names sheet; false for a formula that is expanded where the name is used.</param>
/// <param name="Number">The number of the cell, or of the formula among the defined names.</param>
internal readonly record struct NameEntry(bool IsCell, int Number);
