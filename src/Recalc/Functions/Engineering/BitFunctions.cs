using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>The bits of whole numbers below 2^48, and comparisons that yield 1 or 0.</summary>
internal static class BitFunctions
{
    private const int LongestShift = 53;
    private const double End = 1L << 48;

    public static readonly BodyList Rows = new()
    {
        { "BITAND", NumberBody.Of(2, [], n => AreBits(n[0], n[1]) ? (long)n[0] & (long)n[1] : ErrorKind.Num) },
        { "BITOR", NumberBody.Of(2, [], n => AreBits(n[0], n[1]) ? (long)n[0] | (long)n[1] : ErrorKind.Num) },
        { "BITXOR", NumberBody.Of(2, [], n => AreBits(n[0], n[1]) ? (long)n[0] ^ (long)n[1] : ErrorKind.Num) },
        { "BITLSHIFT", NumberBody.Of(2, [], n => Shift(n[0], Math.Truncate(n[1]))) },
        { "BITRSHIFT", NumberBody.Of(2, [], n => Shift(n[0], -Math.Truncate(n[1]))) },
        { "DELTA", StrictBody.Of(1, [0], n => n[0] == n[1] ? 1 : 0) },
        { "GESTEP", StrictBody.Of(1, [0], n => n[0] >= n[1] ? 1 : 0) },
    };

    private static bool AreBits(double left, double right) => IsBits(left) && IsBits(right);

    private static bool IsBits(double number) => number is >= 0 and < End && Math.Floor(number) == number;

    // To the left when positive.
    private static Operand Shift(double number, double places)
    {
        if (!IsBits(number) || Math.Abs(places) > LongestShift) return ErrorKind.Num;
        var shifted = Math.Floor(Math.ScaleB(number, (int)places));
        return shifted < End ? shifted : ErrorKind.Num;
    }
}
