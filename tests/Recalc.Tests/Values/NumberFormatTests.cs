using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class NumberFormatTests
{
    [Theory]
    [InlineData("General", NumberFormatKind.General)]
    [InlineData("GENERAL", NumberFormatKind.General)]
    [InlineData("", NumberFormatKind.General)]
    [InlineData("General\" units\"", NumberFormatKind.General)]
    [InlineData("[Red]General", NumberFormatKind.General)]
    [InlineData("0", NumberFormatKind.Number)]
    [InlineData("0.00", NumberFormatKind.Number)]
    [InlineData("#,##0", NumberFormatKind.Number)]
    [InlineData("#,##0.00", NumberFormatKind.Number)]
    [InlineData("#,##0_);(#,##0)", NumberFormatKind.Number)]
    [InlineData("#,##0_);[Red](#,##0)", NumberFormatKind.Number)]
    [InlineData("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", NumberFormatKind.Number)]
    [InlineData("0\" kg\"", NumberFormatKind.Number)]
    [InlineData("0\\m", NumberFormatKind.Number)]
    [InlineData("0\" days\"", NumberFormatKind.Number)]
    [InlineData("\"yes\";\"yes\";\"no\"", NumberFormatKind.Number)]
    [InlineData(";;;", NumberFormatKind.Number)]
    [InlineData("[>=1000]#,##0,\"K\";0", NumberFormatKind.Number)]
    [InlineData("000-00-0000", NumberFormatKind.Number)]
    [InlineData("[Color10]0", NumberFormatKind.Number)]
    [InlineData("0;-0;;@", NumberFormatKind.Number)]
    [InlineData("0%", NumberFormatKind.Percent)]
    [InlineData("0.00%", NumberFormatKind.Percent)]
    [InlineData("0.0%;[Red]-0.0%", NumberFormatKind.Percent)]
    [InlineData("0.00E+00", NumberFormatKind.Scientific)]
    [InlineData("##0.0E+0", NumberFormatKind.Scientific)]
    [InlineData("0.00e-00", NumberFormatKind.Scientific)]
    [InlineData("# ?/?", NumberFormatKind.Fraction)]
    [InlineData("# ??/??", NumberFormatKind.Fraction)]
    [InlineData("# ?/16", NumberFormatKind.Fraction)]
    [InlineData("0/4", NumberFormatKind.Fraction)]
    [InlineData("$#,##0", NumberFormatKind.Currency)]
    [InlineData("\"$\"#,##0.00_);\\(\"$\"#,##0.00\\)", NumberFormatKind.Currency)]
    [InlineData("#,##0.00 [$€-407]", NumberFormatKind.Currency)]
    [InlineData("[$£-809]#,##0.00", NumberFormatKind.Currency)]
    [InlineData("[$USD] #,##0.00", NumberFormatKind.Currency)]
    [InlineData("€ 0.00", NumberFormatKind.Currency)]
    [InlineData("\\$0", NumberFormatKind.Currency)]
    [InlineData("_(\"$\"* #,##0_);_(\"$\"* \\(#,##0\\);_(\"$\"* \"-\"_);_(@_)", NumberFormatKind.Currency)]
    [InlineData("yyyy-mm-dd", NumberFormatKind.Date)]
    [InlineData("m/d/yyyy", NumberFormatKind.Date)]
    [InlineData("mm-dd-yy", NumberFormatKind.Date)]
    [InlineData("d-mmm-yy", NumberFormatKind.Date)]
    [InlineData("d-mmm", NumberFormatKind.Date)]
    [InlineData("mmm-yy", NumberFormatKind.Date)]
    [InlineData("mmmm", NumberFormatKind.Date)]
    [InlineData("m", NumberFormatKind.Date)]
    [InlineData("dddd", NumberFormatKind.Date)]
    [InlineData("YYYY", NumberFormatKind.Date)]
    [InlineData("[$-409]d-mmm-yy;@", NumberFormatKind.Date)]
    [InlineData("[$-F800]dddd, mmmm dd, yyyy", NumberFormatKind.Date)]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", NumberFormatKind.Date)]
    [InlineData("[$-411]ge.m.d", NumberFormatKind.Date)]
    [InlineData("bbbb", NumberFormatKind.Date)]
    [InlineData("h:mm", NumberFormatKind.Time)]
    [InlineData("h:mm:ss", NumberFormatKind.Time)]
    [InlineData("h:mm AM/PM", NumberFormatKind.Time)]
    [InlineData("h:mm:ss A/P", NumberFormatKind.Time)]
    [InlineData("h AM/PM", NumberFormatKind.Time)]
    [InlineData("mm:ss", NumberFormatKind.Time)]
    [InlineData("mm:ss.0", NumberFormatKind.Time)]
    [InlineData("[h]:mm:ss", NumberFormatKind.Time)]
    [InlineData("[hh]:mm", NumberFormatKind.Time)]
    [InlineData("[mm]:ss", NumberFormatKind.Time)]
    [InlineData("[ss].00", NumberFormatKind.Time)]
    [InlineData("[$-F400]h:mm:ss\\ AM/PM", NumberFormatKind.Time)]
    [InlineData("m/d/yy h:mm", NumberFormatKind.DateTime)]
    [InlineData("yyyy-mm-dd\"T\"hh:mm:ss", NumberFormatKind.DateTime)]
    [InlineData("h:mm m/d", NumberFormatKind.DateTime)]
    [InlineData("dd hh:mm:ss.000", NumberFormatKind.DateTime)]
    [InlineData("@", NumberFormatKind.Text)]
    [InlineData("\"<\"@\">\"", NumberFormatKind.Text)]
    public void A_code_is_classified_by_its_first_section(string code, NumberFormatKind kind)
    {
        var format = NumberFormat.Parse(code);
        Assert.Equal(kind, format.Kind);
        Assert.Equal(code, format.Code);
        Assert.Equal(kind is NumberFormatKind.Date or NumberFormatKind.Time or NumberFormatKind.DateTime, format.IsDateOrTime);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0;-0", "0|-0")]
    [InlineData("0;-0;\"zero\";@", "0|-0|\"zero\"|@")]
    [InlineData(";;;", "|||")]
    [InlineData("0\";\"0", "0\";\"0")]
    [InlineData("0\\;0;1", "0\\;0|1")]
    [InlineData("0_;0;1", "0_;0|1")]
    [InlineData("0*;;1", "0*;|1")]
    [InlineData("[$;-409]0;1", "[$;-409]0|1")]
    [InlineData("0\"[\";0\"]\"", "0\"[\"|0\"]\"")]
    [InlineData("[Red]\"a\\\";b", "[Red]\"a\\\"|b")]
    public void Sections_end_at_semicolons_that_are_no_literals(string code, string expected)
    {
        var codes = new List<string>();
        foreach (var section in NumberFormat.Parse(code).Sections) codes.Add(section.Code);
        Assert.Equal(expected, string.Join('|', codes));
    }

    [Theory]
    [InlineData("0;0;0;0;0")]
    [InlineData("0\"kg")]
    [InlineData("\"")]
    [InlineData("[Red")]
    [InlineData("0;[")]
    public void Codes_that_are_not_closed_or_too_many_are_refused(string code)
    {
        Assert.False(NumberFormat.TryParse(code, out var format));
        Assert.Null(format);
        var thrown = Assert.Throws<FormatException>(() => NumberFormat.Parse(code));
        Assert.Contains("at most four sections", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void General_is_there_for_all()
    {
        Assert.Equal("General", NumberFormat.General.Code);
        Assert.Equal(NumberFormatKind.General, NumberFormat.General.Kind);
        Assert.False(NumberFormat.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => NumberFormat.Parse(null!));
    }

    [Fact]
    public void Any_code_is_read_or_refused_and_loses_nothing() =>
        Gen.String[Gen.Char["0#?.,;%/\\\"[]_*$€ymdhsaegAMPE+-@ r"], 0, 25].Sample(code =>
        {
            if (!NumberFormat.TryParse(code, out var format)) return;
            var codes = new List<string>();
            foreach (var section in format.Sections) codes.Add(section.Code);
            Assert.Equal(code, string.Join(';', codes));
            Assert.InRange(codes.Count, 1, 4);
        }, iter: 50_000);

    [Fact]
    public void What_stands_in_quotation_marks_means_nothing() =>
        Gen.String[Gen.Char["0ymdhs%@E+/;["], 1, 8].Sample(
            text => Assert.Equal(NumberFormatKind.Number, NumberFormat.Parse($"0\"{text}\"").Kind), iter: 1_000);
}
