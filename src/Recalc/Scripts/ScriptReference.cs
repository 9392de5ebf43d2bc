using Recalc.Addressing;

namespace Recalc.Scripts;

/// <summary>A reference of a script: the number of its qualifier (0 is none) and the area in relative form.</summary>
internal readonly record struct ScriptReference(int Qualifier, AreaReference Area);
