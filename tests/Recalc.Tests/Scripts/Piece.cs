using System.Text;
using Recalc.Addressing;

namespace Recalc.Tests.Scripts;

/// <summary>A piece of a formula: text, or a reference as A1 text has it (seen from A1).</summary>
internal readonly record struct Piece(string? Text, AreaReference Area)
{
    public static implicit operator Piece(string text) => new(text, default);

    /// <summary>The formula as it reads in a cell that lies so far from where it was written; relative references move along.</summary>
    public static byte[] Spell(IEnumerable<Piece> formula, int right = 0, int down = 0)
    {
        Span<byte> room = stackalloc byte[A1Notation.MaxAreaLength];
        var text = new List<byte>();
        foreach (var piece in formula)
        {
            if (piece.Text is { } plain) text.AddRange(Encoding.UTF8.GetBytes(plain));
            else text.AddRange(room[..A1Notation.WriteArea(room, piece.Moved(right, down), default)]);
        }
        return [.. text];
    }

    /// <summary>The formula in R1C1 spelling, for a cell in which it was written in A1 spelling.</summary>
    public static byte[] SpellR1C1(IEnumerable<Piece> formula, CellAddress cell)
    {
        Span<byte> room = stackalloc byte[R1C1Notation.MaxAreaLength];
        var text = new List<byte>();
        foreach (var piece in formula)
        {
            if (piece.Text is { } plain) text.AddRange(Encoding.UTF8.GetBytes(plain));
            else text.AddRange(room[..R1C1Notation.WriteArea(room, piece.Area.Rebase(cell))]);
        }
        return [.. text];
    }

    /// <summary>True when no reference walks round the edge of the sheet on its way.</summary>
    public bool StaysOnSheet(int right, int down) => Text is not null || new[]
    {
        SheetLimits.IsColumn(Area.Column1.At(right)), SheetLimits.IsColumn(Area.Column2.At(right)),
        SheetLimits.IsRow(Area.Row1.At(down)), SheetLimits.IsRow(Area.Row2.At(down)),
    }.All(on => on);

    private AreaReference Moved(int right, int down) =>
        new(Moved(Area.Column1, right, SheetLimits.Columns), Moved(Area.Row1, down, SheetLimits.Rows),
            Moved(Area.Column2, right, SheetLimits.Columns), Moved(Area.Row2, down, SheetLimits.Rows), Area.Shape);

    private static Coordinate Moved(Coordinate coordinate, int by, int count) => coordinate.IsAbsolute
        ? coordinate
        : Coordinate.Relative(((coordinate.Value + by) % count + count) % count);
}
