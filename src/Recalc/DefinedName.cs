namespace Recalc;

/// <summary>A name that stands for a formula: a constant, a range, or anything else. Immutable; safe to share.</summary>
/// <param name="Name">The name as it was defined; names are compared without case.</param>
/// <param name="Formula">What it stands for, without a leading <c>=</c>; relative references are seen from A1.</param>
/// <param name="Scope">The sheet that knows the name, or null for the whole workbook.</param>
/// <param name="IsHidden">True when Excel does not list it.</param>
/// <param name="IsFunction">True when it names a macro function, which is never run here.</param>
public sealed record DefinedName(string Name, string Formula, Sheet? Scope = null, bool IsHidden = false, bool IsFunction = false);
