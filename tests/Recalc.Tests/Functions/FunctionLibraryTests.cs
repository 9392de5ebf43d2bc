using Recalc.Functions;

namespace Recalc.Tests.Functions;

public class FunctionLibraryTests
{
    /// <summary>One line or some a file of bodies.</summary>
    private static readonly string[] Present =
    [
        "PV FV PMT NPER RATE IPMT PPMT ISPMT CUMIPMT CUMPRINC EFFECT NOMINAL RRI PDURATION",
        "NPV IRR MIRR XNPV XIRR FVSCHEDULE",
        "SLN SYD DB DDB VDB",
        "SUM SUMIF SUMIFS PRODUCT SUMPRODUCT ABS SIGN SQRT EXP LN LOG10 LOG POWER MOD PI SEQUENCE",
        "FACT FACTDOUBLE COMBIN COMBINA PERMUT PERMUTATIONA MULTINOMIAL GCD LCM",
        "MMULT MDETERM MINVERSE MUNIT",
        "CEILING CEILING.MATH CEILING.PRECISE ISO.CEILING ECMA.CEILING FLOOR FLOOR.MATH FLOOR.PRECISE MROUND QUOTIENT EVEN ODD",
        "ROMAN ARABIC BASE DECIMAL",
        "RAND RANDBETWEEN RANDARRAY",
        "ROUND ROUNDUP ROUNDDOWN TRUNC INT",
        "SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 SERIESSUM SQRTPI PERCENTOF",
        "DATE YEAR MONTH DAY EDATE EOMONTH WEEKDAY WEEKNUM ISOWEEKNUM DATEVALUE TIMEVALUE",
        "TODAY NOW",
        "DAYS DAYS360 DATEDIF YEARFRAC",
        "TIME HOUR MINUTE SECOND",
        "NETWORKDAYS NETWORKDAYS.INTL WORKDAY WORKDAY.INTL",
        "NA ISBLANK ISERROR ISNA ISERR ISNUMBER ISTEXT ISNONTEXT ISLOGICAL",
        "TYPE ERROR.TYPE N ISODD ISEVEN ISREF CELL INFO",
        "ISFORMULA FORMULATEXT SHEET SHEETS",
        "BAHTTEXT REGEXTEST REGEXEXTRACT REGEXREPLACE ENCODEURL PHONETIC",
        "MAP REDUCE SCAN BYROW BYCOL MAKEARRAY ISOMITTED",
        "TRUE FALSE NOT AND OR XOR",
        "LOOKUP XMATCH XLOOKUP",
        "MATCH VLOOKUP HLOOKUP INDEX",
        "ROW COLUMN AREAS ROWS COLUMNS HYPERLINK",
        "OFFSET INDIRECT",
        "FILTER UNIQUE SORT SORTBY",
        "TRANSPOSE TAKE DROP CHOOSEROWS CHOOSECOLS EXPAND TRIMRANGE",
        "HSTACK VSTACK TOROW TOCOL WRAPROWS WRAPCOLS",
        "LINEST LOGEST TREND GROWTH",
        "MEDIAN MODE MODE.SNGL MODE.MULT LARGE SMALL PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE QUARTILE.INC",
        "QUARTILE.EXC TRIMMEAN RANK RANK.EQ RANK.AVG PERCENTRANK PERCENTRANK.INC PERCENTRANK.EXC FREQUENCY",
        "CORREL PEARSON RSQ COVAR COVARIANCE.P COVARIANCE.S SLOPE INTERCEPT STEYX FORECAST FORECAST.LINEAR",
        "AVERAGEA MAXA MINA STDEV STDEV.S STDEVA STDEVP STDEV.P STDEVPA VAR VAR.S VARA VARP VAR.P VARPA DEVSQ AVEDEV GEOMEAN",
        "HARMEAN SKEW SKEW.P KURT STANDARDIZE FISHER FISHERINV",
        "AVERAGE MIN MAX COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS AVERAGEIF AVERAGEIFS MAXIFS MINIFS",
        "SUBTOTAL AGGREGATE",
        "CHAR CODE UNICHAR UNICODE PROPER CLEAN ASC DBCS JIS",
        "VALUE NUMBERVALUE T",
        "TEXT FIXED DOLLAR USDOLLAR",
        "CONCAT TEXTJOIN ARRAYTOTEXT VALUETOTEXT",
        "TEXTBEFORE TEXTAFTER",
        "FIND FINDB SEARCH SEARCHB REPLACE REPLACEB SUBSTITUTE",
        "LENB LEFTB RIGHTB MIDB LEN LEFT RIGHT MID REPT CONCATENATE UPPER LOWER TRIM EXACT",
        "TEXTSPLIT",
        "DEGREES RADIANS SIN COS TAN COT SEC CSC ASIN ACOS ATAN ATAN2 ACOT SINH COSH TANH COTH SECH CSCH ASINH ACOSH ATANH",
        "ACOTH",
    ];

    private static readonly FunctionBody Nothing = (_, _) => 0;

    private static bool IsLazy(FunctionDeclaration function) =>
        Enumerable.Range(0, function.Signature.Count).Any(i => function.KindOf(i) is ArgumentKind.Lazy or ArgumentKind.Definition);

    [Fact]
    public void These_functions_have_bodies() =>
        Assert.Equal(
            Present.SelectMany(line => line.Split(' ')).Order(StringComparer.Ordinal),
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
