using System.Globalization;

namespace Recalc.Values;

/// <summary>A number as 15 decimal digits, which is how Excel shows, compares and rounds numbers that it holds in binary.</summary>
internal static class SignificantDigits
{
    /// <summary>The digits of a number that Excel looks at.</summary>
    public const int Count = 15;

    /// <summary>Room for the longest <c>E</c> form: sign, digits, point, <c>E</c>, sign, three digits.</summary>
    public const int MaxLength = Count + 7;

    // Numbers further apart than this differ in 15 digits; 1e-14 is ten times what the 15th digit of 1.00… is worth.
    private const double Near = 1e-14;

    /// <summary>The number rounded to 15 significant decimal digits, ties away from zero.</summary>
    public static double Round(double number)
    {
        Span<char> digits = stackalloc char[MaxLength];
        return double.Parse(digits[..Write(digits, number)], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Compares as Excel's operators do: numbers with the same 15 digits are equal.</summary>
    public static int Compare(double left, double right)
    {
        if (left == right) return 0;
        if (Math.Abs(left - right) > Near * Math.Max(Math.Abs(left), Math.Abs(right))) return left < right ? -1 : 1;
        return Round(left).CompareTo(Round(right));
    }

    /// <summary>
    /// What a sum or difference becomes as the last operation of a formula: zero, when it is what two numbers of the same 15 digits
    /// leave (<c>0.5-0.4-0.1</c> is 0).
    /// </summary>
    /// <param name="sum">The sum of the operands as computed.</param>
    /// <param name="left">The first operand.</param>
    /// <param name="right">What was added to it; for a difference the negated subtrahend.</param>
    public static double Snap(double sum, double left, double right) =>
        sum != 0 && Math.Sign(left) == -Math.Sign(right) && Compare(left, -right) == 0 ? 0 : sum;

    /// <summary>Writes <c>d.ddddddddddddddE+ddd</c>, ties of the exact binary value away from zero.</summary>
    public static int Write(Span<char> destination, double number)
    {
        number.TryFormat(destination, out var written, "E14", CultureInfo.InvariantCulture);
        return written;
    }
}
