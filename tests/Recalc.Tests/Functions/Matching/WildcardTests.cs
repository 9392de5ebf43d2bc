using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Recalc.Functions.Matching;

namespace Recalc.Tests.Functions.Matching;

public class WildcardTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("a*c", "ABBC", true)]
    [InlineData("a*b*c", "aXbXbXc", true)]
    [InlineData("*ab", "aab", true)]
    [InlineData("~*", "*", true)]
    [InlineData("~*", "a", false)]
    [InlineData("~~", "~", true)]
    [InlineData("~a", "~a", true)]
    [InlineData("a~", "a~", true)]
    [InlineData("?é", "xÉ", true)]
    [InlineData("a?", "a\n", true)]
    public void Fits_whole_texts(string pattern, string text, bool expected) => Assert.Equal(expected, new Wildcard(pattern).Matches(text));

    [Fact]
    public void It_agrees_with_a_regular_expression() =>
        Gen.Select(Gen.Char["ab*?~"].Array[0, 7], Gen.Char["abAB*?~"].Array[0, 9]).Sample((pattern, text) =>
            Assert.Equal(
                Regex.IsMatch(new string(text), Translate(new string(pattern)), RegexOptions.IgnoreCase | RegexOptions.Singleline),
                new Wildcard(pattern).Matches(text)));

    [Fact]
    public void Many_stars_take_no_more_than_the_product_of_the_lengths() =>
        Assert.False(new Wildcard(string.Concat(Enumerable.Repeat("*a", 100)) + "b").Matches(new string('a', 32_767)));

    internal static string Translate(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var isEscape = pattern[i] == '~' && i + 1 < pattern.Length && "*?~".Contains(pattern[i + 1], StringComparison.Ordinal);
            if (isEscape) regex.Append(Regex.Escape($"{pattern[++i]}"));
            else regex.Append(pattern[i] switch { '*' => ".*", '?' => ".", var c => Regex.Escape($"{c}") });
        }
        return regex.Append("\\z").ToString();
    }
}
