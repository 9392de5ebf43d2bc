using Recalc.Functions;

namespace Recalc.Tests.Functions;

public class FunctionLibraryTests
{
    private const string Present =
        "SUM AVERAGE COUNT COUNTA COUNTBLANK MIN MAX PRODUCT SUMPRODUCT ROUND ROUNDUP ROUNDDOWN TRUNC INT ABS MOD SQRT EXP LN LOG LOG10 " +
        "POWER SIGN PI AND OR XOR NOT TRUE FALSE INDEX MATCH VLOOKUP HLOOKUP SUMIF COUNTIF AVERAGEIF SUMIFS COUNTIFS AVERAGEIFS MAXIFS " +
        "MINIFS ROW COLUMN ROWS COLUMNS LEFT RIGHT MID LEN REPT CONCATENATE UPPER LOWER TRIM EXACT TODAY NOW NA ISERROR ISNA ISERR " +
        "ISNUMBER ISTEXT ISBLANK ISLOGICAL ISNONTEXT SEQUENCE " +
        "CHAR CODE UNICHAR UNICODE PROPER CLEAN ASC DBCS JIS FIND FINDB SEARCH SEARCHB REPLACE REPLACEB SUBSTITUTE CONCAT TEXTJOIN " +
        "ARRAYTOTEXT VALUETOTEXT TEXTBEFORE TEXTAFTER TEXTSPLIT VALUE NUMBERVALUE T TEXT FIXED DOLLAR USDOLLAR LENB LEFTB RIGHTB MIDB " +
        "DATE YEAR MONTH DAY EDATE EOMONTH WEEKDAY WEEKNUM ISOWEEKNUM DATEVALUE TIMEVALUE TIME HOUR MINUTE SECOND DAYS DAYS360 DATEDIF " +
        "YEARFRAC NETWORKDAYS NETWORKDAYS.INTL WORKDAY WORKDAY.INTL TYPE ERROR.TYPE N ISODD ISEVEN ISREF CELL INFO OFFSET INDIRECT AREAS BYCOL BYROW ISOMITTED MAKEARRAY MAP REDUCE SCAN " +
        "CEILING CEILING.MATH CEILING.PRECISE ISO.CEILING ECMA.CEILING FLOOR FLOOR.MATH FLOOR.PRECISE MROUND QUOTIENT EVEN ODD FACT " +
        "FACTDOUBLE COMBIN COMBINA PERMUT PERMUTATIONA MULTINOMIAL GCD LCM SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 SERIESSUM SQRTPI PERCENTOF " +
        "MMULT MDETERM MINVERSE MUNIT RAND RANDBETWEEN RANDARRAY ROMAN ARABIC BASE DECIMAL DEGREES RADIANS SIN COS TAN COT SEC CSC " +
        "ASIN ACOS ATAN ATAN2 ACOT SINH COSH TANH COTH SECH CSCH ASINH ACOSH ATANH ACOTH SUBTOTAL AGGREGATE AVERAGEA MAXA MINA STDEV " +
        "STDEV.S STDEVA STDEVP STDEV.P STDEVPA VAR VAR.S VARA VARP VAR.P VARPA DEVSQ AVEDEV GEOMEAN HARMEAN SKEW SKEW.P KURT " +
        "STANDARDIZE FISHER FISHERINV MEDIAN MODE MODE.SNGL MODE.MULT LARGE SMALL PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE " +
        "QUARTILE.INC QUARTILE.EXC TRIMMEAN RANK RANK.EQ RANK.AVG PERCENTRANK PERCENTRANK.INC PERCENTRANK.EXC FREQUENCY CORREL PEARSON " +
        "RSQ COVAR COVARIANCE.P COVARIANCE.S SLOPE INTERCEPT STEYX FORECAST FORECAST.LINEAR LINEST LOGEST TREND GROWTH";

    private static readonly FunctionBody Nothing = (_, _) => 0;

    private static bool IsLazy(FunctionDeclaration function) =>
        Enumerable.Range(0, function.Signature.Count).Any(i => function.KindOf(i) is ArgumentKind.Lazy or ArgumentKind.Definition);

    [Fact]
    public void These_functions_have_bodies() =>
        Assert.Equal(
            Present.Split(' ').Order(StringComparer.Ordinal),
            FunctionCatalog.All.Where(f => FunctionLibrary.Find(f.Id) is not null).Select(f => f.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Lazy_functions_have_none() =>
        Assert.All(
            FunctionCatalog.All.Where(IsLazy),
            f => Assert.Null(FunctionLibrary.Find(f.Id)));

    [Fact]
    public void A_body_without_a_declaration_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => FunctionLibrary.Resolve([new BodyList { { "SUMM", Nothing } }]));
        Assert.Contains("SUMM", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_body_is_refused()
    {
        BodyList sums = new() { { "SUM", Nothing } };
        Assert.Throws<InvalidOperationException>(() => FunctionLibrary.Resolve([sums, sums]));
    }

    [Fact]
    public void A_body_is_found_by_the_id_of_its_name()
    {
        BodyList sums = new() { { "SUM", Nothing } };
        FunctionCatalog.TryFind("SUM", out var sum);
        var bodies = FunctionLibrary.Resolve([sums]);
        Assert.Same(Nothing, bodies[sum!.Id]);
        Assert.Single(bodies, b => b is not null);
    }
}
