namespace Recalc.Values;

/// <summary>Why a cell or operand is an error: the explanation that lies beside the word. Immutable.</summary>
/// <param name="Explanation">A sentence that names the limit, function or cell, and what to do.</param>
internal sealed record Fault(string Explanation);
