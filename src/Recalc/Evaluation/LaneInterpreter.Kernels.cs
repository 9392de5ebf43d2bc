using Recalc.Evaluation.Kernels;
using Recalc.Functions;

namespace Recalc.Evaluation;

/// <content>Functions that have a kernel: all lanes with vectors, and those that it leaves out by the function itself.</content>
internal sealed partial class LaneInterpreter
{
    private delegate int Kernel(in LaneSource left, in LaneSource right, Span<ulong> result, Span<ulong> failed);

    private static readonly int Round = IdOf("ROUND");

    private static readonly Dictionary<(int Function, int Arguments), Kernel> Kernels = new()
    {
        [(IdOf("ABS"), 1)] = (in operand, in _, result, failed) => FunctionKernels.Absolute(operand, result, failed),
        [(IdOf("INT"), 1)] = (in operand, in _, result, failed) => FunctionKernels.Floor(operand, result, failed),
        [(IdOf("SQRT"), 1)] = (in operand, in _, result, failed) => FunctionKernels.SquareRoot(operand, result, failed),
        [(IdOf("NOT"), 1)] = (in operand, in _, result, failed) => FunctionKernels.Not(operand, result, failed),
        [(IdOf("MIN"), 2)] = FunctionKernels.Minimum,
        [(IdOf("MAX"), 2)] = FunctionKernels.Maximum,
    };

    private static int IdOf(string name) =>
        FunctionCatalog.TryFind(name, out var function) ? function.Id : throw new InvalidOperationException($"{name} is not declared.");

    // Computes the lanes of a call, above its operands, with a kernel. False when it has none for such operands; else the lanes that it
    // leaves out have failed.
    private bool TryKernel(FunctionDeclaration function, int count, LaneRegister result, Span<ulong> failed)
    {
        var first = _top - 1 - count;
        if (count is 0 or > 2) return false;
        var (left, right) = (_stack[first], _stack[first + count - 1]);
        if (!IsLanes(left) || !IsLanes(right)) return false;
        if (function.Id == Round)
        {
            return count == 2 && right.Kind == LaneKind.Uniform && right.Value.IsNumber
                && FunctionKernels.TryRound(SourceOf(left), Places(right.Value.Word.Number), result.SetComputed(_count), failed, out _);
        }
        if (!Kernels.TryGetValue((function.Id, count), out var kernel)) return false;
        kernel(SourceOf(left), SourceOf(right), result.SetComputed(_count), failed);
        return true;
    }

    // A cell that was referred to is no number given directly: the function knows the difference.
    private static bool IsLanes(LaneRegister operand) => operand.Kind != LaneKind.Reference && !operand.WasReference;

    private static int Places(double places) => (int)Math.Clamp(Math.Truncate(places), short.MinValue, short.MaxValue);
}
