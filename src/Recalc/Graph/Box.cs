using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Recalc.Addressing;

namespace Recalc.Graph;

/// <summary>
/// A rectangle as an index keeps it: 16 bytes, compared as one vector. <c>default</c> is no rectangle of a sheet; use <see cref="Empty"/>.
/// </summary>
/// <remarks>
/// The last column and row are kept as complements. So a box grows when its lanes get smaller: the union of boxes is the smallest of
/// each lane, and a box meets another when no lane is greater than the other's probe.
/// </remarks>
internal readonly struct Box : IEquatable<Box>
{
    private readonly int _firstColumn;
    private readonly int _firstRow;
    private readonly int _notLastColumn;
    private readonly int _notLastRow;

    public Box(int firstColumn, int firstRow, int lastColumn, int lastRow) =>
        (_firstColumn, _firstRow, _notLastColumn, _notLastRow) = (firstColumn, firstRow, ~lastColumn, ~lastRow);

    public Box(CellRange range) : this(range.First.Column, range.First.Row, range.Last.Column, range.Last.Row) { }

    /// <summary>Meets nothing, and adds nothing to a union.</summary>
    public static Box Empty => FromLanes(Vector128.Create(int.MaxValue));

    public int FirstColumn => _firstColumn;
    public int FirstRow => _firstRow;
    public int LastColumn => ~_notLastColumn;
    public int LastRow => ~_notLastRow;

    public bool IsEmpty => LastColumn < FirstColumn || LastRow < FirstRow;

    /// <summary>The rectangle; the box lies on the sheet.</summary>
    public CellRange Range => new(FirstColumn, FirstRow, LastColumn, LastRow);

    /// <summary>What boxes are compared with to see whether they meet this one.</summary>
    public Vector128<int> Probe => ~Vector128.Shuffle(Lanes, Vector128.Create(2, 3, 0, 1));

    /// <summary>The first column and row, and the complements of the last ones.</summary>
    public Vector128<int> Lanes => Unsafe.BitCast<Box, Vector128<int>>(this);

    public static Box FromLanes(Vector128<int> lanes) => Unsafe.BitCast<Vector128<int>, Box>(lanes);

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other) => FromLanes(Vector128.Min(Lanes, other.Lanes));

    /// <summary>The cells that both have; empty when there are none.</summary>
    public Box Intersect(Box other) => FromLanes(Vector128.Max(Lanes, other.Lanes));

    /// <summary>Adds what is left of this box, in up to four parts, when the cells of another, which lie in it, are taken out.</summary>
    public void AddAround(Box hole, List<Box> parts)
    {
        if (FirstColumn < hole.FirstColumn) parts.Add(new Box(FirstColumn, FirstRow, hole.FirstColumn - 1, LastRow));
        if (LastColumn > hole.LastColumn) parts.Add(new Box(hole.LastColumn + 1, FirstRow, LastColumn, LastRow));
        if (FirstRow < hole.FirstRow) parts.Add(new Box(hole.FirstColumn, FirstRow, hole.LastColumn, hole.FirstRow - 1));
        if (LastRow > hole.LastRow) parts.Add(new Box(hole.FirstColumn, hole.LastRow + 1, hole.LastColumn, LastRow));
    }

    public bool Equals(Box other) => Lanes == other.Lanes;
    public override bool Equals(object? obj) => obj is Box other && Equals(other);
    public override int GetHashCode() => Lanes.GetHashCode();
    public override string ToString() => IsEmpty ? "-" : $"{Range}";
}
