using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <summary>A lambda with the values of its surroundings. Immutable; good for one formula, as the areas in it are.</summary>
/// <param name="lambda">Its parameters and body.</param>
/// <param name="captured">The values that it captured, in the order of <see cref="LambdaConstant.Captured"/>.</param>
/// <param name="grid">The grid whose names and cells the body means.</param>
/// <param name="isOfName">True when it stands in a name, whose relative references walk round the edge.</param>
internal class Closure(LambdaConstant lambda, Operand[] captured, Grid grid, bool isOfName) : Callable
{
    public LambdaConstant Lambda => lambda;

    public ReadOnlySpan<Operand> Captured => captured;

    public Grid Grid => grid;

    public bool IsOfName => isOfName;
}
