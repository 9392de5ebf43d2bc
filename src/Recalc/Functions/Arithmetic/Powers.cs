using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Powers as Excel has them.</summary>
internal static class Powers
{
    /// <summary>A number raised to a power: #NUM! for 0^0 and roots that are not real, #DIV/0! for negative powers of 0.</summary>
    public static Operand Of(double number, double exponent)
    {
        // Squares and square roots are what the processor rounds correctly, in vectors too.
        if (exponent == 2) return number * number;
        if (exponent == 0.5) return Math.Sqrt(number);
        if (number == 0 && exponent <= 0) return exponent == 0 ? ErrorKind.Num : ErrorKind.Div0;
        // The odd roots of negative numbers are real: (-8)^(1/3) is -2.
        var root = Math.Round(1 / exponent);
        if (number < 0 && exponent == 1 / root && Math.Abs(root % 2) == 1) return -Math.Pow(-number, exponent);
        return Math.Pow(number, exponent);
    }
}
