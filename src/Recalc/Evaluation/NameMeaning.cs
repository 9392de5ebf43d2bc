using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <summary>What a name of a script means on one sheet. <c>default</c> is a name that nobody defined.</summary>
/// <param name="Kind">Which of the following.</param>
/// <param name="Area">The reference that it stands for.</param>
/// <param name="Formula">The formula that stands in its place.</param>
internal readonly record struct NameMeaning(NameKind Kind, GridReference Area, FormulaId Formula);
