using CsCheck;
using Recalc.Addressing;

namespace Recalc.Tests.Addressing;

/// <summary>Places all over the sheet; its edges are as frequent as its middle.</summary>
internal static class Gens
{
    public static readonly Gen<int> Column = Position(SheetLimits.Columns);
    public static readonly Gen<int> Row = Position(SheetLimits.Rows);

    public static readonly Gen<CellAddress> Address = Gen.Select(Column, Row, (c, r) => new CellAddress(c, r));
    public static readonly Gen<CellRange> Range = Gen.Select(Address, Address, (a, b) => new CellRange(a, b));

    /// <summary>References as A1 text gives them: seen from A1, every corner on the sheet.</summary>
    public static readonly Gen<AreaReference> Reference = Areas(FreeOrFixed(Column), FreeOrFixed(Row));

    /// <summary>References in relative form, as R1C1 text gives them: offsets of either sign.</summary>
    public static readonly Gen<AreaReference> RelativeReference = Areas(
        Gen.OneOf(Column.Select(Coordinate.Absolute), Offset(SheetLimits.Columns)),
        Gen.OneOf(Row.Select(Coordinate.Absolute), Offset(SheetLimits.Rows)));

    private static Gen<int> Position(int count) =>
        Gen.OneOf(Gen.Int[0, count - 1], Gen.Int[0, 30], Gen.Int[count - 30, count - 1], Gen.OneOf(25, 26, 701, 702));

    private static Gen<Coordinate> FreeOrFixed(Gen<int> position) =>
        Gen.OneOf(position.Select(Coordinate.Absolute), position.Select(Coordinate.Relative));

    private static Gen<Coordinate> Offset(int count) =>
        Gen.OneOf(Gen.Int[1 - count, count - 1], Gen.Int[-3, 3]).Select(Coordinate.Relative);

    private static Gen<AreaReference> Areas(Gen<Coordinate> column, Gen<Coordinate> row) => Gen.OneOf(
        Gen.Select(column, row, AreaReference.Cell),
        Gen.Select(column, row, column, row, (c1, r1, c2, r2) => new AreaReference(c1, r1, c2, r2, ReferenceShape.Area)),
        Gen.Select(column, column, AreaReference.Columns),
        Gen.Select(row, row, AreaReference.Rows));
}
