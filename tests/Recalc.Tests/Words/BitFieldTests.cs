using CsCheck;
using Recalc.Words;

namespace Recalc.Tests.Words;

public class BitFieldTests
{
    private static readonly Gen<BitField> AnyField =
        from width in Gen.Int[1, 64]
        from below in Gen.Int[0, 64 - width]
        from signed in Gen.Bool
        select signed ? BitField.Signed("I", below, width) : BitField.Unsigned("U", below, width);

    [Fact]
    public void Mask_shifts_and_call_agree_wherever_the_field_lies() =>
        Gen.Select(AnyField, Gen.ULong).Sample((field, word) =>
        {
            Assert.Equal(field.ByMask(word), field.ByShifts(word));
            Assert.Equal(field.ByMask(word), field.ByCall()(word));
        }, iter: 20_000);

    [Fact]
    public void A_value_that_fits_comes_back_and_no_other_does() =>
        Gen.Select(AnyField, Gen.Long, Gen.Int[0, 63]).Sample((field, random, shift) =>
        {
            // Shifted down, so that small values, which fit narrow fields, are as frequent as large ones.
            var value = random >> shift;
            Assert.Equal(InRange(field, value), field.Fits(value));
            Assert.Equal(field.Fits(value), field.ByShifts(field.Place(value)) == value);
        }, iter: 20_000);

    [Fact]
    public void Placing_touches_no_other_bits() =>
        Gen.Select(AnyField, Gen.Long).Sample((field, value) =>
        {
            var mask = field.Place(-1);
            Assert.Equal(0UL, field.Place(value) & ~mask);
            Assert.Equal(field.Width, System.Numerics.BitOperations.PopCount(mask));
            Assert.Equal(field.Below, System.Numerics.BitOperations.TrailingZeroCount(mask));
        }, iter: 20_000);

    [Theory]
    [InlineData(4, true, 7, true)]
    [InlineData(4, true, 8, false)]
    [InlineData(4, true, -8, true)]
    [InlineData(4, true, -9, false)]
    [InlineData(12, false, 4095, true)]
    [InlineData(12, false, 4096, false)]
    [InlineData(12, false, -1, false)]
    [InlineData(1, true, -1, true)]
    [InlineData(1, true, 1, false)]
    [InlineData(48, true, (1L << 47) - 1, true)]
    [InlineData(48, true, 1L << 47, false)]
    [InlineData(48, false, (1L << 48) - 1, true)]
    [InlineData(64, true, long.MinValue, true)]
    public void Fits_knows_the_ends_of_the_range(int width, bool signed, long value, bool fits) =>
        Assert.Equal(fits, (signed ? BitField.Signed("I", 0, width) : BitField.Unsigned("U", 0, width)).Fits(value));

    private static bool InRange(BitField field, Int128 value)
    {
        // A field of all 64 bits has no room to tell signs apart: every long fits.
        if (field.Width == 64) return true;
        var count = Int128.One << field.Width;
        return field.IsSigned ? value >= -(count / 2) && value < count / 2 : value >= 0 && value < count;
    }
}
