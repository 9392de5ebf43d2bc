using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class DecimalRoundingTests
{
    [Theory]
    [InlineData(2.675, 2, 2.68)]
    [InlineData(1.005, 2, 1.01)]
    [InlineData(-2.675, 2, -2.68)]
    [InlineData(2.5, 0, 3)]
    [InlineData(-2.5, 0, -3)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.49999999999999, 0, 0)]
    [InlineData(-0.4, 0, 0)]
    [InlineData(2.15, 1, 2.2)]
    [InlineData(2.149, 1, 2.1)]
    [InlineData(-1.475, 2, -1.48)]
    [InlineData(21.5, -1, 20)]
    [InlineData(626.3, -3, 1000)]
    [InlineData(1.98, -1, 0)]
    [InlineData(-50.55, -2, -100)]
    [InlineData(1234567, -3, 1235000)]
    [InlineData(0.1 + 0.2, 15, 0.3)]
    [InlineData(9.995, 2, 10)]
    [InlineData(999.5, 0, 1000)]
    [InlineData(5, -1, 10)]
    [InlineData(4, -1, 0)]
    [InlineData(5e14, -15, 1e15)]
    [InlineData(0, 2, 0)]
    [InlineData(1e-300, 2, 0)]
    [InlineData(1.5e300, 2, 1.5e300)]
    [InlineData(12.5, 400, 12.5)]
    [InlineData(12.5, -400, 0)]
    [InlineData(12.5, int.MaxValue, 12.5)]
    [InlineData(12.5, int.MinValue, 0)]
    public void Ties_of_the_decimal_number_go_away_from_zero(double number, int places, double expected)
    {
        var rounded = DecimalRounding.Round(number, places);
        Assert.Equal(expected, rounded);
        Assert.Equal(0.0, rounded == 0 && double.IsNegative(rounded) ? -1 : 0.0);
    }

    // The oracle works in decimal, which holds the fifteen digits exactly.
    [Fact]
    public void It_agrees_with_decimal_arithmetic() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 9], Gen.Int[0, 9]).Sample((digits, scale, places) =>
        {
            var exact = digits / (decimal)Math.Pow(10, scale);
            var expected = (double)Math.Round(exact, places, MidpointRounding.AwayFromZero);
            Assert.Equal(expected, DecimalRounding.Round((double)exact, places));
        }, iter: 20_000);

    // The short way must never show.
    [Fact]
    public void Scaled_numbers_round_as_digits_do() =>
        Gen.Select(
            Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Double, Gen.Int[-100_000, 100_000].Select(i => i / 1000.0), Gen.Long.Select(l => l / 64.0)),
            Gen.Int[-25, 25],
            Gen.Enum<DigitRounding>()).Sample((number, places, rounding) =>
            Assert.Equal(DecimalRounding.RoundDigits(number, places, rounding), DecimalRounding.Round(number, places, rounding)), iter: 100_000);

    [Theory]
    [InlineData(2.1, 0, 3, 2)]
    [InlineData(-2.1, 0, -3, -2)]
    [InlineData(2, 0, 2, 2)]
    [InlineData(4.35, 2, 4.35, 4.35)]
    [InlineData(0.1 + 0.2, 1, 0.3, 0.3)]
    [InlineData(1e-300, 2, 0.01, 0)]
    [InlineData(-1e-300, 2, -0.01, 0)]
    [InlineData(3, -2, 100, 0)]
    [InlineData(1, -400, double.PositiveInfinity, 0)]
    [InlineData(0, -400, 0, 0)]
    [InlineData(1.5, int.MinValue, double.PositiveInfinity, 0)]
    public void All_digits_may_go_one_way(double number, int places, double away, double toward)
    {
        Assert.Equal(away, DecimalRounding.Round(number, places, DigitRounding.AwayFromZero));
        Assert.Equal(toward, DecimalRounding.Round(number, places, DigitRounding.TowardZero));
    }
}
