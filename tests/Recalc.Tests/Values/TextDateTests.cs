using CsCheck;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class TextDateTests
{
    private static readonly TextConversion In2024 = new(From1904: false, CurrentYear: 2024);

    [Theory]
    [InlineData("2024-01-31", 45322)]
    [InlineData("2024/1/31", 45322)]
    [InlineData("1/31/2024", 45322)]
    [InlineData("01/31/2024", 45322)]
    [InlineData("1-31-2024", 45322)]
    [InlineData("1/31/24", 45322)]
    [InlineData("31-Jan-2024", 45322)]
    [InlineData("31-Jan-24", 45322)]
    [InlineData("31-JANUARY-2024", 45322)]
    [InlineData("31 Jan 2024", 45322)]
    [InlineData("31/Jan/2024", 45322)]
    [InlineData("January 31, 2024", 45322)]
    [InlineData("Jan 31, 2024", 45322)]
    [InlineData("jan 31, 2024", 45322)]
    [InlineData("Jan1, 2015", 42005)]
    [InlineData("8/22/2008", 39682)]
    [InlineData("22-MAY-2011", 40685)]
    [InlineData("2011/02/23", 40597)]
    [InlineData("1-Jan-2008", 39448)]
    [InlineData("03-Dec-14", 41976)]
    [InlineData("03-26-2006", 38802)]
    [InlineData("1954-07-20", 19925)]
    [InlineData("December 31, 9999", 2958465)]
    [InlineData("1900/1/1", 1)]
    [InlineData("2/28/1900", 59)]
    [InlineData("2/29/1900", 60)]
    [InlineData("3/1/1900", 61)]
    public void Dates(string text, double serial) => AssertSerial(text, serial);

    [Theory]
    [InlineData("1/1/29", 2029)]
    [InlineData("1/1/30", 1930)]
    [InlineData("1/1/99", 1999)]
    [InlineData("1/1/00", 2000)]
    [InlineData("1-Jan-05", 2005)]
    public void Two_digits_of_a_year(string text, int year)
    {
        Assert.True(DateSerial.TryOf(year, 1, 1, from1904: false, out var serial));
        AssertSerial(text, serial);
    }

    [Theory]
    [InlineData("12/3", 45629)]
    [InlineData("12-3", 45629)]
    [InlineData("3-Dec", 45629)]
    [InlineData("Dec-3", 45629)]
    [InlineData("December 3", 45629)]
    [InlineData("DEC3", 45629)]
    [InlineData("SEPT2", 45537)]
    [InlineData("MARCH1", 45352)]
    [InlineData("1/2", 45293)]
    public void Dates_without_a_year_are_of_the_current_one(string text, double serial)
    {
        AssertSerial(text, serial);
        Assert.False(TextDate.TryParse(text, default, out _));
    }

    [Theory]
    [InlineData("Jan 2024", 45292)]
    [InlineData("Jan-2024", 45292)]
    [InlineData("1/2024", 45292)]
    [InlineData("2/30", 10990)]
    [InlineData("Jan-32", 11689)]
    public void A_month_and_a_year_are_its_first_day(string text, double serial) => AssertSerial(text, serial);

    [Theory]
    [InlineData("0:00", 0, 0, 0)]
    [InlineData("12:30", 12, 30, 0)]
    [InlineData("12:30:45", 12, 30, 45)]
    [InlineData("12:30:45.5", 12, 30, 45.5)]
    [InlineData("6:05", 6, 5, 0)]
    [InlineData("16:48:00", 16, 48, 0)]
    [InlineData("4:48:18 PM", 16, 48, 18)]
    [InlineData("12:30 PM", 12, 30, 0)]
    [InlineData("12:30 AM", 0, 30, 0)]
    [InlineData("12:00:00 am", 0, 0, 0)]
    [InlineData("12:7:11 pm", 12, 7, 11)]
    [InlineData("2:24 AM", 2, 24, 0)]
    [InlineData("8 PM", 20, 0, 0)]
    [InlineData("12 AM", 0, 0, 0)]
    [InlineData("5 p", 17, 0, 0)]
    [InlineData("33:45", 33, 45, 0)]
    [InlineData("24:00", 24, 0, 0)]
    [InlineData("9999:00", 9999, 0, 0)]
    [InlineData("12:30.5", 0, 12, 30.5)]
    public void Times(string text, int hours, int minutes, double seconds) =>
        AssertSerial(text, (hours * 3600.0 + minutes * 60.0 + seconds) / 86400);

    [Theory]
    [InlineData("1/31/2024 12:00", 45322.5)]
    [InlineData("1/31/2024 6:00 PM", 45322.75)]
    [InlineData("2024-01-31 06:00:00", 45322.25)]
    [InlineData("6:00 PM 1/31/2024", 45322.75)]
    [InlineData("31-Jan-2024 12:00", 45322.5)]
    [InlineData("12/3/14 12:00 AM", 41976)]
    [InlineData("Dec-3 12:00", 45629.5)]
    [InlineData("3-Dec 12:00", 45629.5)]
    public void Dates_with_times(string text, double serial) => AssertSerial(text, serial);

    [Theory]
    [InlineData("31/1/2024")]
    [InlineData("13/1/2024")]
    [InlineData("2/30/2024")]
    [InlineData("2/29/2023")]
    [InlineData("31-Feb-2024")]
    [InlineData("2024-13-01")]
    [InlineData("2024-00-01")]
    [InlineData("2024-01-00")]
    [InlineData("12/31/1899")]
    [InlineData("10000/12/1")]
    [InlineData("1/1/10000")]
    [InlineData("1/1/123")]
    [InlineData("-1/1/2024")]
    [InlineData("1/2/3/4")]
    [InlineData("1/2-2024")]
    [InlineData("1.31.2024")]
    [InlineData("2024-01-31T12:00:00")]
    [InlineData("2024-01-31Z")]
    [InlineData("Foo 1, 2024")]
    [InlineData("Jan")]
    [InlineData("1-Janu-2024")]
    [InlineData("Jan,")]
    [InlineData("12:")]
    [InlineData(":30")]
    [InlineData("12:60")]
    [InlineData("12:30:60")]
    [InlineData("12:30:")]
    [InlineData("12:30:45:10")]
    [InlineData("-12:30")]
    [InlineData("12:30 XM")]
    [InlineData("12:30PM")]
    [InlineData("13:01PM")]
    [InlineData("13:00 PM")]
    [InlineData("8")]
    [InlineData("PM")]
    [InlineData("12:30 12:30")]
    [InlineData("1/1/2024 1/1/2024")]
    [InlineData("1/1/2024 ,")]
    public void Other_text_is_no_date(string text) => Assert.False(TextDate.TryParse(text, In2024, out _));

    [Fact]
    public void In_the_1904_system_days_count_from_1904()
    {
        var conversion = new TextConversion(From1904: true, CurrentYear: 2024);
        Assert.True(TextDate.TryParse("1/31/2024", conversion, out var serial));
        Assert.Equal(45322 - 1462, serial);
        Assert.True(TextDate.TryParse("1/1/1904", conversion, out serial));
        Assert.Equal(0, serial);
        Assert.False(TextDate.TryParse("12/31/1903", conversion, out _));
    }

    [Fact]
    public void Every_day_reads_back_from_each_of_its_spellings() =>
        Gen.Select(Gen.Int[1, DateSerial.Last(from1904: true)], Gen.Bool).Sample((serial, from1904) =>
        {
            var conversion = new TextConversion(from1904);
            Assert.True(DateSerial.TryDate(serial, from1904, out var date));
            var month = new DateOnly(2000, date.Month, 1).ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);
            var (y, m, d) = date;
            string[] spellings = [$"{y}-{m:00}-{d:00}", $"{m}/{d}/{y}", $"{d}-{month[..3]}-{y}", $"{month} {d}, {y}", $"{d} {month} {y}"];
            foreach (var text in spellings)
            {
                Assert.True(TextDate.TryParse(text, conversion, out var read), text);
                Assert.Equal(serial, read);
            }
        }, iter: 5_000);

    private static void AssertSerial(string text, double serial)
    {
        Assert.True(TextDate.TryParse(text, In2024, out var actual), text);
        Assert.Equal(serial, actual, 1e-12);
        // As a number it is the same, for it is none that could be read without being a date.
        Assert.True(TextNumber.TryParse(text, In2024, out var number));
        Assert.Equal(actual, number);
    }
}
