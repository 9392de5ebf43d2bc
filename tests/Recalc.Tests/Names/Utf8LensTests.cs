using System.Text;
using CsCheck;
using Recalc.Names;

namespace Recalc.Tests.Names;

public class Utf8LensTests
{
    /// <summary>Bytes of all kinds, and bits of UTF-8 torn apart.</summary>
    private static readonly Gen<byte[]> Bytes = Gen.OneOf(
        Gen.Byte.Array[0, 40],
        Gen.Select(Gen.String[0, 20].Select(Encoding.UTF8.GetBytes), Gen.Int[0, 3], (text, cut) => text[Math.Min(cut, text.Length)..]),
        Gen.OneOf("é", "東", "😀", "\u0080", "\uFFFD", "a").Array[0, 6].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))),
        Gen.Byte.Array[500, 600]);

    [Fact]
    public void Every_byte_comes_back() => Bytes.Sample(bytes => Assert.Equal(bytes, Utf8Lens.Encode(Utf8Lens.Decode(bytes))), iter: 20_000);

    [Fact]
    public void Different_bytes_are_different_text() =>
        Gen.Select(Bytes, Bytes).Sample((a, b) => Assert.Equal(a.AsSpan().SequenceEqual(b), Utf8Lens.Decode(a) == Utf8Lens.Decode(b)), iter: 5_000);

    [Fact]
    public void Text_that_is_UTF_8_shows_as_it_is() =>
        Gen.String[0, 30].Where(s => !s.Any(char.IsSurrogate)).Sample(text =>
        {
            Assert.Equal(text, Utf8Lens.Decode(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(Encoding.UTF8.GetBytes(text), Utf8Lens.Encode(text));
        });

    [Fact]
    public void There_are_no_more_characters_than_bytes() => Bytes.Sample(bytes => Assert.InRange(Utf8Lens.Decode(bytes).Length, 0, bytes.Length));

    public static TheoryData<byte[], char[]> NotUtf8 => new()
    {
        { [0xFF], ['\uDCFF'] },
        { [0x41, 0x80, 0x42], ['A', '\uDC80', 'B'] },
        { [0xC3], ['\uDCC3'] },
        { [0xC0, 0x80], ['\uDCC0', '\uDC80'] },
        { [0xED, 0xB2, 0x80], ['\uDCED', '\uDCB2', '\uDC80'] },
        { [0xF0, 0x9F, 0x98], ['\uDCF0', '\uDC9F', '\uDC98'] },
        { [0xF0, 0x9F, 0x98, 0x80, 0x98], ['\uD83D', '\uDE00', '\uDC98'] },
    };

    [Theory]
    [MemberData(nameof(NotUtf8))]
    public void Bytes_that_are_no_UTF_8_are_lone_surrogates(byte[] bytes, char[] expected) => Assert.Equal(expected, Utf8Lens.Decode(bytes));

    public static TheoryData<char[], string> Lone => new()
    {
        { ['\uD800'], "\uFFFD" },
        { ['\uDC7F'], "\uFFFD" },
        { ['a', '\uDBFF', 'b'], "a\uFFFDb" },
        { ['\uD83D', '\uDE00'], "😀" },
        { ['\uDC41', '\uDE00', '\uD83D', '\uDE00'], "\uFFFD\uFFFD😀" },
    };

    [Theory]
    [MemberData(nameof(Lone))]
    public void Surrogates_that_stand_for_no_byte_become_replacement_characters(char[] text, string expected) =>
        Assert.Equal(Encoding.UTF8.GetBytes(expected), Utf8Lens.Encode(new string(text)));
}
