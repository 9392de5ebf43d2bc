using Recalc.Functions.Special;
using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>Bessel functions of whole orders, which are cut off.</summary>
internal static class BesselFunctions
{
    // Past it the recurrences would take too long; those of the first kind are 0 there.
    private const double LargestOrder = 1_000_000;

    public static readonly BodyList Rows = new()
    {
        { "BESSELI", StrictBody.Of(2, [], n => Bessel(n[0], n[1], BesselPolynomials.I, isEntire: true)) },
        { "BESSELJ", StrictBody.Of(2, [], n => Bessel(n[0], n[1], BesselPolynomials.J, isEntire: true)) },
        { "BESSELK", StrictBody.Of(2, [], n => Bessel(n[0], n[1], BesselPolynomials.K, isEntire: false)) },
        { "BESSELY", StrictBody.Of(2, [], n => Bessel(n[0], n[1], BesselPolynomials.Y, isEntire: false)) },
    };

    // Those of the second kind are infinite at 0.
    private static Operand Bessel(double x, double order, Func<int, double, double> function, bool isEntire)
    {
        order = Math.Truncate(order);
        if (order < 0 || (!isEntire && x <= 0)) return ErrorKind.Num;
        if (order > LargestOrder) return isEntire ? 0 : ErrorKind.Num;
        return function((int)order, x);
    }
}
