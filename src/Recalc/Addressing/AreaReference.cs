namespace Recalc.Addressing;

/// <summary>
/// A reference in relative (R1C1) form, without its sheet: what a formula says, whichever cell it stands in. The corners are kept in
/// the order in which they were written, for <c>A1:A$24</c> changes its upper end on the way down.
/// </summary>
/// <remarks>Seen from A1 an offset is a position, so <c>Rebase</c> turns A1 text into relative form and back.</remarks>
internal readonly struct AreaReference(Coordinate column1, Coordinate row1, Coordinate column2, Coordinate row2, ReferenceShape shape)
    : IEquatable<AreaReference>
{
    public Coordinate Column1 { get; } = column1;
    public Coordinate Row1 { get; } = row1;
    public Coordinate Column2 { get; } = column2;
    public Coordinate Row2 { get; } = row2;
    public ReferenceShape Shape { get; } = shape;

    public static AreaReference Cell(Coordinate column, Coordinate row) => new(column, row, column, row, ReferenceShape.Cell);

    public static AreaReference Columns(Coordinate first, Coordinate last) =>
        new(first, Coordinate.Absolute(0), last, Coordinate.Absolute(SheetLimits.Rows - 1), ReferenceShape.Columns);

    public static AreaReference Rows(Coordinate first, Coordinate last) =>
        new(Coordinate.Absolute(0), first, Coordinate.Absolute(SheetLimits.Columns - 1), last, ReferenceShape.Rows);

    /// <summary>The relative reference that means <paramref name="range"/> when it is read from A1.</summary>
    public static AreaReference Of(CellRange range)
    {
        var (c1, r1) = (Coordinate.Relative(range.First.Column), Coordinate.Relative(range.First.Row));
        var (c2, r2) = (Coordinate.Relative(range.Last.Column), Coordinate.Relative(range.Last.Row));
        if (range.Count == 1) return Cell(c1, r1);
        if (range.Rows == SheetLimits.Rows) return Columns(c1, c2);
        return range.Columns == SheetLimits.Columns ? Rows(r1, r2) : new AreaReference(c1, r1, c2, r2, ReferenceShape.Area);
    }

    /// <summary>The same cells, seen from a formula that stands at <paramref name="origin"/> instead of A1.</summary>
    public AreaReference Rebase(CellAddress origin) => new(
        Column1.Rebase(origin.Column), Row1.Rebase(origin.Row), Column2.Rebase(origin.Column), Row2.Rebase(origin.Row), Shape);

    /// <summary>The cells meant from <paramref name="origin"/>; false when a corner leaves the sheet (which is #REF!).</summary>
    public bool TryAt(CellAddress origin, out CellRange range)
    {
        var (c1, r1) = (Column1.At(origin.Column), Row1.At(origin.Row));
        var (c2, r2) = (Column2.At(origin.Column), Row2.At(origin.Row));
        range = default;
        if (!SheetLimits.IsColumn(c1) || !SheetLimits.IsColumn(c2) || !SheetLimits.IsRow(r1) || !SheetLimits.IsRow(r2)) return false;
        range = new CellRange(c1, r1, c2, r2);
        return true;
    }

    /// <summary>The cells meant from <paramref name="origin"/>, walking round the edge of the sheet as relative names do.</summary>
    public CellRange At(CellAddress origin) => new(
        Column1.At(origin.Column) & (SheetLimits.Columns - 1), Row1.At(origin.Row) & (SheetLimits.Rows - 1),
        Column2.At(origin.Column) & (SheetLimits.Columns - 1), Row2.At(origin.Row) & (SheetLimits.Rows - 1));

    /// <summary>True when a corner moves with the formula.</summary>
    public bool IsRelative => !(Column1.IsAbsolute && Row1.IsAbsolute && Column2.IsAbsolute && Row2.IsAbsolute);

    public bool Equals(AreaReference other) =>
        Column1.Equals(other.Column1) && Row1.Equals(other.Row1) && Column2.Equals(other.Column2) && Row2.Equals(other.Row2) && Shape == other.Shape;

    public override bool Equals(object? obj) => obj is AreaReference other && Equals(other);

    public override int GetHashCode() =>
        HashCode.Combine(((long)Column1.GetHashCode() << 16) ^ Row1.GetHashCode(), ((long)Column2.GetHashCode() << 16) ^ Row2.GetHashCode(), (int)Shape);

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[R1C1Notation.MaxAreaLength];
        return System.Text.Encoding.ASCII.GetString(bytes[..R1C1Notation.WriteArea(bytes, this)]);
    }
}
