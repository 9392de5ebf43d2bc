namespace Recalc.Scripts;

/// <summary>A name of a script, unresolved: what it means depends on the sheet. Number of the qualifier (0 is none) and symbol.</summary>
internal readonly record struct ScriptName(int Qualifier, int Symbol, StructuredReference? Structure = null);
