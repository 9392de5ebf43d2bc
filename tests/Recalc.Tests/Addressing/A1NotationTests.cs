using System.Text;
using CsCheck;
using Recalc.Addressing;

namespace Recalc.Tests.Addressing;

public class A1NotationTests
{
    [Fact]
    public void A_reference_reads_back_as_it_was_written() =>
        Gens.Reference.Sample(area =>
        {
            var text = Write(area, default);
            Assert.Equal(text.Length, A1Notation.ReadArea(text, out var read));
            Assert.Equal(area, read);
            Assert.Equal(text.Length, A1Notation.ReadArea(Lower(text), out read));
            Assert.Equal(area, read);
        }, iter: 20_000);

    [Fact]
    public void A_reference_seen_from_another_cell_is_written_as_before() =>
        Gen.Select(Gens.Reference, Gens.Address).Sample(
            (area, origin) => Assert.Equal(Write(area, default), Write(area.Rebase(origin), origin)), iter: 20_000);

    [Fact]
    public void What_follows_is_left_to_the_reader() =>
        Gen.Select(Gens.Reference, Gen.OneOf("", "+1", ")", " ", "!", ",A1", "#", "\u00e9")).Sample((area, rest) =>
        {
            var text = Write(area, default);
            Assert.Equal(text.Length, A1Notation.ReadArea([.. text, .. Encoding.UTF8.GetBytes(rest)], out var read));
            Assert.Equal(area, read);
        }, iter: 5_000);

    [Theory]
    [InlineData("A1", 2, "R[0]C[0]")]
    [InlineData("$A1", 3, "R[0]C1")]
    [InlineData("A$1", 3, "R1C[0]")]
    [InlineData("$a$1", 4, "R1C1")]
    [InlineData("A1:A$24", 7, "R[0]C[0]:R24C[0]")]
    [InlineData("A$24:A1", 7, "R24C[0]:R[0]C[0]")]
    [InlineData("B2:A1", 5, "R[1]C[1]:R[0]C[0]")]
    [InlineData("A1:A1", 5, "R[0]C[0]:R[0]C[0]")]
    [InlineData("XFD1048576", 10, "R[1048575]C[16383]")]
    [InlineData("A1:", 2, "R[0]C[0]")]
    [InlineData("A1:B", 2, "R[0]C[0]")]
    [InlineData("A1:5", 2, "R[0]C[0]")]
    [InlineData("A1:XFE1", 2, "R[0]C[0]")]
    [InlineData("C:A", 3, "C[2]:C[0]")]
    [InlineData("$A:C", 4, "C1:C[2]")]
    [InlineData("5:$1", 4, "R[4]:R1")]
    public void The_longest_prefix_is_read_and_corners_keep_their_order(string text, int length, string expected)
    {
        Assert.Equal(length, A1Notation.ReadArea(Encoding.UTF8.GetBytes(text), out var area));
        Assert.Equal(expected, Spell(area));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("$1")]
    [InlineData("A:")]
    [InlineData("A:1")]
    [InlineData("1:A")]
    [InlineData("A0")]
    [InlineData("A1048577")]
    [InlineData("A10485760")]
    [InlineData("XFE1")]
    [InlineData("AAAA1")]
    [InlineData("$A$")]
    [InlineData("0:0")]
    public void What_is_no_reference_has_length_zero(string text) =>
        Assert.Equal(0, A1Notation.ReadArea(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Any_bytes_are_read_within_their_length() =>
        Gen.OneOf(Gen.Byte, Gen.Char["AXFD$:0159"].Select(c => (byte)c)).Array[0, 30].Sample(bytes =>
        {
            var length = A1Notation.ReadArea(bytes, out var area);
            Assert.InRange(length, 0, bytes.Length);
            if (length > 0) Assert.True(area.TryAt(default, out _));
        }, iter: 50_000);

    private static byte[] Write(in AreaReference area, CellAddress origin)
    {
        Span<byte> bytes = stackalloc byte[A1Notation.MaxAreaLength];
        return bytes[..A1Notation.WriteArea(bytes, area, origin)].ToArray();
    }

    private static byte[] Lower(byte[] text) => Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(text).ToLowerInvariant());

    // Every coordinate in full, so that a test sees each of them.
    private static string Spell(in AreaReference area)
    {
        var (c1, r1, c2, r2) = (Spell('C', area.Column1), Spell('R', area.Row1), Spell('C', area.Column2), Spell('R', area.Row2));
        return area.Shape switch
        {
            ReferenceShape.Columns => $"{c1}:{c2}",
            ReferenceShape.Rows => $"{r1}:{r2}",
            ReferenceShape.Cell => r1 + c1,
            _ => $"{r1}{c1}:{r2}{c2}",
        };
    }

    private static string Spell(char letter, Coordinate coordinate) =>
        coordinate.IsAbsolute ? $"{letter}{coordinate.Value + 1}" : $"{letter}[{coordinate.Value}]";
}
