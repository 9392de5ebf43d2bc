using System.Runtime.CompilerServices;
using Recalc.Functions;
using Recalc.Syntax;
using Recalc.Values;
using CallSite = Recalc.Functions.CallSite;

namespace Recalc.Evaluation;

/// <summary>
/// Operators over single values. An operand that is an error is the result, with its explanation; of two the left one. Arrays and areas
/// are the business of <see cref="Lifting"/>.
/// </summary>
internal static class Operators
{
    /// <summary>Applies <c>-x</c>, <c>x%</c> or <c>+x</c>, which changes nothing, not even text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Operand Unary(SyntaxKind kind, in Operand operand, CallSite site)
    {
        if (kind == SyntaxKind.UnaryPlus) return operand;
        return operand.IsNumber ? OfNumber(kind, operand.Word.Number) : UnaryOfAny(kind, operand, site);
    }

    /// <summary>Applies an operator of arithmetic, of texts or of comparison.</summary>
    /// <param name="kind">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="isLast">True for the last operation of a formula: a sum that only rounding keeps from zero is then zero.</param>
    /// <param name="site">Where the formula stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Operand Binary(SyntaxKind kind, in Operand left, in Operand right, bool isLast, CallSite site) =>
        left.IsNumber && right.IsNumber && kind != SyntaxKind.Concatenate
            ? OfNumbers(kind, left.Word.Number, right.Word.Number, isLast)
            : BinaryOfAny(kind, left, right, isLast, site);

    /// <summary>Reads an operand as a number, as arithmetic does; false with the error that the result is.</summary>
    public static bool TryToNumber(in Operand operand, CallSite site, out double number, out Operand error)
    {
        number = 0;
        error = operand;
        if (!IsValue(operand, ref error)) return false;
        var conversion = new TextConversion(site.DateSystem == DateSystem.From1904);
        if (Coercion.TryToNumber(operand.Value, conversion, out number, out var kind)) return true;
        error = kind;
        return false;
    }

    // What is neither a value nor an error yet, such as a function that was not called, cannot be computed with.
    private static bool IsValue(in Operand operand, ref Operand error)
    {
        if (operand.IsError || operand.IsBlocked) return false;
        if (operand.Word.Tag is WordTag.Number or WordTag.Atom or WordTag.Text) return true;
        error = ErrorKind.Value;
        return false;
    }

    private static Operand OfNumber(SyntaxKind kind, double number) => kind switch
    {
        SyntaxKind.Negate => -number,
        SyntaxKind.Percent => number / 100,
        _ => throw NoOperator(kind),
    };

    private static Operand UnaryOfAny(SyntaxKind kind, in Operand operand, CallSite site) =>
        TryToNumber(operand, site, out var number, out var error) ? OfNumber(kind, number) : error;

    private static Operand OfNumbers(SyntaxKind kind, double left, double right, bool isLast) => kind switch
    {
        SyntaxKind.Add => isLast ? SignificantDigits.Snap(left + right, left, right) : left + right,
        SyntaxKind.Subtract => isLast ? SignificantDigits.Snap(left - right, left, -right) : left - right,
        SyntaxKind.Multiply => left * right,
        SyntaxKind.Divide => right == 0 ? ErrorKind.Div0 : left / right,
        SyntaxKind.Power => Power(left, right),
        _ => Decide(kind, SignificantDigits.Compare(left, right)),
    };

    private static Operand BinaryOfAny(SyntaxKind kind, in Operand left, in Operand right, bool isLast, CallSite site)
    {
        var error = left;
        switch (kind)
        {
            case SyntaxKind.Concatenate:
                if (!IsValue(left, ref error)) return error;
                error = right;
                return IsValue(right, ref error) ? TextJoin.Concatenate(left, right, site) : error;
            case SyntaxKind.Add or SyntaxKind.Subtract or SyntaxKind.Multiply or SyntaxKind.Divide or SyntaxKind.Power:
                if (!TryToNumber(left, site, out var first, out error)) return error;
                if (!TryToNumber(right, site, out var second, out error)) return error;
                return OfNumbers(kind, first, second, isLast);
            default:
                if (!IsValue(left, ref error)) return error;
                error = right;
                if (!IsValue(right, ref error)) return error;
                ValueComparer.TryCompare(left.Value, right.Value, out var order, out _);
                return Decide(kind, order);
        }
    }

    private static Operand Decide(SyntaxKind kind, int order) => kind switch
    {
        SyntaxKind.Equal => order == 0,
        SyntaxKind.NotEqual => order != 0,
        SyntaxKind.Less => order < 0,
        SyntaxKind.LessOrEqual => order <= 0,
        SyntaxKind.Greater => order > 0,
        SyntaxKind.GreaterOrEqual => order >= 0,
        _ => throw NoOperator(kind),
    };

    private static Operand Power(double number, double exponent)
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

    private static ArgumentOutOfRangeException NoOperator(SyntaxKind kind) => new(nameof(kind), kind, "This is no operator over values.");
}
