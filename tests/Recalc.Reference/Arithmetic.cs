using System.Globalization;
using System.Numerics;
using Recalc.Syntax;
using Recalc.Values;

namespace Recalc.Reference;

/// <summary>Operators over single values, comparison, and rounding.</summary>
internal static class Arithmetic
{
    // Windows' order of ASCII, which knows no case: punctuation, digits, letters. Other characters follow by number.
    private const string Order = "'- !\"#$%&()*,./:;?@[\\]^_`{|}~+<=>0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int LongestText = 32_767;

    public static readonly Dictionary<SyntaxKind, Func<CellValue, CellValue, CellValue>> Operators = new()
    {
        [SyntaxKind.Add] = (a, b) => Convert.ToNumber(a) + Convert.ToNumber(b),
        [SyntaxKind.Subtract] = (a, b) => Convert.ToNumber(a) - Convert.ToNumber(b),
        [SyntaxKind.Multiply] = (a, b) => Convert.ToNumber(a) * Convert.ToNumber(b),
        [SyntaxKind.Divide] = (a, b) => Divide(Convert.ToNumber(a), Convert.ToNumber(b)),
        [SyntaxKind.Power] = (a, b) => Power(Convert.ToNumber(a), Convert.ToNumber(b)),
        [SyntaxKind.Concatenate] = Concatenate,
        [SyntaxKind.Equal] = (a, b) => Compare(a, b) == 0,
        [SyntaxKind.NotEqual] = (a, b) => Compare(a, b) != 0,
        [SyntaxKind.Less] = (a, b) => Compare(a, b) < 0,
        [SyntaxKind.LessOrEqual] = (a, b) => Compare(a, b) <= 0,
        [SyntaxKind.Greater] = (a, b) => Compare(a, b) > 0,
        [SyntaxKind.GreaterOrEqual] = (a, b) => Compare(a, b) >= 0,
    };

    public static CellValue AddLast(CellValue left, CellValue right) => Snap(Convert.ToNumber(left), Convert.ToNumber(right));
    public static CellValue SubtractLast(CellValue left, CellValue right) => Snap(Convert.ToNumber(left), -Convert.ToNumber(right));

    // Two numbers of the same 15 digits leave nothing: 1-0.9-0.1 is 0 (but (1-0.9-0.1) is not, for the parentheses come last).
    private static double Snap(double a, double b) => Convert.Round15(a) == -Convert.Round15(b) ? 0 : a + b;

    public static CellValue Divide(double a, double b) => b == 0 ? ErrorKind.Div0 : a / b;

    public static CellValue Power(double a, double b)
    {
        if (a == 0 && b == 0) return ErrorKind.Num;
        if (a == 0 && b < 0) return ErrorKind.Div0;
        // The odd roots of negative numbers are real: (-8)^(1/3) is -2.
        var root = Math.Round(1 / b);
        if (a < 0 && b == 1 / root && Math.Abs(root % 2) == 1) return -Math.Pow(-a, b);
        return Math.Pow(a, b);                                                  // NaN and infinity become #NUM!
    }

    private static CellValue Concatenate(CellValue left, CellValue right)
    {
        var text = Convert.ToText(left) + Convert.ToText(right);
        return text.Length > LongestText ? ErrorKind.Value : text;
    }

    /// <summary>Number before text before logical; nothing is converted; blank is the 0, "" or FALSE of the other's kind.</summary>
    public static int Compare(CellValue left, CellValue right)
    {
        if (left.Kind == CellValueKind.Error) throw new FormulaError(left.AsError());
        if (right.Kind == CellValueKind.Error) throw new FormulaError(right.AsError());
        left = left.IsBlank ? ZeroOf(right) : left;
        right = right.IsBlank ? ZeroOf(left) : right;
        if (left.Kind != right.Kind) return left.Kind.CompareTo(right.Kind);    // declared in this order
        return left.Kind switch
        {
            CellValueKind.Number => Convert.Round15(left.AsNumber()).CompareTo(Convert.Round15(right.AsNumber())),
            CellValueKind.Text => Compare(left.AsText(), right.AsText()),
            CellValueKind.Logical => left.AsLogical().CompareTo(right.AsLogical()),
            _ => 0,
        };
    }

    private static CellValue ZeroOf(CellValue other) => other.Kind switch
    {
        CellValueKind.Number => 0,
        CellValueKind.Text => "",
        CellValueKind.Logical => false,
        _ => default,
    };

    /// <summary>By weights without hyphens and apostrophes; where that leaves nothing, the text with more of them comes later.</summary>
    public static int Compare(string left, string right)
    {
        var order = CompareWeights(Plain(left), Plain(right));
        return order != 0 ? order : CompareWeights(left, right) == 0 ? 0 : left.Length != right.Length ? left.Length.CompareTo(right.Length)
            : StringComparer.OrdinalIgnoreCase.Compare(left, right);
    }

    private static string Plain(string text) => string.Concat(text.Where(c => c is not ('-' or '\'')));

    private static int CompareWeights(string left, string right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = Weight(left[i]).CompareTo(Weight(right[i]));
            if (order != 0) return order;
        }
        return left.Length.CompareTo(right.Length);
    }

    private static int Weight(char c)
    {
        c = char.ToUpperInvariant(c);
        var place = Order.IndexOf(c, StringComparison.Ordinal);
        return c < ' ' ? c - ' ' : place >= 0 ? place : Order.Length + c;
    }

    /// <summary>
    /// Rounds the decimal number of 15 digits that Excel shows, not the binary one: 2.675 to two places is 2.68. <paramref name="up"/> says
    /// from which fraction of a unit on the magnitude grows.
    /// </summary>
    public static double Round(double number, int places, Rounding up)
    {
        var (text, exponent) = Convert.Split(number, 15);
        var digits = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        var excess = 14L - exponent - places;
        if (excess <= 0) return number;
        var unit = BigInteger.Pow(10, (int)Math.Min(excess, 18));               // all digits are less than half of such a unit
        var (whole, rest) = BigInteger.DivRem(digits, unit);
        if (up == Rounding.Away ? !rest.IsZero : up == Rounding.Nearest && 2 * rest >= unit) whole++;
        return Math.Sign(number) * double.Parse($"{whole}E{-places}", CultureInfo.InvariantCulture);
    }

    /// <summary>TRUNC drops digits of the binary number scaled up, as it is: 0.6*3 has 1.8 to one place, and 0.4*1+0.6*3 has 2.1.</summary>
    public static double Truncate(double number, int places)
    {
        var unit = Math.Pow(10, Math.Abs(places));
        if (places < 0) return double.IsFinite(unit) ? Math.Truncate(number / unit) * unit : 0;
        var scaled = number * unit;
        return double.IsFinite(scaled) ? Math.Truncate(scaled) / unit : number;
    }
}

/// <summary>What becomes of the digits that rounding drops.</summary>
internal enum Rounding
{
    TowardZero,
    Nearest,
    Away,
}
