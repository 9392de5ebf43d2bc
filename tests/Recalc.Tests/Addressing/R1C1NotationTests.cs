using System.Text;
using CsCheck;
using Recalc.Addressing;

namespace Recalc.Tests.Addressing;

public class R1C1NotationTests
{
    [Fact]
    public void A_reference_reads_back_as_it_was_written() =>
        Gens.RelativeReference.Sample(area =>
        {
            var text = area.ToString();
            Assert.Equal(text.Length, Read(text, out var read));
            Assert.Equal(area, read);
            Assert.Equal(text.Length, Read(text.ToLowerInvariant(), out read));
            Assert.Equal(area, read);
        }, iter: 20_000);

    [Fact]
    public void A_reference_means_the_same_cells_in_both_notations() =>
        Gen.Select(Gens.Reference, Gens.Address).Sample((area, origin) =>
        {
            Read(area.Rebase(origin).ToString(), out var read);
            Assert.True(read.TryAt(origin, out var range));
            Assert.True(area.TryAt(default, out var expected));
            Assert.Equal(expected, range);
        }, iter: 10_000);

    [Theory]
    [InlineData("RC", "RC")]
    [InlineData("R[0]C[-0]", "RC")]
    [InlineData("R[+2]C", "R[2]C")]
    [InlineData("R01C001", "R1C1")]
    [InlineData("r1048576c16384", "R1048576C16384")]
    [InlineData("R[-1048575]C[-16383]", "R[-1048575]C[-16383]")]
    [InlineData("R[-1]C[2]:RC1", "R[-1]C[2]:RC1")]
    [InlineData("RC:RC", "RC:RC")]
    [InlineData("R", "R")]
    [InlineData("C", "C")]
    [InlineData("R1:R3", "R1:R3")]
    [InlineData("R3:R1", "R3:R1")]
    [InlineData("C[1]:C5", "C[1]:C5")]
    [InlineData("C:C", "C")]
    public void Spellings_of_a_reference_are_read(string text, string expected)
    {
        Assert.Equal(text.Length, Read(text, out var area));
        Assert.Equal(expected, area.ToString());
    }

    [Theory]
    [InlineData("RC-1", 2, "RC")]
    [InlineData("RC+1", 2, "RC")]
    [InlineData("R-1", 1, "R")]
    [InlineData("R[-1]C+R[1]C", 6, "R[-1]C")]
    [InlineData("R[-1]C-5", 6, "R[-1]C")]
    [InlineData("R1C1-2", 4, "R1C1")]
    [InlineData("R1C1:R2", 4, "R1C1")]
    [InlineData("R1:C1", 2, "R1")]
    [InlineData("R1C1:", 4, "R1C1")]
    [InlineData("R1C1:R0C1", 4, "R1C1")]
    [InlineData("C1R1", 2, "C1")]
    [InlineData("R1.5", 2, "R1")]
    public void The_longest_prefix_is_read(string text, int length, string expected)
    {
        Assert.Equal(length, Read(text, out var area));
        Assert.Equal(expected, area.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("A1")]
    [InlineData("[1]")]
    [InlineData("R0C1")]
    [InlineData("R1C0")]
    [InlineData("R1048577C1")]
    [InlineData("R1C16385")]
    [InlineData("R99999999999999999999")]
    [InlineData("R4294967297C1")]
    [InlineData("R1C99999999999")]
    [InlineData("R[1048576]C")]
    [InlineData("R[-1048576]C")]
    [InlineData("RC[16384]")]
    [InlineData("RC[99999999999]")]
    [InlineData("R[")]
    [InlineData("R[-")]
    [InlineData("R[1")]
    [InlineData("R[]C")]
    [InlineData("R[ 1]C")]
    [InlineData("R[--1]C")]
    [InlineData("R[1.5]C")]
    [InlineData("R1C[x]")]
    public void What_is_no_reference_has_length_zero(string text) => Assert.Equal(0, Read(text, out _));

    [Fact]
    public void Any_bytes_are_read_within_their_length() =>
        Gen.OneOf(Gen.Byte, Gen.Char["RCrc[]-+:0159"].Select(c => (byte)c)).Array[0, 45].Sample(bytes =>
        {
            var length = R1C1Notation.ReadArea(bytes, out var area);
            Assert.InRange(length, 0, bytes.Length);
            if (length > 0) Assert.InRange(area.ToString().Length, 1, R1C1Notation.MaxAreaLength);
        }, iter: 50_000);

    private static int Read(string text, out AreaReference area) => R1C1Notation.ReadArea(Encoding.UTF8.GetBytes(text), out area);
}
