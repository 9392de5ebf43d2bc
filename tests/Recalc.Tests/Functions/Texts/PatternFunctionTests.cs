using Recalc.Functions.Texts;

namespace Recalc.Tests.Functions.Texts;

public class PatternFunctionTests
{
    private readonly TestSite _site = new();

    [Fact]
    public void Pattern_that_would_backtrack_without_end_takes_time_in_proportion_to_the_text() =>
        Assert.Equal("FALSE", TestCall.Show("REGEXTEST(CONCAT(REPT(\"a\",5000),\"b\"),\"^(a+)+$\")", _site));

    [Fact]
    public void Pattern_that_must_backtrack_is_given_up_after_a_while() =>
        Assert.Equal("#NUM!: steps", TestCall.Show("REGEXTEST(CONCAT(REPT(\"a\",5000),\"b\"),\"^(?=(a+)+$)\")", _site));

    [Fact]
    public void Patterns_are_read_again_when_they_were_dropped()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 300; i++)
            {
                Assert.True(PatternCache.TryGet($"^{i}$", ignoresCase: false, out var expression));
                Assert.Matches(expression, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void Text_that_grows_too_long_is_an_error() =>
        Assert.Equal("#VALUE!: text", TestCall.Show("REGEXREPLACE(REPT(\"a\",30000),\"a\",\"bb\")", _site));

    [Fact]
    public void Matches_are_charged()
    {
        _site.Memory = 100;
        Assert.Equal("#NUM!: memory", TestCall.Show("ROWS(REGEXEXTRACT(REPT(\"a\",500),\"a\",1))", _site));
    }
}
