using System.Globalization;
using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class TextNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("007", 7)]
    [InlineData("-1", -1)]
    [InlineData("+1", 1)]
    [InlineData("123.456", 123.456)]
    [InlineData(".5", 0.5)]
    [InlineData("-.5", -0.5)]
    [InlineData("5.", 5)]
    [InlineData(" 12 ", 12)]
    [InlineData("  -12.5", -12.5)]
    [InlineData("1E3", 1000)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+3", 1000)]
    [InlineData("1E-3", 0.001)]
    [InlineData("1.5e+10", 1.5e10)]
    [InlineData("22E1", 220)]
    [InlineData("2310009E13", 2310009e13)]
    [InlineData("0.33", 0.33)]
    [InlineData("00000000000000000000.5", 0.5)]
    public void Decimal_numbers(string text, double expected) => AssertNumber(text, expected);

    [Theory]
    [InlineData("1,000", 1000)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("-1,234,567.89", -1234567.89)]
    [InlineData("12,345,678", 12345678)]
    [InlineData("$5", 5)]
    [InlineData("$1,000", 1000)]
    [InlineData("$1,234.50", 1234.5)]
    [InlineData("-$5", -5)]
    [InlineData("$-5", -5)]
    [InlineData("+$5", 5)]
    [InlineData("$ 5", 5)]
    [InlineData("($5)", -5)]
    [InlineData("(5)", -5)]
    [InlineData("(1,234.5)", -1234.5)]
    [InlineData("($1,234.50)", -1234.5)]
    [InlineData("50%", 0.5)]
    [InlineData("12.5%", 0.125)]
    [InlineData("-3%", -0.03)]
    [InlineData("50 %", 0.5)]
    [InlineData("%50", 0.5)]
    [InlineData("(5%)", -0.05)]
    [InlineData("1,000%", 10)]
    public void Thousands_currency_percent_and_parentheses(string text, double expected) => AssertNumber(text, expected);

    [Theory]
    [InlineData("1 1/2", 1.5)]
    [InlineData("0 1/2", 0.5)]
    [InlineData("0 3/4", 0.75)]
    [InlineData("-1 1/2", -1.5)]
    [InlineData("2 5/4", 3.25)]
    [InlineData("10 1/3", 10 + 1.0 / 3)]
    [InlineData(" 3  1/8 ", 3.125)]
    public void Fractions_behind_a_whole_part(string text, double expected) => AssertNumber(text, expected);

    [Theory]
    [InlineData("1234567890123456", 1234567890123450)]
    [InlineData("12345678901234567890", 12345678901234500000.0)]
    [InlineData("0.1234567890123456789", 0.123456789012345)]
    [InlineData("0.00000123456789012345678", 0.00000123456789012345)]
    [InlineData("999999999999999999", 999999999999999000)]
    [InlineData("123456789.123456789", 123456789.123456)]
    [InlineData("123456789076754345682.2121234567832131341", 123456789076754000000.0)]
    public void Digits_past_the_fifteenth_are_zeros(string text, double expected) => AssertNumber(text, expected);

    [Theory]
    [InlineData("9.99999999999999E307", 9.99999999999999E307)]
    [InlineData("-9.99999999999999E307", -9.99999999999999E307)]
    [InlineData("2.2251E-308", 2.2251E-308)]
    [InlineData("1E-309", 0)]
    [InlineData("1E-99999999999", 0)]
    [InlineData("0E99999999999", 0)]
    public void The_ends_of_the_range(string text, double expected) => AssertNumber(text, expected);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("asdf")]
    [InlineData("ABC")]
    [InlineData("1x")]
    [InlineData("x1")]
    [InlineData("1 2")]
    [InlineData("1.2.3")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("$")]
    [InlineData("%")]
    [InlineData("$$5")]
    [InlineData("E5")]
    [InlineData("1E")]
    [InlineData("1E+")]
    [InlineData("1E5.5")]
    [InlineData("1E400")]
    [InlineData("1E99999999999")]
    [InlineData("(5")]
    [InlineData("5)")]
    [InlineData("()")]
    [InlineData("(-5)")]
    [InlineData(",5")]
    [InlineData("1,")]
    [InlineData("1,,000")]
    [InlineData("1,00")]
    [InlineData("1,0000")]
    [InlineData("1.5,000")]
    [InlineData("1 1/0")]
    [InlineData("1 1/")]
    [InlineData("1 /2")]
    [InlineData("TRUE")]
    [InlineData("FALSE")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("0x10")]
    [InlineData("&HFF")]
    [InlineData("=1")]
    [InlineData("'1")]
    [InlineData("#N/A")]
    [InlineData("1_000")]
    [InlineData("1 000")]
    [InlineData("١")]
    [InlineData("1\u00A0")]
    public void Other_text_is_no_number(string text)
    {
        Assert.False(TextNumber.TryParse(text, default, out var number));
        Assert.Equal(0, number);
    }

    [Fact]
    public void What_is_written_reads_back() =>
        Gen.Double[-1e300, 1e300].Sample(random =>
        {
            var text = NumberText.Of(random);
            Assert.True(TextNumber.TryParse(text, default, out var number), text);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), number);
        }, iter: 10_000);

    [Fact]
    public void Numbers_of_fifteen_digits_read_as_they_are_spelled() =>
        Gen.Select(Gen.Long[0, 999_999_999_999_999], Gen.Int[-300, 290]).Sample((digits, exponent) =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}");
            Assert.True(TextNumber.TryParse(text, default, out var number));
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), number);
        }, iter: 10_000);

    [Fact]
    public void Any_text_is_read_or_refused_without_a_crash() =>
        Gen.String[Gen.Char["0123456789.,-+$%()/: EeJanPM"], 0, 30].Sample(text =>
        {
            var read = TextNumber.TryParse(text, new TextConversion(false, 2024), out var number);
            Assert.True(double.IsFinite(number));
            if (!read) Assert.Equal(0, number);
        }, iter: 100_000);

    [Theory]
    [InlineData('1')]
    [InlineData('0')]
    [InlineData('-')]
    [InlineData(' ')]
    [InlineData('(')]
    [InlineData(',')]
    [InlineData(':')]
    [InlineData('/')]
    public void Long_text_takes_time_in_proportion(char c)
    {
        // A million characters; anything that goes back and forth in them would not end.
        var text = "1" + new string(c, 1_000_000) + "x";
        Assert.False(TextNumber.TryParse(text, default, out _));
    }

    private static void AssertNumber(string text, double expected)
    {
        Assert.True(TextNumber.TryParse(text, default, out var number), text);
        Assert.Equal(expected, number);
    }
}
