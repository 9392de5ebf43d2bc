using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Recalc.Values;

namespace Recalc.Evaluation;

/// <summary>
/// The inner loop of recurrences: runs the steps of all members for one row after another over plain numbers. Bounds are checked once a
/// run, not once a step.
/// </summary>
internal static class RecurrenceLoop
{
    // A sum that is so much smaller than its operand may be nothing but rounding.
    private const double Tiny = 1e-13;

    /// <summary>A step, and where its operands lie for the first row of the block, and its result if it is that of a member.</summary>
    /// <param name="Code">What is done.</param>
    /// <param name="Left">The leaf of a step with one leaf, or the left one of two.</param>
    /// <param name="Right">The right one of two leaves.</param>
    /// <param name="Result">Where the accumulator is stored after the step; -1 when it is not.</param>
    public readonly record struct Step(StepCode Code, int Left, int Right = 0, int Result = -1);

    /// <summary>Runs rows until one has a result that is no number, or, if asked, one that is what it was.</summary>
    /// <param name="steps">The steps of a row; no operand or result lies outside the numbers, nor deeper than the stack.</param>
    /// <param name="numbers">Operands and results.</param>
    /// <param name="stack">Room for operands that wait, and for the results that a row had; longer than twice the steps.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="untilSame">True to end before a row with a result that did not change, and put that row's results back.</param>
    /// <returns>The row after the last that was computed.</returns>
    public static int Run(ReadOnlySpan<Step> steps, Span<double> numbers, Span<double> stack, int first, int end, bool untilSame)
    {
        Check(steps, numbers, stack, first, end);
        return steps is [{ Code: StepCode.AddLeavesLast } total] && total.Left == total.Result - 1
            ? RunTotal(total, numbers, first, end, untilSame)
            : RunSteps(steps, numbers, stack, first, end, untilSame);
    }

    // A running total or a count: each row is the one before it and something.
    private static int RunTotal(Step step, Span<double> numbers, int first, int end, bool untilSame)
    {
        var total = numbers[step.Left + first];
        var added = numbers.Slice(step.Right + first, end - first);
        var results = numbers.Slice(step.Result + first, end - first);
        for (var row = 0; row < results.Length; row++)
        {
            var sum = AddLast(total, added[row]);
            if (sum == 0) sum = 0;                                              // no cell holds -0
            if (!double.IsFinite(sum)) return first + row;
            if (untilSame && BitConverter.DoubleToUInt64Bits(results[row]) == BitConverter.DoubleToUInt64Bits(sum)) return first + row;
            results[row] = total = sum;
        }
        return end;
    }

    // Optimized at once: it would seldom be called often enough before a long column is done.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int RunSteps(ReadOnlySpan<Step> steps, Span<double> numbers, Span<double> stack, int first, int end, bool untilSame)
    {
        ref var data = ref MemoryMarshal.GetReference(numbers);
        ref var places = ref MemoryMarshal.GetReference(stack);
        for (var row = first; row < end; row++)
        {
            ref var origin = ref Unsafe.Add(ref data, row);
            double accumulator = 0;
            nint top = 0;
            var stored = 0;
            foreach (ref readonly var step in steps)
            {
                ref var leaf = ref Unsafe.Add(ref origin, step.Left);
                if (step.Code <= StepCode.SubtractLeavesLast) Unsafe.Add(ref places, top++) = accumulator;
                switch (step.Code)
                {
                    case StepCode.Load: accumulator = leaf; break;
                    case StepCode.AddLeaves: accumulator = leaf + Unsafe.Add(ref origin, step.Right); break;
                    case StepCode.SubtractLeaves: accumulator = leaf - Unsafe.Add(ref origin, step.Right); break;
                    case StepCode.MultiplyLeaves: accumulator = leaf * Unsafe.Add(ref origin, step.Right); break;
                    case StepCode.DivideLeaves: accumulator = leaf / Unsafe.Add(ref origin, step.Right); break;
                    case StepCode.AddLeavesLast: accumulator = AddLast(leaf, Unsafe.Add(ref origin, step.Right)); break;
                    case StepCode.SubtractLeavesLast: accumulator = AddLast(leaf, -Unsafe.Add(ref origin, step.Right)); break;
                    case StepCode.AddLeaf: accumulator += leaf; break;
                    case StepCode.SubtractLeaf: accumulator -= leaf; break;
                    case StepCode.MultiplyLeaf: accumulator *= leaf; break;
                    case StepCode.DivideLeaf: accumulator /= leaf; break;
                    case StepCode.AddLeafLast: accumulator = AddLast(accumulator, leaf); break;
                    case StepCode.SubtractLeafLast: accumulator = AddLast(accumulator, -leaf); break;
                    case StepCode.Add: accumulator = Unsafe.Add(ref places, --top) + accumulator; break;
                    case StepCode.Subtract: accumulator = Unsafe.Add(ref places, --top) - accumulator; break;
                    case StepCode.Multiply: accumulator = Unsafe.Add(ref places, --top) * accumulator; break;
                    case StepCode.Divide: accumulator = Unsafe.Add(ref places, --top) / accumulator; break;
                    case StepCode.AddLast: accumulator = AddLast(Unsafe.Add(ref places, --top), accumulator); break;
                    case StepCode.SubtractLast: accumulator = AddLast(Unsafe.Add(ref places, --top), -accumulator); break;
                    case StepCode.Negate: accumulator = -accumulator; break;
                    case StepCode.Percent: accumulator /= 100; break;
                }
                if (step.Result < 0) continue;
                if (accumulator == 0) accumulator = 0;                          // no cell holds -0
                if (!double.IsFinite(accumulator))
                {
                    if (untilSame) PutBack(steps, numbers, stack, row, stored);
                    return row;
                }
                ref var result = ref Unsafe.Add(ref origin, step.Result);
                if (untilSame)
                {
                    if (BitConverter.DoubleToUInt64Bits(result) == BitConverter.DoubleToUInt64Bits(accumulator))
                    {
                        PutBack(steps, numbers, stack, row, stored);
                        return row;
                    }
                    stack[^++stored] = result;
                }
                result = accumulator;
                top = 0;
            }
        }
        return end;
    }

    // The results that the row had before lie at the end of the stack, the first one last.
    private static void PutBack(ReadOnlySpan<Step> steps, Span<double> numbers, Span<double> stack, int row, int stored)
    {
        var next = 0;
        foreach (var step in steps)
        {
            if (next == stored) return;
            if (step.Result >= 0) numbers[step.Result + row] = stack[^++next];
        }
    }

    private static double AddLast(double left, double right)
    {
        var sum = left + right;
        return Math.Abs(sum) < Tiny * Math.Abs(left) ? SignificantDigits.Snap(sum, left, right) : sum;
    }

    [Conditional("DEBUG")]
    private static void Check(ReadOnlySpan<Step> steps, Span<double> numbers, Span<double> stack, int first, int end)
    {
        Debug.Assert(stack.Length > 2 * steps.Length, "The stack is too short.");
        foreach (var step in steps)
            foreach (var at in (ReadOnlySpan<int>)[step.Left, step.Right, Math.Max(step.Result, 0)])
                Debug.Assert(at + first >= 0 && at + end <= numbers.Length, "A step leads out of the numbers.");
    }
}
