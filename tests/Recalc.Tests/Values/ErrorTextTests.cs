using System.Text;
using Recalc.Values;

namespace Recalc.Tests.Values;

public class ErrorTextTests
{
    public static TheoryData<ErrorKind> Errors => [.. Enum.GetValues<ErrorKind>()];

    [Theory, MemberData(nameof(Errors))]
    public void Every_error_reads_back_from_its_text(ErrorKind kind)
    {
        var text = ErrorText.Of(kind);
        Assert.True(ErrorText.TryParse(text, out var parsed));
        Assert.Equal(kind, parsed);
        Assert.True(ErrorText.TryParse(text.ToLowerInvariant(), out parsed));
        Assert.Equal(kind, parsed);
        Assert.False(ErrorText.TryParse(text + " ", out _));
        Assert.False(ErrorText.TryParse(text.AsSpan(0, text.Length - 1), out _));
    }

    [Theory, MemberData(nameof(Errors))]
    public void Every_error_is_read_off_the_front_of_bytes(ErrorKind kind)
    {
        var bytes = Encoding.ASCII.GetBytes(ErrorText.Of(kind));
        Assert.Equal(bytes.Length, ErrorText.ReadPrefix([.. bytes, (byte)'+', (byte)'1'], out var read));
        Assert.Equal(kind, read);
        for (var i = 0; i < bytes.Length; i++) Assert.Equal(0, ErrorText.ReadPrefix(bytes.AsSpan(0, i), out _));
    }

    [Fact]
    public void A_number_that_is_no_error_is_unknown() => Assert.Equal("#UNKNOWN!", ErrorText.Of((ErrorKind)250));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#FOO!")]
    [InlineData("N/A")]
    public void Other_text_is_no_error(string text) => Assert.False(ErrorText.TryParse(text, out _));
}
