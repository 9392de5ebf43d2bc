using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class SignificantDigitsTests
{
    private static readonly Gen<double> AnyNumber = Gen.OneOf(
        Gen.Double[-1e9, 1e9], Gen.Int[-100, 100].Select(i => i / 10.0), Gen.Double.Where(d => double.IsFinite(d) && Math.Abs(d) < 1e300));

    [Fact]
    public void Rounding_to_fifteen_digits_is_done_once() =>
        AnyNumber.Sample(number =>
        {
            var rounded = SignificantDigits.Round(number);
            Assert.Equal(rounded, SignificantDigits.Round(rounded));
            Assert.Equal(-rounded, SignificantDigits.Round(-number));
            if (Math.Abs(number) > 1e-300) Assert.InRange(Math.Abs(rounded / number - 1), 0, 5.1e-15);
        }, iter: 10_000);

    // Neighbours, a few units in the last place apart, straddle the limits of fifteen digits.
    [Fact]
    public void Comparing_is_comparing_what_is_rounded() =>
        Gen.Select(AnyNumber, Gen.Int[-60, 60]).Sample((number, steps) =>
        {
            var other = number;
            for (var i = 0; i < Math.Abs(steps); i++) other = steps > 0 ? Math.BitIncrement(other) : Math.BitDecrement(other);
            var expected = SignificantDigits.Round(number).CompareTo(SignificantDigits.Round(other));
            Assert.Equal(expected, SignificantDigits.Compare(number, other));
        }, iter: 20_000);

    [Fact]
    public void A_difference_of_equal_digits_snaps_to_zero()
    {
        Assert.Equal(0, Subtract(0.5 - 0.4, 0.1));
        Assert.Equal(0, Subtract(0.1 + 0.2, 0.3));
        Assert.Equal(0, SignificantDigits.Snap(-0.3 + (0.1 + 0.2), -0.3, 0.1 + 0.2));
        Assert.NotEqual(0, Subtract(1, 0.99999999999999));
        Assert.Equal(2e-16, Subtract(3e-16, 1e-16));
        Assert.Equal(0.3, SignificantDigits.Snap(0.1 + 0.2, 0.1, 0.2), 1e-15);
        Assert.Equal(1e-300, SignificantDigits.Snap(1e-300, 1e-300, 0));
    }

    private static double Subtract(double left, double right) => SignificantDigits.Snap(left - right, left, -right);
}
