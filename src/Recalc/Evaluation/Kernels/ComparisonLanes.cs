using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Recalc.Values;

namespace Recalc.Evaluation.Kernels;

/// <summary>
/// The kernels of comparison. Their results look like logicals whatever they were given, so they look at the operands: a lane fails
/// unless they are exactly equal or clearly apart, and what is no number is neither, for it is a NaN.
/// </summary>
internal static class ComparisonLanes
{
    // Numbers that are closer may have the same 15 digits; as in SignificantDigits.
    private const double Near = 1e-14;

    /// <summary>What is asked of two numbers that are not nearly equal.</summary>
    internal interface IOrder
    {
        /// <summary>All bits of the lanes where it is so.</summary>
        static abstract Vector256<double> Holds(Vector256<double> left, Vector256<double> right);
    }

    internal readonly struct Compare<TOrder> : ILaneKernel where TOrder : struct, IOrder
    {
        public static bool Coerces => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed)
        {
            var distance = Vector256.Abs(left - right);
            var isFar = Vector256.GreaterThan(distance, Near * Vector256.MaxNative(Vector256.Abs(left), Vector256.Abs(right)));
            failed = ~(isFar | Vector256.Equals(left, right)).AsUInt64();
            return Logical(TOrder.Holds(left, right));
        }
    }

    internal readonly struct Equal : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Holds(Vector256<double> left, Vector256<double> right) => Vector256.Equals(left, right);
    }

    internal readonly struct NotEqual : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Holds(Vector256<double> left, Vector256<double> right) => ~Vector256.Equals(left, right);
    }

    internal readonly struct Less : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Holds(Vector256<double> left, Vector256<double> right) => Vector256.LessThan(left, right);
    }

    internal readonly struct LessOrEqual : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Holds(Vector256<double> left, Vector256<double> right) => Vector256.LessThanOrEqual(left, right);
    }

    internal readonly struct Greater : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Holds(Vector256<double> left, Vector256<double> right) => Vector256.GreaterThan(left, right);
    }

    internal readonly struct GreaterOrEqual : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Holds(Vector256<double> left, Vector256<double> right) => Vector256.GreaterThanOrEqual(left, right);
    }

    /// <summary>The words of logicals. TRUE is the word after FALSE, and a mask is -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<ulong> Logical(Vector256<double> mask) =>
        Vector256.Create(CellWord.FromLogical(false).Bits) - mask.AsUInt64();
}
