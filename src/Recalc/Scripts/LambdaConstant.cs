namespace Recalc.Scripts;

/// <summary>The body of a lambda and what it needs. Its first locals are the parameters. Immutable.</summary>
/// <param name="Script">The number of the body's script.</param>
/// <param name="Parameters">How many parameters.</param>
/// <param name="Optional">How many of them, at the end, may be omitted.</param>
/// <param name="Captured">The locals of the body for the values of its surroundings, which are popped, last first, when the lambda is made.</param>
/// <param name="IsThunk">True for the lazy argument of a call, which nobody wrote as a lambda.</param>
internal sealed record LambdaConstant(int Script, int Parameters, int Optional, int[] Captured, bool IsThunk = false)
{
    public bool Equals(LambdaConstant? other) =>
        other is not null && Script == other.Script && Parameters == other.Parameters && Optional == other.Optional && IsThunk == other.IsThunk
        && Captured.AsSpan().SequenceEqual(other.Captured);

    public override int GetHashCode() => HashCode.Combine(Script, Parameters, Optional, Captured.Length);
}
