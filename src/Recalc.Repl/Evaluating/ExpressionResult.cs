using Recalc.Values;

namespace Recalc.Repl.Evaluating;

/// <summary>What an expression yields.</summary>
/// <param name="Value">Its value; of an array the first one.</param>
/// <param name="Explanation">Why the value is an error; null when it is none or speaks for itself.</param>
internal sealed record ExpressionResult(CellValue Value, string? Explanation);
