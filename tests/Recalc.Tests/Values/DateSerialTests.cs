using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class DateSerialTests
{
    [Theory]
    [InlineData(1900, 1, 1, 1)]
    [InlineData(1900, 2, 28, 59)]
    [InlineData(1900, 2, 29, 60)]
    [InlineData(1900, 3, 1, 61)]
    [InlineData(1904, 1, 1, 1462)]
    [InlineData(1970, 1, 1, 25569)]
    [InlineData(2000, 1, 1, 36526)]
    [InlineData(2000, 2, 29, 36585)]
    [InlineData(2008, 1, 1, 39448)]
    [InlineData(2024, 1, 31, 45322)]
    [InlineData(2024, 12, 3, 45629)]
    [InlineData(9999, 12, 31, 2958465)]
    public void Days_count_from_1900_with_a_leap_day_that_never_was(int year, int month, int day, int serial) =>
        AssertDay(year, month, day, serial, from1904: false);

    [Theory]
    [InlineData(1904, 1, 1, 0)]
    [InlineData(1904, 1, 2, 1)]
    [InlineData(1904, 2, 29, 59)]
    [InlineData(1904, 3, 1, 60)]
    [InlineData(2000, 1, 1, 35064)]
    [InlineData(9999, 12, 31, 2957003)]
    public void Days_count_from_1904(int year, int month, int day, int serial) => AssertDay(year, month, day, serial, from1904: true);

    [Theory]
    [InlineData(1899, 12, 31, false)]
    [InlineData(1900, 1, 0, false)]
    [InlineData(1900, 2, 30, false)]
    [InlineData(1903, 12, 31, true)]
    [InlineData(1900, 2, 29, true)]
    [InlineData(2023, 2, 29, false)]
    [InlineData(2024, 13, 1, false)]
    [InlineData(2024, 0, 1, false)]
    [InlineData(2024, 4, 31, false)]
    [InlineData(10000, 1, 1, false)]
    public void Days_that_are_not_there_are_refused(int year, int month, int day, bool from1904) =>
        Assert.False(DateSerial.TryOf(year, month, day, from1904, out _));

    [Fact]
    public void Serials_come_back_and_follow_the_days_before()
    {
        foreach (var from1904 in new[] { false, true })
        {
            (int, int, int) before = default;
            // Day by day over the first years, which hold the leap day that never was; then in steps that meet every day of the year.
            for (var serial = 1; serial <= DateSerial.Last(from1904); serial += serial < 50_000 ? 1 : 61)
            {
                Assert.True(DateSerial.TryDate(serial, from1904, out var date));
                Assert.True(date.CompareTo(before) > 0);
                Assert.True(DateSerial.TryOf(date.Year, date.Month, date.Day, from1904, out var back));
                Assert.Equal(serial, back);
                before = date;
            }
        }
    }

    [Fact]
    public void The_two_systems_are_1462_days_apart() =>
        Gen.Int[1462, 2_958_465].Sample(serial =>
        {
            Assert.True(DateSerial.TryDate(serial, from1904: false, out var date));
            Assert.True(DateSerial.TryOf(date.Year, date.Month, date.Day, from1904: true, out var other));
            Assert.Equal(serial - 1462, other);
        });

    [Fact]
    public void Day_zero_is_no_day_of_January()
    {
        Assert.True(DateSerial.TryDate(0, from1904: false, out var date));
        Assert.Equal((1900, 1, 0), date);
        Assert.False(DateSerial.TryDate(-1, from1904: false, out _));
        Assert.False(DateSerial.TryDate(2_958_466, from1904: false, out _));
        Assert.False(DateSerial.TryDate(2_957_004, from1904: true, out _));
    }

    private static void AssertDay(int year, int month, int day, int serial, bool from1904)
    {
        Assert.True(DateSerial.TryOf(year, month, day, from1904, out var actual));
        Assert.Equal(serial, actual);
        Assert.True(DateSerial.TryDate(serial, from1904, out var date));
        Assert.Equal((year, month, day), date);
    }
}
