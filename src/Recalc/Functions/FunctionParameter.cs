namespace Recalc.Functions;

/// <summary>
/// A parameter of a registered function. A <see cref="ArgumentKind.Value"/> is a single value, and an array there calls the function for each of its values; an
/// <see cref="ArgumentKind.Area"/> is handed over as a whole, without a copy; a <see cref="ArgumentKind.Lazy"/> one is computed when the function asks for it. Immutable.
/// </summary>
/// <param name="Name">What it is called, for explanations.</param>
/// <param name="Kind">How it is taken: <see cref="ArgumentKind.Value"/>, <see cref="ArgumentKind.Area"/> or <see cref="ArgumentKind.Lazy"/>.</param>
public sealed record FunctionParameter(string Name, ArgumentKind Kind = ArgumentKind.Value)
{
    /// <summary>True for one that a call may end before; those behind it are optional, too.</summary>
    public bool IsOptional { get; init; }

    /// <summary>True for the last one when a call may have any number of it, at least one unless it is optional.</summary>
    public bool Repeats { get; init; }
}
