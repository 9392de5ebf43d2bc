using Recalc.Functions.Engineering;
using Recalc.Values;

namespace Recalc.Functions.Arithmetic;

/// <summary>Rounding to multiples of a number.</summary>
internal static class MultipleFunctions
{
    // A quotient that is this close to a whole number, as a share of it, is one: 0.3/0.1 is 3.
    private const double Tolerance = 4e-15;

    public static readonly BodyList Rows = new()
    {
        { "CEILING", NumberBody.Of(2, [], n => Ceiling(n[0], n[1])) },
        { "CEILING.MATH", NumberBody.Of(1, [1, 0], n => Up(n[0], n[1], n[0] < 0 && n[2] != 0)) },
        { "CEILING.PRECISE", NumberBody.Of(1, [1], n => Up(n[0], n[1], false)) },
        { "ISO.CEILING", NumberBody.Of(1, [1], n => Up(n[0], n[1], false)) },
        { "ECMA.CEILING", NumberBody.Of(2, [], n => Up(n[0], n[1], false)) },
        { "FLOOR", NumberBody.Of(2, [], n => Floor(n[0], n[1])) },
        { "FLOOR.MATH", NumberBody.Of(1, [1, 0], n => Down(n[0], n[1], n[0] < 0 && n[2] != 0)) },
        { "FLOOR.PRECISE", NumberBody.Of(1, [1], n => Down(n[0], n[1], false)) },
        { "MROUND", StrictBody.Of(2, [], n => Nearest(n[0], n[1])) },
        { "QUOTIENT", StrictBody.Of(2, [], n => n[1] == 0 ? ErrorKind.Div0 : Math.Truncate(n[0] / n[1])) },
        { "EVEN", NumberBody.Of(n => Math.CopySign(2 * Math.Ceiling(Math.Abs(n) / 2), n)) },
        { "ODD", NumberBody.Of(n => n == 0 ? 1 : Math.CopySign(2 * Math.Ceiling((Math.Abs(n) - 1) / 2) + 1, n)) },
    };

    // A positive number to a negative multiple is what Excel does not do.
    private static Operand Ceiling(double number, double unit)
    {
        if (number == 0 || unit == 0) return 0;
        if (number > 0 && unit < 0) return ErrorKind.Num;
        return Math.Ceiling(Quotient(number, unit)) * unit;
    }

    private static Operand Floor(double number, double unit)
    {
        if (number == 0) return 0;
        if (unit == 0) return ErrorKind.Div0;
        if (number > 0 && unit < 0) return ErrorKind.Num;
        return Math.Floor(Quotient(number, unit)) * unit;
    }

    private static Operand Up(double number, double unit, bool awayFromZero)
    {
        unit = Math.Abs(unit);
        if (number == 0 || unit == 0) return 0;
        var quotient = Quotient(number, unit);
        return (awayFromZero ? Math.Floor(quotient) : Math.Ceiling(quotient)) * unit;
    }

    private static Operand Down(double number, double unit, bool towardZero)
    {
        unit = Math.Abs(unit);
        if (number == 0 || unit == 0) return 0;
        var quotient = Quotient(number, unit);
        return (towardZero ? Math.Ceiling(quotient) : Math.Floor(quotient)) * unit;
    }

    private static Operand Nearest(double number, double unit)
    {
        if (number == 0 || unit == 0) return 0;
        if (number < 0 != unit < 0) return ErrorKind.Num;
        return Math.Round(Quotient(number, unit), MidpointRounding.AwayFromZero) * unit;
    }

    private static double Quotient(double number, double unit)
    {
        var quotient = number / unit;
        var whole = Math.Round(quotient);
        return Math.Abs(quotient - whole) <= Tolerance * Math.Abs(whole) ? whole : quotient;
    }
}
