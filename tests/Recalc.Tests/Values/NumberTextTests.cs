using System.Globalization;
using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-1, "-1")]
    [InlineData(10, "10")]
    [InlineData(100, "100")]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1.1 - 1, "0.1")]
    [InlineData(1.0 / 3, "0.333333333333333")]
    [InlineData(-1.0 / 3, "-0.333333333333333")]
    [InlineData(2.0 / 3, "0.666666666666667")]
    [InlineData(22.0 / 7, "3.14285714285714")]
    [InlineData(Math.PI, "3.14159265358979")]
    [InlineData(1234.5678, "1234.5678")]
    [InlineData(756, "756")]
    [InlineData(7.56, "7.56")]
    [InlineData(1.0001, "1.0001")]
    [InlineData(51.5083333333333, "51.5083333333333")]
    [InlineData(109.333333333333333, "109.333333333333")]
    [InlineData(-0.0333333333333333, "-0.0333333333333333")]
    [InlineData(12345678901, "12345678901")]
    [InlineData(123456789012, "123456789012")]
    [InlineData(164774140531264, "164774140531264")]
    [InlineData(999999999999999, "999999999999999")]
    [InlineData(123.45678901234568, "123.456789012346")]
    [InlineData(1234567.8901234567, "1234567.89012346")]
    [InlineData(12345678.901234567, "12345678.9012346")]
    [InlineData(12345678901234.568, "12345678901234.6")]
    [InlineData(123456789012345.67, "123456789012346")]
    public void Ordinary_numbers_have_no_exponent(double number, string expected) => AssertText(number, expected);

    [Theory]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1234567890123456.8, "1234567890123460")]
    [InlineData(3130708670094190, "3130708670094190")]
    [InlineData(59483464731789800, "59483464731789800")]
    [InlineData(1e19, "10000000000000000000")]
    [InlineData(12345678901234567000.0, "12345678901234600000")]
    [InlineData(-12345678901234567000.0, "-12345678901234600000")]
    [InlineData(13988703546165100000.0, "13988703546165100000")]
    [InlineData(1e20, "1E+20")]
    [InlineData(1.2345678901234568E20, "1.23456789012346E+20")]
    [InlineData(-1.2345678901234568E20, "-1.23456789012346E+20")]
    [InlineData(9.99999999999999E19, "99999999999999900000")]
    [InlineData(9.999999999999999E20, "1E+21")]
    [InlineData(1.234999999999999E20, "1.235E+20")]
    [InlineData(2E50, "2E+50")]
    [InlineData(1.95683826902492E+38, "1.95683826902492E+38")]
    public void Whole_parts_of_up_to_twenty_digits_are_written_out(double number, string expected) => AssertText(number, expected);

    [Theory]
    [InlineData(0.01, "0.01")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(0.012345678901234568, "0.0123456789012346")]
    [InlineData(0.0012345678901234567, "0.00123456789012346")]
    [InlineData(1.2345678901234567E-4, "0.000123456789012346")]
    [InlineData(1.2345678901234568E-5, "1.23456789012346E-05")]
    [InlineData(1.23456789E-5, "0.0000123456789")]
    [InlineData(5.6789012345E-8, "0.000000056789012345")]
    [InlineData(5.67890123456E-8, "5.67890123456E-08")]
    [InlineData(5.678902E-8, "0.00000005678902")]
    [InlineData(9.999999999999999E-9, "0.00000001")]
    [InlineData(1.234999999999999E-8, "0.00000001235")]
    [InlineData(-9.999999999999999E-9, "-0.00000001")]
    [InlineData(9.999999999999999E-19, "0.000000000000000001")]
    [InlineData(-9.999999999999999E-19, "-0.000000000000000001")]
    [InlineData(9.999999999999999E-20, "1E-19")]
    [InlineData(1.234999999999999E-20, "1.235E-20")]
    [InlineData(2E-50, "2E-50")]
    public void Fractions_that_fit_in_twenty_characters_are_written_out(double number, string expected) => AssertText(number, expected);

    [Theory]
    [InlineData(9.999999999999123E-98, "9.99999999999912E-98")]
    [InlineData(1.0000000000001235E-99, "1.0000000000001E-99")]
    [InlineData(1.2345678901234577E99, "1.2345678901235E+99")]
    [InlineData(1.2345678901234576E100, "1.2345678901235E+100")]
    [InlineData(1.2345678901234578E-307, "1.2345678901235E-307")]
    [InlineData(1.7976931348623157E308, "1.7976931348623E+308")]
    [InlineData(2.2250738585072014E-308, "2.2250738585072E-308")]
    [InlineData(2.225073858507201E-308, "0")]
    [InlineData(4.9E-324, "0")]
    [InlineData(-4.9E-324, "0")]
    public void Beside_a_long_exponent_there_are_fourteen_digits(double number, string expected) => AssertText(number, expected);

    [Fact]
    public void A_text_stays_in_its_width_and_keeps_fourteen_digits() =>
        Gen.Double.Where(double.IsFinite).Sample(number =>
        {
            var text = NumberText.Of(number);
            Assert.InRange(text.TrimStart('-').Length, 1, 20);
            if (Math.Abs(number) < 2.2250738585072014E-308) return;
            // The last of 14 digits may be off by a half, which is at most 5e-14 of a number that begins with 1.
            var back = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.InRange(Math.Abs(back / number - 1), 0, 5.1e-14);
        }, iter: 20_000);

    private static void AssertText(double number, string expected) => Assert.Equal(expected, NumberText.Of(number));
}
