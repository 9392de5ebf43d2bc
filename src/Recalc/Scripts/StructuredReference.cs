namespace Recalc.Scripts;

/// <summary>What stands in the brackets of a structured reference. The table itself is the symbol of its <see cref="ScriptName"/>.</summary>
/// <param name="Parts">Which rows.</param>
/// <param name="FirstColumn">The column, or the first of several; null for all.</param>
/// <param name="LastColumn">The last column; the same as the first when there is one; null for all.</param>
internal sealed record StructuredReference(TableParts Parts, string? FirstColumn, string? LastColumn);
