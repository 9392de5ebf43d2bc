using Recalc.Values;

namespace Recalc.Functions;

/// <summary>Finds the error that wins: the first, row by row, in the order in which ranges are read out.</summary>
internal static class ErrorSearch
{
    private static readonly ulong First = CellWord.FromError(0).Bits;
    private static readonly ulong Last = CellWord.FromError((ErrorKind)byte.MaxValue).Bits;

    /// <summary>The place of the first word that is an error; -1 when there is none.</summary>
    public static int IndexOfError(ReadOnlySpan<ulong> words) => words.IndexOfAnyInRange(First, Last);

    /// <summary>The first error of a grid and its place; false when there is none.</summary>
    public static bool TryFind(ValueGrid grid, out (int Row, int Column) place, out Operand error)
    {
        var found = grid is CellArea area ? TryFind(area, out place) : TryFind((ArrayValue)grid, out place);
        error = found ? grid.Element(place.Row, place.Column) : default;
        return found;
    }

    // Column by column, though what counts is the row: below a row that has an error nothing needs to be looked at.
    private static bool TryFind(CellArea area, out (int Row, int Column) place)
    {
        place = (area.Rows, 0);
        foreach (var stretch in area.Cells.Stretches(area.Range))
        {
            var row = stretch.FirstRow - area.Range.First.Row;
            if (row >= place.Row) continue;
            var at = IndexOfError(stretch.Words[..Math.Min(stretch.Words.Length, place.Row - row)]);
            if (at >= 0) place = (row + at, stretch.Column - area.Range.First.Column);
        }
        return place.Row < area.Rows;
    }

    private static bool TryFind(ArrayValue array, out (int Row, int Column) place)
    {
        place = default;
        for (var row = 0; row < array.UsedRows; row++)
        {
            for (var column = 0; column < array.UsedColumns; column++)
            {
                place = (row, column);
                if (array[row, column].Word.IsError) return true;
            }
            place = (row, array.UsedColumns);
            if (array.UsedColumns < array.Columns && array.Fill.Word.IsError) return true;
        }
        place = (array.UsedRows, 0);
        return array.UsedRows < array.Rows && array.Fill.Word.IsError;
    }
}
