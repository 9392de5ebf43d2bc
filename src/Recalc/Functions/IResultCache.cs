using Recalc.Values;

namespace Recalc.Functions;

/// <summary>What calls of registered functions came to that were made before, by function, version and arguments. Thread-safe.</summary>
internal interface IResultCache
{
    /// <summary>The result of an equal call that was made before.</summary>
    /// <param name="function">A function whose results are kept: <see cref="FunctionDeclaration.IsKept"/>.</param>
    /// <param name="dates">Which day its dates count from.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="result">The result.</param>
    /// <param name="left">How long the result is good still; null without end.</param>
    bool TryGet(FunctionDeclaration function, DateSystem dates, ReadOnlySpan<Operand> arguments, out Operand result, out TimeSpan? left);

    /// <summary>Keeps the result of a call. One that is there already stays.</summary>
    void Add(FunctionDeclaration function, DateSystem dates, ReadOnlySpan<Operand> arguments, in Operand result);
}
