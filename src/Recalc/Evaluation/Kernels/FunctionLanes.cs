using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recalc.Evaluation.Kernels;

/// <summary>The kernels of functions. Those of one operand are given it on both sides, or what they need on the right.</summary>
internal static class FunctionLanes
{
    internal readonly struct Absolute : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            ArithmeticLanes.Finite(Vector256.Abs(left), out failed);
    }

    internal readonly struct Floor : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            ArithmeticLanes.Finite(Vector256.Floor(left), out failed);
    }

    /// <summary>The root of a negative number is a NaN, which fails.</summary>
    internal readonly struct SquareRoot : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            ArithmeticLanes.Finite(Vector256.Sqrt(left), out failed);
    }

    /// <summary>The lesser of two numbers; text, logicals and blanks are left out instead, and fail.</summary>
    internal readonly struct Minimum : ILaneKernel
    {
        public static bool Coerces => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed)
        {
            failed = NotNumbers(left, right);
            return (Vector256.MinNative(left, right) + Vector256<double>.Zero).AsUInt64();
        }
    }

    /// <summary>The greater of two numbers; as <see cref="Minimum"/>.</summary>
    internal readonly struct Maximum : ILaneKernel
    {
        public static bool Coerces => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed)
        {
            failed = NotNumbers(left, right);
            return (Vector256.MaxNative(left, right) + Vector256<double>.Zero).AsUInt64();
        }
    }

    /// <summary>The opposite of logicals, numbers and blanks.</summary>
    internal readonly struct Not : ILaneKernel
    {
        public static bool Coerces => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed)
        {
            ConditionKernel.Decide(left.AsUInt64(), out var isTrue, out failed);
            return ComparisonLanes.Logical(~isTrue.AsDouble());
        }
    }

    // As doubles, words that are no numbers are not even equal to themselves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> NotNumbers(Vector256<double> left, Vector256<double> right) =>
        ~(Vector256.Equals(left, left) & Vector256.Equals(right, right)).AsUInt64();
}
