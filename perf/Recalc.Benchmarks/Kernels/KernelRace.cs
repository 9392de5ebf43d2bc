using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Recalc.Addressing;
using Recalc.Evaluation.Kernels;
using Recalc.Storage;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Benchmarks.Kernels;

/// <summary>
/// Kernels beside a plain scalar loop over doubles, by turns, in rounds of microseconds, the best of each: 1,024 lanes, as the interpreter
/// runs them, so that all lies in the nearest cache.
/// </summary>
internal static class KernelRace
{
    private const int Count = 1024;
    private const int WarmUp = 200;
    private const int Rounds = 2_000;

    // Often enough that the operands lie in the nearest cache, whatever ran before.
    private const int Repeats = 10;

    private static readonly double[] Left = Numbers(1);
    private static readonly double[] Right = Numbers(2);
    private static readonly double[] Result = new double[Count];
    private static readonly bool[] Logicals = new bool[Count];
    private static readonly ulong[] LeftWords = Words(Left);
    private static readonly ulong[] RightWords = Words(Right);
    private static readonly ulong[] ResultWords = new ulong[Count];
    private static readonly ulong[] Mask = new ulong[Count / 64];
    private static readonly ulong[] Failed = new ulong[Count / 64];
    private static readonly ulong One = CellWord.FromNumber(1.5).Bits;
    private static readonly CellStore Cells = Store();

    public static void Run(TextWriter output)
    {
        new Random(3).NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Mask.AsSpan()));
        for (var i = 0; i < Count; i++) Logicals[i] = (Mask[i / 64] >> (i % 64) & 1) != 0;
        output.WriteLine("                    kernel  with 1 word  scalar loop (ns a lane)");
        Race(output, "add", () => Kernel(SyntaxKind.Add), () => KernelOfOne(SyntaxKind.Add), ScalarAdd);
        Race(output, "add, last", () => KernelLast(SyntaxKind.Add), () => KernelOfOne(SyntaxKind.Add), ScalarAdd);
        Race(output, "multiply", () => Kernel(SyntaxKind.Multiply), () => KernelOfOne(SyntaxKind.Multiply), ScalarMultiply);
        Race(output, "divide", () => Kernel(SyntaxKind.Divide), () => KernelOfOne(SyntaxKind.Divide), ScalarDivide);
        Race(output, "less", () => Kernel(SyntaxKind.Less), () => KernelOfOne(SyntaxKind.Less), ScalarLess);
        Race(
            output, "select", () => SelectKernel.Run(Mask, new LaneSource(LeftWords), new LaneSource(RightWords), ResultWords),
            () => SelectKernel.Run(Mask, new LaneSource(LeftWords), new LaneSource(One), ResultWords), ScalarSelect);
        Race(output, "condition", Condition, Condition, ScalarSelect);
        Race(output, "round", RoundKernel, RoundKernel, ScalarRound);
        Race(output, "summary", () => NumberSummary.Of(LeftWords, 0), SummaryOfPart, ScalarSum);
    }

    private static void Race(TextWriter output, string name, params Action[] runners)
    {
        var best = new long[runners.Length];
        Array.Fill(best, long.MaxValue);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < runners.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                for (var repeat = 0; repeat < Repeats; repeat++) runners[i]();
                var taken = Stopwatch.GetTimestamp() - start;
                if (round >= 0) best[i] = Math.Min(best[i], taken);
            }
        }
        var unit = 1e9 / Stopwatch.Frequency / Repeats / Count;
        var times = best.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b * unit,12:0.000}"));
        output.WriteLine($"{name,-14}{string.Concat(times)}");
    }

    private static void Kernel(SyntaxKind kind) =>
        BinaryKernels.Run(kind, isLast: false, new LaneSource(LeftWords), new LaneSource(RightWords), ResultWords, Failed);

    private static void KernelLast(SyntaxKind kind) =>
        BinaryKernels.Run(kind, isLast: true, new LaneSource(LeftWords), new LaneSource(RightWords), ResultWords, Failed);

    private static void KernelOfOne(SyntaxKind kind) =>
        BinaryKernels.Run(kind, isLast: false, new LaneSource(LeftWords), new LaneSource(One), ResultWords, Failed);

    private static void Condition() => ConditionKernel.Run(LeftWords, Mask, Failed);

    private static void RoundKernel() => FunctionKernels.TryRound(new LaneSource(LeftWords), 2, ResultWords, Failed, out _);

    private static void SummaryOfPart() => Cells.Summarize(new CellRange(0, 3, 0, Count - 3));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScalarAdd()
    {
        var (left, right, result) = (Left, Right, Result);
        for (var i = 0; i < result.Length; i++) result[i] = left[i] + right[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScalarMultiply()
    {
        var (left, right, result) = (Left, Right, Result);
        for (var i = 0; i < result.Length; i++) result[i] = left[i] * right[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScalarDivide()
    {
        var (left, right, result) = (Left, Right, Result);
        for (var i = 0; i < result.Length; i++) result[i] = left[i] / right[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScalarLess()
    {
        var (left, right, result) = (Left, Right, Logicals);
        for (var i = 0; i < result.Length; i++) result[i] = left[i] < right[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScalarSelect()
    {
        var (left, right, result, logicals) = (Left, Right, Result, Logicals);
        for (var i = 0; i < result.Length; i++) result[i] = logicals[i] ? left[i] : right[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScalarRound()
    {
        var (left, result) = (Left, Result);
        for (var i = 0; i < result.Length; i++) result[i] = DecimalRounding.Round(left[i], 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScalarSum()
    {
        var sum = 0.0;
        foreach (var number in Left) sum += number;
        Result[0] = sum;
    }

    private static double[] Numbers(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble() * 100 + 1)];
    }

    private static ulong[] Words(double[] numbers) => [.. numbers.Select(n => CellWord.FromNumber(n).Bits)];

    private static CellStore Store()
    {
        var store = new CellStore();
        store.Write(0, 0, LeftWords, []);
        return store;
    }
}
