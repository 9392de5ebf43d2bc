using Recalc.Functions;

namespace Recalc.Tests.Functions;

public class SignatureTests
{
    [Theory]
    [InlineData("", 0, 0, 0)]
    [InlineData("v", 1, 0, 0)]
    [InlineData("vaav", 4, 0, 0)]
    [InlineData("a*", 1, 1, 0)]
    [InlineData("va*", 2, 1, 0)]
    [InlineData("r(rv)*", 3, 2, 0)]
    [InlineData("a*f", 2, 1, 1)]
    [InlineData("(dl)*l", 3, 2, 1)]
    [InlineData("d*vf", 3, 1, 2)]
    public void It_knows_what_repeats_and_what_comes_last(string text, int count, int repeat, int trailing)
    {
        var signature = Signature.Parse(text);
        Assert.Equal((count, repeat, trailing), (signature.Count, signature.Repeat, signature.Trailing));
    }

    [Theory]
    [InlineData("vaav", 6, "vaavvv")]
    [InlineData("arlfd", 5, "arlfd")]
    [InlineData("", 2, "vv")]
    [InlineData("a*", 4, "aaaa")]
    [InlineData("va*", 4, "vaaa")]
    [InlineData("r(rv)*", 6, "rrvrvr")]
    [InlineData("(vl)*", 5, "vlvlv")]
    [InlineData("a*f", 3, "aaa")]
    [InlineData("(dl)*l", 5, "dldld")]
    public void Without_a_number_of_arguments_kinds_repeat_without_end(string text, int arguments, string kinds)
    {
        var signature = Signature.Parse(text);
        Assert.Equal(kinds, Letters(Enumerable.Range(0, arguments).Select(i => signature.KindOf(i))));
    }

    [Theory]
    [InlineData("a*f", 1, "f")]
    [InlineData("a*f", 2, "af")]
    [InlineData("a*f", 4, "aaaf")]
    [InlineData("(dl)*l", 3, "dll")]
    [InlineData("(dl)*l", 7, "dldldll")]
    [InlineData("d*l", 1, "l")]
    [InlineData("d*l", 3, "ddl")]
    [InlineData("v*af", 1, "f")]
    [InlineData("v*af", 4, "vvaf")]
    [InlineData("r(rv)*", 5, "rrvrv")]
    [InlineData("vaav", 3, "vaa")]
    public void With_a_number_of_arguments_the_last_kinds_are_those_of_the_last(string text, int arguments, string kinds)
    {
        var signature = Signature.Parse(text);
        Assert.Equal(kinds, Letters(Enumerable.Range(0, arguments).Select(i => signature.KindOf(i, arguments))));
    }

    [Theory]
    [InlineData("x", 0)]
    [InlineData("va V", 2)]
    [InlineData("*", 0)]
    [InlineData("v**", 2)]
    [InlineData("v*a*", 3)]
    [InlineData("(va)", 0)]
    [InlineData("va)*", 2)]
    [InlineData("()*", 0)]
    [InlineData("((v)a)*", 1)]
    [InlineData("(v)*(a)*", 4)]
    public void A_mistake_is_located(string text, int position)
    {
        var error = Assert.Throws<FormatException>(() => Signature.Parse(text));
        Assert.Contains($"at {position}:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_outside_of_the_call_is_refused()
    {
        var signature = Signature.Parse("a*f");
        Assert.Throws<ArgumentOutOfRangeException>(() => signature.KindOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => signature.KindOf(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => signature.KindOf(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => signature.KindOf(0, 0));
    }

    private static string Letters(IEnumerable<ArgumentKind> kinds) => string.Concat(kinds.Select(k => "varlfd"[(int)k]));
}
