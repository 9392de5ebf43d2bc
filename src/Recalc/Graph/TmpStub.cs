#pragma warning disable
namespace Recalc.Evaluation.Kernels { 
 internal readonly ref struct LaneSource { public LaneSource(System.ReadOnlySpan<ulong> w){} public LaneSource(ulong w){} }
 internal static class UnaryKernels { public static int Run(Recalc.Syntax.SyntaxKind k, in LaneSource l, System.Span<ulong> r, System.Span<ulong> f)=>0; }
 internal static class BinaryKernels { public static int Run(Recalc.Syntax.SyntaxKind k, bool last, in LaneSource l, in LaneSource r0, System.Span<ulong> r, System.Span<ulong> f)=>0; }
 internal static class ConditionKernel { public static void Run(System.ReadOnlySpan<ulong> w, System.Span<ulong> t, System.Span<ulong> o){} }
 internal static class SelectKernel { public static void Run(System.ReadOnlySpan<ulong> m, in LaneSource a, in LaneSource b, System.Span<ulong> r){} }
}
