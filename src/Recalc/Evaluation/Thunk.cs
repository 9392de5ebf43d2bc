using Recalc.Functions;
using Recalc.Graph;
using Recalc.Scripts;

namespace Recalc.Evaluation;

/// <summary>A lazy argument of a registered function, and its value once it was computed. Good for one evaluation of one formula.</summary>
internal sealed class Thunk(LambdaConstant lambda, Operand[] captured, Grid grid, bool isOfName) : Closure(lambda, captured, grid, isOfName)
{
    public Operand? Value { get; set; }
}
