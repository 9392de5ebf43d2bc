using MathNet.Numerics;
using Recalc.Values;

namespace Recalc.Functions.Engineering;

/// <summary>Bessel functions of whole orders, which are cut off.</summary>
internal static class BesselFunctions
{
    public static readonly BodyList Rows = new()
    {
        { "BESSELI", StrictBody.Of(2, [], n => Bessel(n[0], n[1], SpecialFunctions.BesselI, isEntire: true)) },
        { "BESSELJ", StrictBody.Of(2, [], n => Bessel(n[0], n[1], SpecialFunctions.BesselJ, isEntire: true)) },
        { "BESSELK", StrictBody.Of(2, [], n => Bessel(n[0], n[1], SpecialFunctions.BesselK, isEntire: false)) },
        { "BESSELY", StrictBody.Of(2, [], n => Bessel(n[0], n[1], SpecialFunctions.BesselY, isEntire: false)) },
    };

    // The functions of the first kind are even or odd, as their order is; those of the second kind are infinite at 0.
    private static Operand Bessel(double x, double order, Func<double, double, double> function, bool isEntire)
    {
        order = Math.Truncate(order);
        if (order < 0 || (!isEntire && x <= 0)) return ErrorKind.Num;
        var value = function(order, Math.Abs(x));
        return x < 0 && order % 2 != 0 ? -value : value;
    }
}
