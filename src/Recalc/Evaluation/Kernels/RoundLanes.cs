using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Recalc.Evaluation.Kernels;

/// <summary>
/// The kernels of rounding to places, ties away from zero, of the 15 decimal digits that <see cref="Values.DecimalRounding"/> rounds.
/// The right operand is ten to the power of the places, without its sign.
/// </summary>
/// <remarks>
/// Why they agree: the power of ten is exact up to 10^22, so the scaled number is off by half a bit at most, and the 15 digits are off by
/// at most 5e-15 of it. Where it lies further than 1e-14 of it from the middle between two whole numbers, all three round to the same
/// whole number, which is at most 2^46 (beyond it no number lies that far), and the one multiplication or division of it by the power
/// rounds as reading its decimal digits does. Everything nearer, and what is no number, fails.
/// </remarks>
internal static class RoundLanes
{
    /// <summary>The largest power of ten that a double holds exactly.</summary>
    public const int MaxPlaces = 22;

    private const double Near = 1e-14;

    /// <summary>To places behind the point.</summary>
    internal readonly struct Behind : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            Signed(Whole(Vector256.Abs(left) * right, out failed) / right, left);
    }

    /// <summary>To places before the point.</summary>
    internal readonly struct Before : ILaneKernel
    {
        public static bool Coerces => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<ulong> Compute(Vector256<double> left, Vector256<double> right, out Vector256<ulong> failed) =>
            Signed(Whole(Vector256.Abs(left) / right, out failed) * right, left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Whole(Vector256<double> scaled, out Vector256<ulong> failed)
    {
        var half = Vector256.Create(0.5);
        var toMiddle = Vector256.Abs(scaled - Vector256.Floor(scaled) - half);
        failed = ~Vector256.GreaterThan(toMiddle, Near * scaled).AsUInt64();
        return Vector256.Floor(scaled + half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Signed(Vector256<double> magnitude, Vector256<double> number) =>
        ((magnitude | (number & Vector256.Create(-0.0))) + Vector256<double>.Zero).AsUInt64();
}
