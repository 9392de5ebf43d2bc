using System.Collections.Frozen;

namespace Recalc.Functions;

/// <summary>
/// The functions that came with Excel's Analysis ToolPak, and those that were modelled on them. Where they want a single value they take an
/// array and are repeated for its elements, as others are, but of several cells they make #VALUE!, and
/// where an argument that must be given is left out between commas #N/A. Immutable; thread-safe.
/// </summary>
internal static class ToolPakFunctions
{
    public static FrozenSet<string> Names { get; } = FrozenSet.ToFrozenSet(
    [
        "ACCRINT", "ACCRINTM", "AMORDEGRC", "AMORLINC", "COUPDAYBS", "COUPDAYS", "COUPDAYSNC", "COUPNCD", "COUPNUM", "COUPPCD", "CUMIPMT", "CUMPRINC",
        "DISC", "DOLLARDE", "DOLLARFR", "DURATION", "EFFECT", "INTRATE", "MDURATION", "NOMINAL", "ODDFPRICE", "ODDFYIELD", "ODDLPRICE", "ODDLYIELD",
        "PRICE", "PRICEDISC", "PRICEMAT", "RECEIVED", "TBILLEQ", "TBILLPRICE", "TBILLYIELD", "YIELD", "YIELDDISC", "YIELDMAT",
        "EDATE", "EOMONTH", "NETWORKDAYS", "NETWORKDAYS.INTL", "WEEKNUM", "WORKDAY", "WORKDAY.INTL", "YEARFRAC",
        "FACTDOUBLE", "ISEVEN", "ISODD", "MROUND", "QUOTIENT", "RANDBETWEEN", "SERIESSUM", "SQRTPI",
        "BESSELI", "BESSELJ", "BESSELK", "BESSELY", "BIN2DEC", "BIN2HEX", "BIN2OCT", "COMPLEX", "CONVERT", "DEC2BIN", "DEC2HEX", "DEC2OCT", "DELTA",
        "ERF", "ERF.PRECISE", "ERFC", "ERFC.PRECISE", "GESTEP", "HEX2BIN", "HEX2DEC", "HEX2OCT", "OCT2BIN", "OCT2DEC", "OCT2HEX",
        "IMABS", "IMAGINARY", "IMARGUMENT", "IMCONJUGATE", "IMCOS", "IMCOSH", "IMCOT", "IMCSC", "IMCSCH", "IMDIV", "IMEXP", "IMLN", "IMLOG10", "IMLOG2",
        "IMPOWER", "IMREAL", "IMSEC", "IMSECH", "IMSIN", "IMSINH", "IMSQRT", "IMSUB", "IMTAN",
    ], StringComparer.Ordinal);

    /// <summary>Those to which an argument that is left out is 0.</summary>
    public static FrozenSet<string> Lenient { get; } = FrozenSet.ToFrozenSet(["YEARFRAC"], StringComparer.Ordinal);
}
