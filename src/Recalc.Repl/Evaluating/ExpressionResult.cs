using Recalc.Values;

namespace Recalc.Repl.Evaluating;

/// <summary>What an expression yields.</summary>
/// <param name="Values">Its values by rows; one row of one value as a rule, more for an array.</param>
/// <param name="Explanation">Why the first value is an error; null when it is none or speaks for itself.</param>
internal sealed record ExpressionResult(CellValue[][] Values, string? Explanation)
{
    /// <summary>The value, the first one of an array.</summary>
    public CellValue Value => Values[0][0];

    /// <summary>True when there is more than one value.</summary>
    public bool IsArray => Values.Length > 1 || Values[0].Length > 1;
}
