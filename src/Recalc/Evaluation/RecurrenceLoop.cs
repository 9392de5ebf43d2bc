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

    /// <summary>A step, and where its operand or result lies for the first row of the block.</summary>
    public readonly record struct Step(StepCode Code, int At);

    /// <summary>Runs rows until one has a result that is no number, or, if asked, one that is what it was.</summary>
    /// <param name="steps">The steps of a row; no operand or result lies outside the numbers, nor deeper than the stack.</param>
    /// <param name="numbers">Operands and results.</param>
    /// <param name="stack">Room for operands that wait, and for the results that a row had; longer than twice the steps.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="untilSame">True to end before a row with a result that did not change, and put that row's results back.</param>
    /// <returns>The row after the last that was computed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run(ReadOnlySpan<Step> steps, Span<double> numbers, Span<double> stack, int first, int end, bool untilSame)
    {
        Check(steps, numbers, stack, first, end);
        ref var data = ref MemoryMarshal.GetReference(numbers);
        ref var places = ref MemoryMarshal.GetReference(stack);
        for (var row = first; row < end; row++)
        {
            double accumulator = 0;
            nint top = 0;
            var stored = 0;
            foreach (ref readonly var step in steps)
            {
                ref var at = ref Unsafe.Add(ref data, step.At + row);
                switch (step.Code)
                {
                    case StepCode.Load:
                        Unsafe.Add(ref places, top++) = accumulator;
                        accumulator = at;
                        break;
                    case StepCode.AddLeaf: accumulator += at; break;
                    case StepCode.SubtractLeaf: accumulator -= at; break;
                    case StepCode.MultiplyLeaf: accumulator *= at; break;
                    case StepCode.DivideLeaf: accumulator /= at; break;
                    case StepCode.Add: accumulator = Unsafe.Add(ref places, --top) + accumulator; break;
                    case StepCode.Subtract: accumulator = Unsafe.Add(ref places, --top) - accumulator; break;
                    case StepCode.Multiply: accumulator = Unsafe.Add(ref places, --top) * accumulator; break;
                    case StepCode.Divide: accumulator = Unsafe.Add(ref places, --top) / accumulator; break;
                    case StepCode.Negate: accumulator = -accumulator; break;
                    case StepCode.Percent: accumulator /= 100; break;
                    case StepCode.AddLeafLast: accumulator = AddLast(accumulator, at); break;
                    case StepCode.SubtractLeafLast: accumulator = AddLast(accumulator, -at); break;
                    case StepCode.AddLast: accumulator = AddLast(Unsafe.Add(ref places, --top), accumulator); break;
                    case StepCode.SubtractLast: accumulator = AddLast(Unsafe.Add(ref places, --top), -accumulator); break;
                    default:
                        accumulator += 0.0;                                     // no cell holds -0
                        if (!double.IsFinite(accumulator)) return row;
                        if (untilSame)
                        {
                            if (BitConverter.DoubleToUInt64Bits(at) == BitConverter.DoubleToUInt64Bits(accumulator))
                            {
                                PutBack(steps, numbers, stack, row, stored);
                                return row;
                            }
                            stack[^++stored] = at;
                        }
                        at = accumulator;
                        top = 0;
                        break;
                }
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
            if (step.Code == StepCode.Store) numbers[step.At + row] = stack[^++next];
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
        foreach (var step in steps) Debug.Assert(step.At + first >= 0 && step.At + end <= numbers.Length, "A step leads out of the numbers.");
    }
}
