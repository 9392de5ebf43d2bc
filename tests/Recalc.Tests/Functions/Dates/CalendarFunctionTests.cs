using Recalc.Values;

namespace Recalc.Tests.Functions.Dates;

public class CalendarFunctionTests
{
    private readonly TestSite _site = new();

    [Theory]
    [InlineData("DATE(2024,2,29)", "45351")]
    [InlineData("DATE(1900,2,29)", "60")]
    [InlineData("DATE(1900,1,0)", "0")]
    [InlineData("DATE(108,1,2)", "39449")]
    [InlineData("DATE(2023,14,-1)", "45321")]
    [InlineData("DATE(10000,1,1)", "#NUM!")]
    [InlineData("YEAR(60)", "1900")]
    [InlineData("MONTH(60)", "2")]
    [InlineData("DAY(60)", "29")]
    [InlineData("DAY(0)", "0")]
    [InlineData("YEAR(-1)", "#NUM!")]
    [InlineData("HOUR(0.75)", "18")]
    [InlineData("MINUTE(0.5006944)", "1")]
    [InlineData("SECOND(\"12:00:45\")", "45")]
    [InlineData("TIME(27,0,0)", "0.125")]
    [InlineData("TIME(0,0,-1)", "#NUM!")]
    [InlineData("EDATE(45322,1)", "45351")]
    [InlineData("EOMONTH(45322,1)", "45351")]
    [InlineData("EOMONTH(1,-1)", "0")]
    [InlineData("WEEKDAY(45351)", "5")]
    [InlineData("WEEKDAY(45351,2)", "4")]
    [InlineData("WEEKDAY(45351,3)", "3")]
    [InlineData("WEEKDAY(45351,14)", "1")]
    [InlineData("WEEKDAY(45351,4)", "#NUM!")]
    [InlineData("WEEKNUM(40977)", "10")]
    [InlineData("WEEKNUM(40977,2)", "11")]
    [InlineData("ISOWEEKNUM(40977)", "10")]
    [InlineData("DATEDIF(36892,37622,\"Y\")", "2")]
    [InlineData("DATEDIF(37043,37483,\"D\")", "440")]
    [InlineData("DATEDIF(37043,37483,\"YD\")", "75")]
    [InlineData("DATEDIF(2,1,\"D\")", "#NUM!")]
    [InlineData("DAYS(45351,45322)", "29")]
    [InlineData("DAYS360(40573,40575)", "1")]
    [InlineData("YEARFRAC(40909,41120)", "0.58055555555555549")]
    [InlineData("YEARFRAC(40909,41120,3)", "0.57808219178082187")]
    [InlineData("YEARFRAC(40909,41120,5)", "#NUM!")]
    [InlineData("NETWORKDAYS(41183,41334)", "110")]
    [InlineData("NETWORKDAYS(41183,41334,{41235,41247,41295})", "107")]
    [InlineData("NETWORKDAYS.INTL(38718,38748)", "22")]
    [InlineData("NETWORKDAYS.INTL(38718,38749,\"0010001\")", "22")]
    [InlineData("WORKDAY(39722,151)", "39933")]
    [InlineData("WORKDAY.INTL(40909,30,0)", "#NUM!")]
    [InlineData("WORKDAY.INTL(40909,30,17)", "40944")]
    [InlineData("DATEVALUE(\"2011-02-23\")", "40597")]
    [InlineData("TIMEVALUE(\"2:24 AM\")", "0.1")]
    public void Computes(string formula, string expected) => Assert.Equal(expected, TestCall.Show(formula, _site));

    [Theory]
    [InlineData("DATE(1904,1,1)", "0")]
    [InlineData("WEEKDAY(0)", "6")]
    [InlineData("YEAR(1462)", "1908")]
    public void Counts_from_1904(string formula, string expected)
    {
        _site.System = DateSystem.From1904;
        Assert.Equal(expected, TestCall.Show(formula, _site));
    }
}
