using Recalc.Addressing;
using Recalc.Graph;
using Recalc.Values;

namespace Recalc;

/// <content>Many cells at once.</content>
public sealed partial class Sheet
{
    /// <summary>
    /// Copies the numbers of a rectangle row by row, computed if need be; what is no number is 0, and of an error NaN. Nobody edits meanwhile. Allocates nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The span has not as many elements as the rectangle has cells.</exception>
    public void Get(CellRange range, Span<double> numbers)
    {
        CheckLength(range, numbers.Length, nameof(numbers));
        using (Workbook.Engine.Enter())
        {
            Workbook.Engine.Read(Grid, range);
            Copy(range, numbers);
        }
    }

    /// <summary>Copies the values of a rectangle row by row, computed if need be. Nobody edits meanwhile. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">The span has not as many elements as the rectangle has cells.</exception>
    public void Get(CellRange range, Span<CellValue> values)
    {
        CheckLength(range, values.Length, nameof(values));
        using (Workbook.Engine.Enter())
        {
            Workbook.Engine.Read(Grid, range);
            Copy(range, values);
        }
    }

    /// <summary>
    /// Sets the numbers of a rectangle, row by row, as one edit: as if each cell were set, and what depends on them is marked at once. Cells that have their number already
    /// mark nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The span has not as many elements as the rectangle has cells.</exception>
    public void Set(CellRange range, ReadOnlySpan<double> numbers)
    {
        CheckLength(range, numbers.Length, nameof(numbers));
        Workbook.Engine.SetNumbers(Grid, range, numbers);
    }

    /// <summary>Sets the values of a rectangle, row by row, as one edit: see <see cref="Set(CellRange, ReadOnlySpan{double})"/>.</summary>
    /// <exception cref="ArgumentException">The span has not as many elements as the rectangle has cells.</exception>
    public void Set(CellRange range, ReadOnlySpan<CellValue> values)
    {
        CheckLength(range, values.Length, nameof(values));
        Workbook.Engine.SetValues(Grid, range, values);
    }

    /// <summary>The value of a cell, if it has it: nothing is computed. False when it would have to be; <paramref name="value"/> is then blank.</summary>
    public bool TryPeek(CellAddress cell, out CellValue value)
    {
        var isThere = Workbook.Engine.TryPeek(new GridCell(Id, cell), out var word, out var side);
        value = isThere ? new CellValue(new CellWord(word), side as string) : default;
        return isThere;
    }

    /// <summary>Copies the numbers of a rectangle that is valid.</summary>
    internal void Copy(CellRange range, Span<double> numbers)
    {
        CheckLength(range, numbers.Length, nameof(numbers));
        Cells.CopyNumbers(range, numbers);
    }

    private void Copy(CellRange range, Span<CellValue> values)
    {
        values.Clear();
        foreach (var stretch in Cells.Stretches(range))
        {
            var at = (stretch.FirstRow - range.First.Row) * range.Columns + stretch.Column - range.First.Column;
            for (var i = 0; i < stretch.Words.Length; i++, at += range.Columns)
                values[at] = new CellValue(new CellWord(stretch.Words[i]), stretch.Sides.IsEmpty ? null : stretch.Sides[i] as string);
        }
    }

    /// <summary>Throws when a span does not fit a rectangle.</summary>
    internal static void CheckLength(CellRange range, int length, string parameter)
    {
        if (length != range.Count) throw new ArgumentException($"{range} has {range.Count} cells, and the span {length} elements.", parameter);
    }
}
