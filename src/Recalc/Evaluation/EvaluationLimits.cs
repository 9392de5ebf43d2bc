namespace Recalc.Evaluation;

/// <summary>What one formula may take while it is evaluated once.</summary>
/// <param name="MaxSteps">Values that it looks at or makes.</param>
/// <param name="MaxMemory">Bytes of the arrays that it makes.</param>
/// <param name="MaxTextLength">UTF-16 units of a text that it makes.</param>
/// <param name="MaxCallDepth">Calls of lambdas, and names, that wait for one another.</param>
internal sealed record EvaluationLimits(long MaxSteps, long MaxMemory, int MaxTextLength, int MaxCallDepth);
