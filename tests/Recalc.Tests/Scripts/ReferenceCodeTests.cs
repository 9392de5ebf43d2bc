using CsCheck;
using Recalc.Addressing;
using Recalc.Scripts;
using Recalc.Tests.Addressing;

namespace Recalc.Tests.Scripts;

public class ReferenceCodeTests
{
    private const int ShortCell = 3;
    private const int ShortArea = 5;
    private const int WideCell = 9;
    private const int WideArea = 17;

    [Fact]
    public void A_reference_is_its_bytes() =>
        Gen.OneOf(Gens.RelativeReference, Gens.Reference, Near).Sample(area => AssertRoundTrip(area, Write(area)), iter: 30_000);

    [Fact]
    public void Different_references_have_different_bytes() =>
        Gen.Select(Near, Near).Sample((a, b) => Assert.Equal(a.Equals(b), Write(a).AsSpan().SequenceEqual(Write(b))), iter: 10_000);

    [Theory]
    [InlineData(false, -8, false, -2048, true)]
    [InlineData(false, 7, false, 2047, true)]
    [InlineData(false, 8, false, 0, false)]
    [InlineData(false, -9, false, 0, false)]
    [InlineData(false, 0, false, 2048, false)]
    [InlineData(false, 0, false, -2049, false)]
    [InlineData(true, 15, true, 4095, true)]
    [InlineData(true, 16, true, 0, false)]
    [InlineData(true, 0, true, 4096, false)]
    [InlineData(true, 15, false, -2048, true)]
    [InlineData(true, 16, false, 0, false)]
    [InlineData(false, -8, true, 4095, true)]
    [InlineData(false, 0, true, 4096, false)]
    [InlineData(true, 16383, true, 1048575, false)]
    [InlineData(false, -16383, false, -1048575, false)]
    [InlineData(false, 16383, false, 1048575, false)]
    public void A_corner_near_by_is_short_and_one_far_away_wide(bool isColumnFixed, int column, bool isRowFixed, int row, bool isShort)
    {
        var corner = AreaReference.Cell(At(isColumnFixed, column), At(isRowFixed, row));
        var bytes = Write(corner);
        Assert.Equal(isShort ? ShortCell : WideCell, bytes.Length);
        AssertRoundTrip(corner, bytes);

        var area = new AreaReference(Coordinate.Relative(0), Coordinate.Relative(0), corner.Column1, corner.Row1, ReferenceShape.Area);
        Assert.Equal(isShort ? ShortArea : WideArea, Write(area).Length);
        AssertRoundTrip(area, Write(area));
    }

    [Fact]
    public void Whole_columns_and_rows_near_by_are_short()
    {
        Assert.Equal(ShortArea, Write(AreaReference.Columns(Coordinate.Relative(-8), Coordinate.Absolute(15))).Length);
        Assert.Equal(ShortArea, Write(AreaReference.Rows(Coordinate.Relative(-2048), Coordinate.Absolute(4095))).Length);
        Assert.Equal(WideArea, Write(AreaReference.Columns(Coordinate.Relative(8), Coordinate.Absolute(15))).Length);
        Assert.Equal(WideArea, Write(AreaReference.Rows(Coordinate.Relative(0), Coordinate.Absolute(4096))).Length);
    }

    /// <summary>Offsets and positions on both sides of what is short.</summary>
    private static Gen<AreaReference> Near => Gen.Select(
        Corner(Gen.Int[-10, 9], Gen.Int[0, 17]), Corner(Gen.Int[-2050, 2049], Gen.Int[4090, 4099]),
        Corner(Gen.Int[-10, 9], Gen.Int[0, 17]), Corner(Gen.Int[-2050, 2049], Gen.Int[4090, 4099]), Gen.Enum<ReferenceShape>(),
        (c1, r1, c2, r2, shape) => shape switch
        {
            ReferenceShape.Cell => AreaReference.Cell(c1, r1),
            ReferenceShape.Columns => AreaReference.Columns(c1, c2),
            ReferenceShape.Rows => AreaReference.Rows(r1, r2),
            _ => new AreaReference(c1, r1, c2, r2, shape),
        });

    private static Gen<Coordinate> Corner(Gen<int> offset, Gen<int> position) =>
        Gen.OneOf(offset.Select(Coordinate.Relative), position.Select(Coordinate.Absolute));

    private static Coordinate At(bool isFixed, int value) => isFixed ? Coordinate.Absolute(value) : Coordinate.Relative(value);

    private static byte[] Write(AreaReference area)
    {
        var bytes = new ByteWriter();
        ReferenceCode.Write(bytes, area);
        return bytes.Written.ToArray();
    }

    private static void AssertRoundTrip(AreaReference area, byte[] bytes)
    {
        Assert.Equal(bytes.Length, ReferenceCode.Read([.. bytes, 0xFF, 0xFF], out var read));
        Assert.Equal(area, read);
    }
}
