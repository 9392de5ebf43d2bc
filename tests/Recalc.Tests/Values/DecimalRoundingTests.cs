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
}
