using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recalc.Evaluation.Kernels;

/// <summary>
/// The kernels of arithmetic. They look at the result: it is not finite when an operand was no number, when it is too large, and when the
/// divisor was zero. 0.0 is added to turn -0 into 0. Blanks and logicals fail at first, and are numbers when lanes are tried again.
/// </summary>
internal static class ArithmeticLanes
{
    private const ulong Exponent = 0x7FF0_0000_0000_0000;

    // Numbers whose sum is smaller against them may have the same 15 digits; as in SignificantDigits.
    private const double Near = 1e-14;

    internal readonly struct Add : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            Finite(left + right, out failed);
    }

    internal readonly struct Subtract : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            Finite(left - right, out failed);
    }

    /// <summary>A sum as the last operation: what may have to be zero fails.</summary>
    internal readonly struct AddLast : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            Snapped(left + right, left, right, out failed);
    }

    /// <summary>A difference as the last operation: what may have to be zero fails.</summary>
    internal readonly struct SubtractLast : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            Snapped(left - right, left, right, out failed);
    }

    internal readonly struct Multiply : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            Finite(left * right, out failed);
    }

    internal readonly struct Divide : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            Finite(left / right, out failed);
    }

    /// <summary>The words of results, of which those that are not finite failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<ulong> Finite(Vector256<double> result, out Vector256<ulong> failed)
    {
        var exponent = Vector256.Create(Exponent);
        failed = Vector256.Equals(result.AsUInt64() & exponent, exponent);
        return (result + Vector256<double>.Zero).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Snapped(
        Vector256<double> sum, Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed)
    {
        var words = Finite(sum, out failed);
        var isFar = Vector256.GreaterThan(Vector256.Abs(sum), Near * Vector256.MaxNative(Vector256.Abs(left), Vector256.Abs(right)));
        var isZero = Vector256.Equals(sum, Vector256<double>.Zero);
        failed |= ~(isFar | isZero).AsUInt64();
        return words;
    }
}
