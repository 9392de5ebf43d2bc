using Recalc.Values;

namespace Recalc.Evaluation.Kernels;

/// <summary>
/// Functions over up to 1,024 lanes of numbers; as <see cref="BinaryKernels"/>: lanes that do not fail have the bits that the function
/// gives, the others are its business.
/// </summary>
internal static class FunctionKernels
{
    /// <summary>ABS.</summary>
    public static int Absolute(in LaneSource operand, Span<ulong> result, Span<ulong> failed) =>
        LaneLoop.Run<FunctionLanes.Absolute>(operand, operand, result, failed);

    /// <summary>INT.</summary>
    public static int Floor(in LaneSource operand, Span<ulong> result, Span<ulong> failed) =>
        LaneLoop.Run<FunctionLanes.Floor>(operand, operand, result, failed);

    /// <summary>SQRT.</summary>
    public static int SquareRoot(in LaneSource operand, Span<ulong> result, Span<ulong> failed) =>
        LaneLoop.Run<FunctionLanes.SquareRoot>(operand, operand, result, failed);

    /// <summary>NOT.</summary>
    public static int Not(in LaneSource operand, Span<ulong> result, Span<ulong> failed) =>
        LaneLoop.Run<FunctionLanes.Not>(operand, operand, result, failed);

    /// <summary>MIN of two numbers.</summary>
    public static int Minimum(in LaneSource left, in LaneSource right, Span<ulong> result, Span<ulong> failed) =>
        LaneLoop.Run<FunctionLanes.Minimum>(left, right, result, failed);

    /// <summary>MAX of two numbers.</summary>
    public static int Maximum(in LaneSource left, in LaneSource right, Span<ulong> result, Span<ulong> failed) =>
        LaneLoop.Run<FunctionLanes.Maximum>(left, right, result, failed);

    /// <summary>ROUND to a number of places, as <see cref="DecimalRounding.Round"/>. False when it has no kernel for so many.</summary>
    public static bool TryRound(in LaneSource operand, int places, Span<ulong> result, Span<ulong> failed, out int count)
    {
        count = 0;
        if (Math.Abs((long)places) > RoundLanes.MaxPlaces) return false;
        var power = new LaneSource(CellWord.FromNumber(Math.Pow(10, Math.Abs(places))).Bits);
        count = places >= 0
            ? LaneLoop.Run<RoundLanes.Behind>(operand, power, result, failed)
            : LaneLoop.Run<RoundLanes.Before>(operand, power, result, failed);
        return true;
    }
}
